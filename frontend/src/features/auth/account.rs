//! The end of the top bar: the way in, or oneself with a small menu.

use shared::api::Empty;
use shared::auth::SignOut;
use shared::codes::Role;
use shared::words::Text;
use yew::{Html, MouseEvent, component, html};

use super::use_session;
use crate::api::use_mutation;
use crate::routes::{Route, use_location};
use crate::ui::{AvatarSize, IconName, avatar, icon, use_toasts};
use crate::words::use_words;

/// The way in, or the menu. The menu is a popover of the platform: Escape and a click beside it close it.
#[component]
pub fn Account() -> Html {
    let words = use_words();
    let session = use_session();
    let sign_out = use_mutation::<SignOut>();
    let toasts = use_toasts();
    let address = use_location();
    let push = address.push;
    let Some(member) = session.member() else {
        return html! {
            if session.is_known() {
                <a class="button button--primary" href={Route::SignIn.path()}>{ words.t("account.sign_in") }</a>
            }
        };
    };
    let onclick = move |_: MouseEvent| {
        let (toasts, push) = (toasts.clone(), push.clone());
        sign_out.run(&(), &Empty {}, move |_| {
            toasts.say(Text::new("account.signed_out"));
            push.emit(Route::Home.path());
        });
    };
    let label = words.say(&Text::new("account.menu").with("name", &member.name));
    html! {
        <>
            <button type="button" class="account-button" popovertarget="account-menu" aria-label={label}>
                { avatar(&member.name, AvatarSize::Small) }
            </button>
            // Drawn anew on every page, so that following one of its links closes it.
            <div key={address.location.path.to_string()} id="account-menu" class="menu" popover="auto">
                <p class="menu-title">
                    <strong>{ &member.name }</strong>
                    <span>{ words.t(member.role.key()) }</span>
                </p>
                <a class="menu-entry" href={Route::OwnProfile.path()}>
                    { icon(IconName::Person) }
                    { words.t("account.profile") }
                </a>
                <a class="menu-entry" href={Route::Notices.path()}>
                    { icon(IconName::Settings) }
                    { words.t("account.notices") }
                </a>
                if member.role != Role::Member {
                    <a class="menu-entry" href={Route::Organiser.path()}>
                        { icon(IconName::Calendar) }
                        { words.t("account.organiser") }
                    </a>
                }
                <button type="button" class="menu-entry" {onclick}>
                    { icon(IconName::Close) }
                    { words.t("account.sign_out") }
                </button>
            </div>
        </>
    }
}
