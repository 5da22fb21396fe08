//! Who may know of an event.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::{CountryCode, FiscalYear};

crate::codes::codes! {
    /// How far an event is known.
    EventReach in "event_reach" {
        /// To everybody.
        Public = "public",
        /// To every signed-in member.
        Members = "members",
        /// To chosen members.
        Chosen = "chosen",
    }
}

/// Who may know of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventAudience {
    /// How far it is known.
    pub reach: EventReach,
    /// Chosen members: those whose home country/region is one of these; all of them where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<CountryCode>,
    /// Chosen members: those who came to Japan in one of these years; whenever they came where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<FiscalYear>,
}

impl Default for EventAudience {
    fn default() -> Self {
        Self {
            reach: EventReach::Members,
            countries: Vec::new(),
            years: Vec::new(),
        }
    }
}

/// What counts of a member for who may know of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// Home country/region.
    pub country: CountryCode,
    /// The years in which they came to Japan.
    pub years: Vec<FiscalYear>,
}

impl EventAudience {
    /// Whether a viewer may know of the event; nobody is somebody who is not signed in.
    pub fn admits(&self, viewer: Option<&Invitee>) -> bool {
        match self.reach {
            EventReach::Public => true,
            EventReach::Members => viewer.is_some(),
            EventReach::Chosen => viewer.is_some_and(|member| {
                let is_from = self.countries.is_empty() || self.countries.contains(&member.country);
                let came = self.years.is_empty() || member.years.iter().any(|year| self.years.contains(year));
                is_from && came
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reach_admits_whom_it_names() {
        let member = |country: &str, years: &[u16]| Invitee {
            country: country.parse().unwrap(),
            years: years.iter().map(|year| FiscalYear::try_from(*year).unwrap()).collect(),
        };
        let chosen = |countries: &[&str], years: &[u16]| EventAudience {
            reach: EventReach::Chosen,
            countries: countries.iter().map(|code| code.parse().unwrap()).collect(),
            years: years.iter().map(|year| FiscalYear::try_from(*year).unwrap()).collect(),
        };
        let asha = member("IN", &[2016, 2018]);
        let of = |reach| EventAudience {
            reach,
            ..EventAudience::default()
        };
        assert!(of(EventReach::Public).admits(None));
        assert!(!of(EventReach::Members).admits(None) && of(EventReach::Members).admits(Some(&asha)));
        for (audience, expected) in [
            (chosen(&[], &[]), true),
            (chosen(&["IN", "NP"], &[]), true),
            (chosen(&["NP"], &[]), false),
            (chosen(&[], &[2018]), true),
            (chosen(&[], &[2017]), false),
            (chosen(&["IN"], &[2018]), true),
            (chosen(&["IN"], &[2017]), false),
            (chosen(&["NP"], &[2018]), false),
        ] {
            assert_eq!(audience.admits(Some(&asha)), expected, "{audience:?}");
            assert!(!audience.admits(None));
        }
    }
}
