//! One's own profile: everything with its audience, and the input that replaces it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MemberDetail, PersonalField};
use crate::api::Empty;
use crate::codes::{Audience, Field, OpenTo};
use crate::fields::{self, CountryCode};
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

const MAX_NAME_CHARS: usize = 200;
const MAX_FIELDS: usize = 3;
const MAX_LANGUAGES: usize = 10;

/// Who may see the listing and each part of the profile. A part is never seen beyond the listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Audiences {
    /// Being found and listed at all: name, home country/region, year and programme.
    pub listing: Audience,
    /// The name in one's own script.
    pub native_name: Audience,
    /// Where one works or studies.
    pub affiliation: Audience,
    /// Fields of science.
    pub fields: Audience,
    /// Country/region of residence.
    pub lives_in: Audience,
    /// Languages.
    pub languages: Audience,
    /// What one is open to.
    pub open_to: Audience,
    /// Host, sending organisation, theme and dates of the exchanges.
    pub trip: Audience,
}

impl Audiences {
    /// The same audience for everything.
    pub const fn all(audience: Audience) -> Self {
        Self {
            listing: audience,
            native_name: audience,
            affiliation: audience,
            fields: audience,
            lives_in: audience,
            languages: audience,
            open_to: audience,
            trip: audience,
        }
    }

    /// The audience of one part.
    pub const fn of(&self, field: PersonalField) -> Audience {
        match field {
            PersonalField::NativeName => self.native_name,
            PersonalField::Affiliation => self.affiliation,
            PersonalField::Fields => self.fields,
            PersonalField::LivesIn => self.lives_in,
            PersonalField::Languages => self.languages,
            PersonalField::OpenTo => self.open_to,
            PersonalField::Trip => self.trip,
        }
    }

    /// Sets the audience of one part.
    pub const fn set(&mut self, field: PersonalField, audience: Audience) {
        match field {
            PersonalField::NativeName => self.native_name = audience,
            PersonalField::Affiliation => self.affiliation = audience,
            PersonalField::Fields => self.fields = audience,
            PersonalField::LivesIn => self.lives_in = audience,
            PersonalField::Languages => self.languages = audience,
            PersonalField::OpenTo => self.open_to = audience,
            PersonalField::Trip => self.trip = audience,
        }
    }
}

/// One's own profile, with what only oneself may know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnProfile {
    /// The profile as oneself sees it.
    pub member: MemberDetail,
    /// Who may see what.
    pub audiences: Audiences,
    /// Whether one is under age, and therefore shown to one's own exchange at the most.
    pub is_minor: bool,
}

/// What replaces one's own profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProfileInput {
    /// The name in Latin letters, in one piece; one character is a name.
    pub name: String,
    /// The name in one's own script; empty for none.
    #[serde(default)]
    pub native_name: String,
    /// Where one works or studies; empty for unknown.
    #[serde(default)]
    pub affiliation: String,
    /// Fields of science, three at the most.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Country/region of residence.
    #[serde(default)]
    pub lives_in: Option<CountryCode>,
    /// Languages as BCP 47 tags, ten at the most.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What one is open to.
    #[serde(default)]
    pub open_to: Vec<OpenTo>,
    /// Who may see what.
    pub audiences: Audiences,
}

impl OwnProfile {
    /// The input that would change nothing.
    pub fn to_input(&self) -> ProfileInput {
        let summary = &self.member.summary;
        ProfileInput {
            name: summary.name.clone(),
            native_name: summary.native_name.clone().unwrap_or_default(),
            affiliation: summary.affiliation.clone().unwrap_or_default(),
            fields: summary.fields.clone(),
            lives_in: summary.lives_in,
            languages: self.member.languages.clone(),
            open_to: summary.open_to.clone(),
            audiences: self.audiences,
        }
    }
}

impl Validate for ProfileInput {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        checker.check(!self.name.trim().is_empty(), "name", || Text::new("invalid.required"));
        let texts = [
            ("name", &self.name),
            ("native_name", &self.native_name),
            ("affiliation", &self.affiliation),
        ];
        for (field, text) in texts {
            checker.check(text.chars().count() <= MAX_NAME_CHARS, field, || {
                Text::new("invalid.too_long").with("max", MAX_NAME_CHARS)
            });
            checker.check(!text.chars().any(char::is_control), field, || {
                Text::new("invalid.control_character")
            });
        }
        checker.check(self.fields.len() <= MAX_FIELDS, "fields", || {
            Text::new("invalid.too_many").with("max", MAX_FIELDS)
        });
        checker.check(self.languages.len() <= MAX_LANGUAGES, "languages", || {
            Text::new("invalid.too_many").with("max", MAX_LANGUAGES)
        });
        checker.check(
            self.languages.iter().all(|tag| fields::is_language_tag(tag)),
            "languages",
            || Text::new("invalid.unknown_value"),
        );
        checker.finish()
    }
}

/// As whom to see oneself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PreviewFilter {
    /// Somebody who stands on this rung and on no lower one.
    #[serde(rename = "as")]
    pub viewer: Audience,
}

impl Validate for PreviewFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        Empty {}.validate()
    }
}

/// One's own profile as somebody else sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProfilePreview {
    /// The profile, or nothing where one is not listed for that viewer.
    pub member: Option<MemberDetail>,
}
