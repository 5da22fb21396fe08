//! One function for each row of the table.

use shared::map::{FigureList, GetIllustration, Illustration, ListFigures, ListMapMembers, MapMembers};

use super::service;
use crate::app::App;
use crate::error::Result;
use crate::http::{Call, Reply};

/// Published figures and what they say together.
pub(super) async fn list_figures(app: App, call: Call<ListFigures>) -> Result<FigureList> {
    service::list_figures(&app, call.input).await
}

/// The fictional figures.
pub(super) async fn get_illustration(app: App, _call: Call<GetIllustration>) -> Result<Illustration> {
    service::get_illustration(&app).await
}

/// Members by country/region in rounded numbers.
pub(super) async fn list_map_members(app: App, call: Call<ListMapMembers>) -> Result<Reply<MapMembers>> {
    let json = service::list_map_members(&app, call.actor.viewer(), call.input);
    Ok(Reply::encoded(json))
}
