//! One function for each row of the table.

use shared::directory::{
    DirectorySize, GetDirectorySize, GetMember, GetOwnProfile, ListMembers, MemberDetail, MemberPage, OwnProfile,
    PreviewProfile, ProfilePreview, SuggestMembers, Suggestions, UpdateProfile,
};

use super::service;
use crate::app::App;
use crate::error::Result;
use crate::http::{Call, Reply};

/// Finds members by words and facets.
pub(super) async fn list_members(app: App, call: Call<ListMembers>) -> Result<Reply<MemberPage>> {
    let json = app.directory.list(call.actor.viewer(), call.input);
    Ok(Reply::encoded(json))
}

/// The best few members for the words typed so far.
pub(super) async fn suggest_members(app: App, call: Call<SuggestMembers>) -> Result<Suggestions> {
    Ok(app.directory.suggest(call.actor.viewer(), &call.input.q))
}

/// One member's profile.
pub(super) async fn get_member(app: App, call: Call<GetMember>) -> Result<MemberDetail> {
    app.directory.detail(call.actor.viewer(), call.params)
}

/// The totals that everybody may know.
pub(super) async fn get_directory_size(app: App, _call: Call<GetDirectorySize>) -> Result<DirectorySize> {
    Ok(app.directory.size())
}

/// One's own profile.
pub(super) async fn get_own_profile(app: App, call: Call<GetOwnProfile>) -> Result<OwnProfile> {
    service::own_profile(&app, call.actor.member_id).await
}

/// Replaces one's own profile.
pub(super) async fn update_profile(app: App, call: Call<UpdateProfile>) -> Result<OwnProfile> {
    service::update_profile(&app, call.actor.member_id, &call.input).await
}

/// One's own profile as somebody else sees it.
pub(super) async fn preview_profile(app: App, call: Call<PreviewProfile>) -> Result<ProfilePreview> {
    service::preview_profile(&app, call.actor.member_id, call.input.viewer).await
}
