//! What a reader looks at on the map: the query of the page's address.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{FigureFilter, Scope};
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MapView {
    /// The part of the programme.
    #[serde(skip_serializing_if = "is_everybody")]
    pub scope: Scope,
    /// One fiscal year; all of them when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<FiscalYear>,
    /// What the colours count.
    #[serde(skip_serializing_if = "is_figures")]
    pub layer: MapLayer,
    /// How the world is drawn.
    #[serde(skip_serializing_if = "is_world")]
    pub form: MapForm,
    /// Whether fictional figures fill what no published figure says; when absent, in demo mode only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub illustration: Option<bool>,
    /// The chosen country/region.
    #[serde(skip_serializing_if = "Option::is_none")]
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

fn is_everybody(scope: &Scope) -> bool {
    *scope == Scope::All
}

fn is_figures(layer: &MapLayer) -> bool {
    *layer == MapLayer::Figures
}

fn is_world(form: &MapForm) -> bool {
    *form == MapForm::World
}

impl MapView {
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
