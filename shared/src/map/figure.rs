//! One number of invitees: of where, when and which programme, how sure it is, and who says so.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::{CountryCode, FiscalYear};
use crate::validate::{Checker, FieldErrors, Validate};
use crate::words::Text;

/// Most invitees that one figure may state; the programme's total of its first eleven years is 42,652.
pub const MAX_INVITEES: u32 = 1_000_000;

crate::codes::codes! {
    /// Which part of the programme a figure counts (source: the programme's brochure, seed 002).
    Scope in "scope" {
        /// Everybody.
        All = "all",
        /// Open Application, all courses.
        OpenApplication = "open_application",
        /// The first of a year's selections of the Open Application.
        OpenApplicationFirstSelection = "open_application_first_selection",
        /// Direct invitations.
        DirectInvitation = "direct_invitation",
        /// Direct Invitation: High School Program.
        HighSchool = "high_school",
        /// Direct Invitation: Supporters Program.
        Supporters = "supporters",
    }
}

impl Scope {
    /// The scope that this one is a part of. Parts of the same scope have nobody in common.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::All => None,
            Self::OpenApplication | Self::DirectInvitation => Some(Self::All),
            Self::OpenApplicationFirstSelection => Some(Self::OpenApplication),
            Self::HighSchool | Self::Supporters => Some(Self::DirectInvitation),
        }
    }

    /// Whether this scope is `whole` or a part of it.
    pub fn is_within(self, whole: Self) -> bool {
        let mut scope = Some(self);
        while let Some(part) = scope {
            if part == whole {
                return true;
            }
            scope = part.parent();
        }
        false
    }
}

crate::codes::codes! {
    /// How sure a figure is, the surest first.
    FigureKind in "figure_kind" {
        /// Printed as it is in the source.
        Exact = "exact",
        /// Calculated from printed figures; the source says how.
        Derived = "derived",
        /// Printed as a round number.
        Approximate = "approximate",
        /// Planned before anybody travelled; never added to people who came.
        Plan = "plan",
        /// Fictional; belongs to the illustration and never stands among published figures.
        Demo = "demo",
    }
}

/// Fiscal years from the first to the last, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Years {
    /// The first year.
    pub from: FiscalYear,
    /// The last year, not before the first.
    pub to: FiscalYear,
}

impl Years {
    /// How many years these are, 1 at the least.
    pub fn count(self) -> u32 {
        u32::from(self.to.get() - self.from.get()) + 1
    }

    /// Whether all of these years are among `others`.
    pub fn is_within(self, others: Self) -> bool {
        others.from <= self.from && self.to <= others.to
    }

    /// Whether any of these years is among `others`.
    pub fn touches(self, others: Self) -> bool {
        self.from <= others.to && others.from <= self.to
    }
}

/// A number of invitees with its source. Without country and group it counts all countries/regions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// The country/region, unless it counts all of them or a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The name of a group of countries/regions, as the source calls it, such as ASEAN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The first fiscal year.
    pub from: FiscalYear,
    /// The last fiscal year, counted too.
    pub to: FiscalYear,
    /// Whom it counts.
    pub scope: Scope,
    /// People who were invited.
    pub invitees: u32,
    /// How sure it is.
    pub kind: FigureKind,
    /// Who says so: an address or the name of a document.
    pub source: String,
    /// What has to be known to read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Figure {
    /// Its years.
    pub fn years(&self) -> Years {
        Years {
            from: self.from,
            to: self.to,
        }
    }

    /// Whether it counts all countries/regions.
    pub fn is_of_all(&self) -> bool {
        self.country.is_none() && self.group.is_none()
    }

    /// Whether it tells of `scope`: of the scope itself, of a part of it, or that there was nobody in a whole of which it
    /// is a part.
    pub fn tells_of(&self, scope: Scope) -> bool {
        self.scope.is_within(scope) || self.invitees == 0 && scope.is_within(self.scope)
    }
}

/// Which figures are wanted; everything when nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct FigureFilter {
    /// Figures of this part of the programme and of its parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// From this fiscal year on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<FiscalYear>,
    /// Up to this fiscal year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<FiscalYear>,
}

impl Validate for FigureFilter {
    fn validate(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        let is_in_order = self.from.zip(self.to).is_none_or(|(from, to)| from <= to);
        checker.check(is_in_order, "to", || Text::new("invalid.years_backwards"));
        checker.finish()
    }
}

impl FigureFilter {
    /// The scope asked for.
    pub fn scope(self) -> Scope {
        self.scope.unwrap_or(Scope::All)
    }

    /// The years asked for; without words about them, those from the first year of the programme to `last`.
    pub fn years(self, last: FiscalYear) -> Years {
        let from = self.from.unwrap_or(FiscalYear::FIRST);
        Years {
            from,
            to: self.to.unwrap_or(last).max(from),
        }
    }
}

/// What the figures say about one country/region together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceFigure {
    /// The country/region; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// Invitees that the figures account for, nobody twice.
    pub invitees: u32,
    /// Whether the figures leave out some of the years or some of the programme, so that there were more or as many.
    pub is_at_least: bool,
    /// The least sure kind among the figures that were added.
    pub kind: FigureKind,
    /// Places of the added figures in the list's `figures`, the first being 0.
    pub figures: Vec<usize>,
}

impl PlaceFigure {
    /// How sure a sum of several is: as sure as the least sure of them.
    pub fn least_sure<'a>(places: impl IntoIterator<Item = &'a Self>) -> FigureKind {
        let kinds = places.into_iter().map(|place| place.kind);
        kinds.max().unwrap_or(FigureKind::Exact)
    }
}

/// The published figures that fit a filter, and their sums.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FigureList {
    /// Figures of the scope, of its parts, and of nobody in a whole of it that count any of the years; never `demo`.
    pub figures: Vec<Figure>,
    /// What they say about each country/region that has any within the years, in the order of their codes.
    pub places: Vec<PlaceFigure>,
    /// The sum of `places`, which are all people who came or all planned.
    pub sum: u32,
    /// What they say about all countries/regions together, which is more than the sum of those known by name.
    pub all: Option<PlaceFigure>,
}
