//! What a reader looks at on the map: the query of the page's address.

use super::{FigureFilter, Scope};
use crate::api::{read_pairs, write_pairs};
use crate::codes::Programme;
use crate::fields::{CountryCode, FiscalYear};

crate::codes::codes! {
    /// What the colours of the map count; layers are never added to each other.
    MapLayer in "map_layer" {
        /// Published figures of invitees.
        Figures = "figures",
        /// Members of this club whom the reader may see.
        Members = "members",
    }
}

crate::codes::codes! {
    /// How the world is drawn.
    MapForm in "map_form" {
        /// Areas in their true proportions.
        World = "world",
        /// Every country/region the same size, by region.
        Tiles = "tiles",
    }
}

/// Everything that can be chosen on the map's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapView {
    /// The part of the programme.
    pub scope: Scope,
    /// One fiscal year; all of them when absent.
    pub year: Option<FiscalYear>,
    /// What the colours count.
    pub layer: MapLayer,
    /// How the world is drawn.
    pub form: MapForm,
    /// Whether fictional figures fill what no published figure says; when absent, in demo mode only.
    pub illustration: Option<bool>,
    /// The chosen country/region.
    pub country: Option<CountryCode>,
}

impl Default for MapView {
    fn default() -> Self {
        Self {
            scope: Scope::All,
            year: None,
            layer: MapLayer::Figures,
            form: MapForm::World,
            illustration: None,
            country: None,
        }
    }
}

impl MapView {
    /// Reads a query without its question mark; what is unknown or malformed is left as it is by default, so that an
    /// old or mistyped link still shows what it can.
    pub fn from_query(query: &str) -> Self {
        let mut view = Self::default();
        for (name, value) in read_pairs(query) {
            match name {
                "scope" => view.scope = value.parse().unwrap_or(view.scope),
                "year" => view.year = value.parse().ok(),
                "layer" => view.layer = value.parse().unwrap_or(view.layer),
                "form" => view.form = value.parse().unwrap_or(view.form),
                "illustration" => view.illustration = value.parse().ok(),
                "country" => view.country = value.parse().ok(),
                _ => {}
            }
        }
        view
    }

    /// Writes the query; empty when nothing was chosen.
    pub fn to_query(&self) -> String {
        let whole = Self::default();
        write_pairs([
            ("scope", (self.scope != whole.scope).then(|| self.scope.code().into())),
            ("year", self.year.map(|year| year.to_string())),
            ("layer", (self.layer != whole.layer).then(|| self.layer.code().into())),
            ("form", (self.form != whole.form).then(|| self.form.code().into())),
            ("illustration", self.illustration.map(|is_on| is_on.to_string())),
            ("country", self.country.map(|country| country.to_string())),
        ])
    }

    /// Whether fictional numbers fill gaps: where nobody has chosen, in the demonstration alone, and never among members.
    pub fn is_illustrated(&self, is_demo: bool) -> bool {
        self.layer == MapLayer::Figures && self.illustration.unwrap_or(is_demo)
    }

    /// The figures that are looked at.
    pub fn figures(&self) -> FigureFilter {
        FigureFilter {
            scope: (self.scope != Scope::All).then_some(self.scope),
            from: self.year,
            to: self.year,
        }
    }
}

impl Scope {
    /// The programmes of members that a scope speaks of; all when empty.
    pub const fn programmes(self) -> &'static [Programme] {
        match self {
            Self::All => &[],
            Self::OpenApplication | Self::OpenApplicationFirstSelection => {
                &[Programme::OpenA, Programme::OpenB, Programme::OpenC, Programme::OpenD]
            }
            Self::DirectInvitation => &[Programme::HighSchool, Programme::Supporters],
            Self::HighSchool => &[Programme::HighSchool],
            Self::Supporters => &[Programme::Supporters],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_survives_the_address() {
        let view = MapView {
            scope: Scope::HighSchool,
            year: "2017".parse().ok(),
            layer: MapLayer::Members,
            form: MapForm::Tiles,
            illustration: Some(false),
            country: "PW".parse().ok(),
        };
        let query = "scope=high_school&year=2017&layer=members&form=tiles&illustration=false&country=PW";
        assert_eq!(view.to_query(), query);
        assert_eq!(MapView::from_query(query), view);
        assert_eq!(MapView::default().to_query(), "");
    }

    #[test]
    fn what_is_unknown_in_an_address_is_left_out() {
        let view = MapView::from_query("scope=everybody&year=1999&country=XX&utm=1&form=tiles&layer");
        assert_eq!(
            view,
            MapView {
                form: MapForm::Tiles,
                ..MapView::default()
            }
        );
    }
}
