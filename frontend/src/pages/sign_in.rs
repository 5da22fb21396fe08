//! Signing in: to the start page, or back to the event that asked for it.

use shared::words::Text;
use yew::{Html, component, html};

use crate::features::auth::{DemoDoors, use_session};
use crate::layout::{page_title, use_title};
use crate::routes::{Route, use_location};
use crate::ui::{SkeletonShape, skeleton};
use crate::words::use_words;

/// The page.
#[component]
pub fn SignInPage() -> Html {
    let words = use_words();
    let session = use_session();
    let here = use_location();
    use_title(words.t("sign_in.title"));
    let next = next(&here.location.query);
    let on_signed_in = here.push.reform(move |()| next.path());
    let content = match (session.is_known(), session.is_demo()) {
        (false, _) => skeleton(&words, SkeletonShape::Text, 1),
        (true, true) => html! { <DemoDoors {on_signed_in} /> },
        (true, false) => html! { <p class="card">{ words.t("sign_in.soon") }</p> },
    };
    let lead = session.is_demo().then(|| words.t("sign_in.demo"));
    html! {
        <div class="narrow">
            { page_title(words.t("sign_in.title"), lead) }
            if let Some(member) = session.member() {
                <p class="notice">{ words.say(&Text::new("sign_in.already").with("name", &member.name)) }</p>
            }
            { content }
        </div>
    }
}

/// Where somebody goes who has signed in: the event that the address names, or the start page.
fn next(query: &str) -> Route {
    let event = query.strip_prefix("event=").and_then(|id| id.parse().ok());
    event.map_or(Route::Home, Route::Event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_can_name_an_event_and_nothing_else() {
        let id = "01890000-0000-7000-8000-000000000001";
        assert_eq!(next(&["event", id].join("=")), Route::Event(id.parse().unwrap()));
        for query in ["", "event=", "event=//club.example", "next=/me"] {
            assert_eq!(next(query), Route::Home, "{query}");
        }
    }
}
