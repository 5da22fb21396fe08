//! One's own profile: changed, found by it at once, refused without losing anything, seen as others see it.

use serde_json::json;
use shared::api::Empty;
use shared::auth::GetSession;
use shared::codes::{Audience, Role};
use shared::directory::{GetOwnProfile, UpdateProfile};

use crate::support::{DESKTOP, Page, Server, walk_on, words};

/// A name of a place that nobody else works at.
const PLACE: &str = "Institute of Quokka Cartography";
/// People enough for a club in which things are changed.
const MEMBERS: u32 = 2_000;

/// Lets everybody find the person of this role.
async fn be_public(page: &Page) {
    page.become_role(Role::Member).await;
    let mut input = page.call::<GetOwnProfile>((), &Empty {}).await.to_input();
    input.audiences.listing = Audience::Public;
    input.audiences.affiliation = Audience::OnlyMe;
    page.call::<UpdateProfile>((), &input).await;
}

async fn save(page: &Page) {
    page.press("button", &words("own.save")).await;
    page.get_like("any", &words("own.saved")).await;
}

#[tokio::test]
async fn a_changed_profile_is_found_at_once_by_whom_it_is_shown_to() {
    let server = Server::start("own-profile", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        be_public(page).await;
        let session = page.call::<GetSession>((), &Empty {}).await;
        let own = format!("/members/{}", session.member.unwrap().id);
        let search = "/directory?q=quokka+cartography";
        page.visit("/me").await;
        page.fill("#affiliation", PLACE).await;
        page.get_like("any", &words("own.changed")).await;
        save(page).await;
        page.visit(search).await;
        assert_eq!(page.rows().await, [own.as_str()], "oneself finds what is for oneself");
        page.become_nobody().await;
        page.visit(search).await;
        assert_eq!(page.rows().await, Vec::<String>::new(), "nobody else does");

        page.become_role(Role::Member).await;
        page.visit("/me").await;
        let typed = page.at("#affiliation").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some(PLACE));
        page.choose("[id='audiences.affiliation']", Audience::Public.code())
            .await;
        save(page).await;
        page.press("link", &words("nav.directory")).await;
        page.until_quiet().await;
        page.press_at("#search").await;
        page.keys("quokka cartography").await;
        let shown = "return document.querySelector('#results a[href]')?.getAttribute('href') === arguments[0]";
        page.until("the change is not found at once", shown, &[json!(own)])
            .await;

        page.become_nobody().await;
        page.visit(search).await;
        assert_eq!(
            page.rows().await,
            [own.as_str()],
            "everybody finds what is shown to everybody"
        );
        page.visit(&own).await;
        page.get_like("text", PLACE).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_there_again_after_a_look_at_another_page() {
    let server = Server::start("own-draft", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        be_public(page).await;
        page.visit("/me").await;
        page.fill("#affiliation", PLACE).await;
        page.get_like("any", &words("own.changed")).await;
        page.press("link", &words("nav.directory")).await;
        page.until_quiet().await;
        page.back().await;
        page.get_like("any", &words("own.changed")).await;
        let typed = page.at("#affiliation").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some(PLACE));
        save(page).await;
        page.press("link", &words("nav.directory")).await;
        page.until_quiet().await;
        page.back().await;
        page.until_quiet().await;
        let shown = page.at("#affiliation").await.prop("value").await.unwrap();
        assert_eq!(shown.as_deref(), Some(PLACE));
        assert!(
            !page.has("any", &words("own.changed")).await,
            "what was saved is no draft"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_under_its_field_and_nothing_typed_is_lost() {
    let server = Server::start("own-wrong", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        be_public(page).await;
        page.visit("/me").await;
        page.fill("#name", " ").await;
        page.fill("#affiliation", PLACE).await;
        page.press("button", &words("own.save")).await;
        check_refused(page, "name", &words("invalid.required")).await;

        // The page's own check stops most of it; the server's word counts where they differ.
        page.reload_anyway().await;
        page.fill("#affiliation", PLACE).await;
        page.fill("#native_name", "櫻").await;
        let meddle = "const send = window.fetch; window.fetch = async (...args) => { \
            const request = new Request(...args); \
            if (request.method !== 'PUT') return send(...args); \
            const input = await request.json(); \
            input.name = 'x'.repeat(300); \
            return send(request.url, { method: 'PUT', headers: request.headers, body: JSON.stringify(input) }); }";
        page.js(meddle, &[]).await;
        page.press("button", &words("own.save")).await;
        check_refused(page, "name", &words("invalid.too_long").replace("{max}", "200")).await;
        let native = page.at("#native_name").await.prop("value").await.unwrap();
        assert_eq!(native.as_deref(), Some("櫻"));
    })
    .await;
}

/// Checks that the field says why, has the keyboard, and that the other fields have what was typed.
async fn check_refused(page: &Page, field: &str, why: &str) {
    let wrong = page.at(&format!("[id='{field}'][aria-invalid=true]")).await;
    let described = wrong.attr("aria-describedby").await.unwrap().unwrap_or_default();
    let error = described.split(' ').next_back().unwrap_or_default();
    let said = page.at(&format!("[id='{error}']")).await.text().await.unwrap();
    assert_eq!(said.trim(), why);
    page.until_focused(field).await;
    page.get_like("any", &words("own.wrong")).await;
    let typed = page.at("#affiliation").await.prop("value").await.unwrap();
    assert_eq!(typed.as_deref(), Some(PLACE), "what was typed elsewhere is lost");
}

#[tokio::test]
async fn somebody_sees_themselves_as_others_do() {
    let server = Server::start("own-preview", MEMBERS).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        be_public(page).await;
        page.visit("/me").await;
        page.fill("#affiliation", PLACE).await;
        page.choose("[id='audiences.affiliation']", Audience::Members.code())
            .await;
        save(page).await;
        let shows = "return document.getElementById('preview').textContent.includes(arguments[0]) === arguments[1]";
        page.choose("#preview-as", Audience::Members.code()).await;
        page.until("members do not see it", shows, &[json!(PLACE), json!(true)])
            .await;
        page.choose("#preview-as", Audience::Public.code()).await;
        page.until("everybody sees it", shows, &[json!(PLACE), json!(false)])
            .await;

        page.choose("[id='audiences.listing']", Audience::OnlyMe.code()).await;
        save(page).await;
        let none = words("own.preview_none");
        page.until("who is not listed is seen", shows, &[json!(none), json!(true)])
            .await;
    })
    .await;
}
