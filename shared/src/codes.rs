//! Closed lists of codes. A code is the value on the wire, in the database and in an address;
//! its name for people stands in the catalogues under `<list>.<code>`.

use std::fmt;

/// The code is not on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown code")
    }
}

impl std::error::Error for UnknownCode {}

macro_rules! codes {
    ($(#[doc = $doc:literal])+ $name:ident in $list:literal { $($(#[doc = $each:literal])+ $variant:ident = $code:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, schemars::JsonSchema)]
        pub enum $name { $($(#[doc = $each])+ #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// The whole list, in its own order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as it travels.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The catalogue's key of the name for people.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!($list, ".", $code),)+ }
            }
        }

        // Through the text instead of derived: a derived visitor for every list weighs much in the page.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                code.parse().map_err(serde::de::Error::custom)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code { $($code => Ok(Self::$variant),)+ _ => Err($crate::codes::UnknownCode) }
            }
        }
    };
}

pub(crate) use codes;

codes! {
    /// What a person may do.
    Role in "role" {
        /// An alumna or alumnus.
        Member = "member",
        /// A volunteer who runs a country chapter.
        Coordinator = "coordinator",
        /// The secretariat.
        Admin = "admin",
    }
}

codes! {
    /// The programmes of the Sakura Science Exchange Program (source: the programme's brochure, seed 002).
    Programme in "programme" {
        /// Open Application, Course A: Science and Technology Experience.
        OpenA = "open_a",
        /// Open Application, Course B: Collaborative Research Activity.
        OpenB = "open_b",
        /// Open Application, Course C: Science and Technology Training.
        OpenC = "open_c",
        /// Open Application, Course D: Annual Mutual Exchange.
        OpenD = "open_d",
        /// Direct Invitation: High School Program.
        HighSchool = "high_school",
        /// Direct Invitation: Supporters Program.
        Supporters = "supporters",
        /// LOTUS, for Indian universities.
        Lotus = "lotus",
        /// NEXUS Y-tec: Young Talents Exchange.
        NexusYoungTalents = "nexus_young_talents",
        /// NEXUS Y-tec: Leadership Exchange.
        NexusLeadership = "nexus_leadership",
    }
}

codes! {
    /// Fields of science and technology.
    Field in "field" {
        /// Agriculture.
        Agriculture = "agriculture",
        /// Artificial intelligence.
        Ai = "ai",
        /// Astronomy and space.
        Astronomy = "astronomy",
        /// Biology.
        Biology = "biology",
        /// Chemistry.
        Chemistry = "chemistry",
        /// Civil engineering.
        CivilEngineering = "civil_engineering",
        /// Computer science.
        ComputerScience = "computer_science",
        /// Earth science.
        EarthScience = "earth_science",
        /// Electronics.
        Electronics = "electronics",
        /// Energy.
        Energy = "energy",
        /// Environment.
        Environment = "environment",
        /// Food science.
        Food = "food",
        /// Marine science.
        Marine = "marine",
        /// Materials.
        Materials = "materials",
        /// Mathematics.
        Mathematics = "mathematics",
        /// Mechanical engineering.
        MechanicalEngineering = "mechanical_engineering",
        /// Medicine.
        Medicine = "medicine",
        /// Nanotechnology.
        Nanotechnology = "nanotechnology",
        /// Physics.
        Physics = "physics",
        /// Robotics.
        Robotics = "robotics",
    }
}

codes! {
    /// What a member is open to being asked for.
    OpenTo in "open_to" {
        /// Advice to younger alumni.
        Mentoring = "mentoring",
        /// Joint research.
        Research = "research",
        /// Questions about studying in Japan.
        StudyInJapan = "study_in_japan",
        /// Meeting travellers in one's city.
        Meetups = "meetups",
        /// Talking about jobs.
        Careers = "careers",
        /// Helping as a volunteer of the chapter.
        Volunteering = "volunteering",
    }
}

codes! {
    /// The audience ladder: each rung includes the ones before it.
    Audience in "audience" {
        /// Nobody but oneself.
        OnlyMe = "only_me",
        /// The people of one's own exchanges.
        Exchange = "exchange",
        /// The people of one's home country/region.
        Country = "country",
        /// Every signed-in member.
        Members = "members",
        /// Everybody.
        Public = "public",
    }
}

codes! {
    /// The order of a list of members.
    MemberSort in "sort" {
        /// Best match first; by name when nothing is searched.
        Relevance = "relevance",
        /// By name.
        Name = "name",
        /// Latest exchange first.
        Newest = "newest",
    }
}
