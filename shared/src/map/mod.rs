//! The world map of invitees: published figures with their sources, members here, and the illustration of demo mode.
//! Three layers that are never added to each other.

mod figure;
mod illustration;
mod known;
mod members;
mod view;

pub use figure::{Figure, FigureFilter, FigureKind, FigureList, MAX_INVITEES, PlaceFigure, Scope, Years};
pub use illustration::{Illustration, Series};
pub use known::{Known, known, known_by_place};
pub use members::{CountryMembers, FEWEST_SHOWN, MapMemberFilter, MapMembers, ROUNDED_TO};
pub use view::{MapForm, MapLayer, MapView};

use crate::api::{Empty, table::endpoints};

endpoints! { Map;
    /// Published figures of invitees with their sources, and what they say about each country/region together.
    ListFigures: Get "/api/map/figures" [Public] () FigureFilter => FigureList;
    /// Fictional figures that fill the programme's total; never shown without saying so.
    GetIllustration: Get "/api/map/illustration" [Public] () Empty => Illustration;
    /// How many members the caller may see in each country/region, rounded so that nobody can be singled out.
    ListMapMembers: Get "/api/map/members" [Public] () MapMemberFilter => MapMembers;
}
