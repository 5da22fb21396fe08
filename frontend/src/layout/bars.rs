//! The bar at the top, the one at the bottom of phones, and the footer.

use shared::words::{LANGUAGES, Text};
use yew::{Callback, Html, MouseEvent, html};

use super::settings::{Settings, language_key};
use crate::browser::preferences::Theme;
use crate::routes::Route;
use crate::ui::{IconName, icon};
use crate::words::Words;

/// Mark, pages, search, language, theme, and who is signed in.
pub(super) fn top_bar(words: &Words, settings: &Settings, route: Route, search: Html, account: Html) -> Html {
    let entry = |to: Route, key: &'static str| {
        let current = (to == route).then_some("page");
        html! { <li><a class="top-bar-link" href={to.path()} aria-current={current}>{ words.t(key) }</a></li> }
    };
    html! {
        <header class="top-bar">
            <div class="top-bar-inner">
                <a class="mark" href="/" aria-label={words.t("nav.start")}>
                    { icon(IconName::Blossom) }
                    <span class="mark-name">{ words.t("club.name") }</span>
                </a>
                <nav class="top-bar-nav" aria-label={words.t("nav.label")}>
                    <ul>
                        { entry(Route::Home, "nav.home") }
                        { entry(Route::Directory, "nav.directory") }
                        { entry(Route::Map, "nav.map") }
                        { entry(Route::Events, "nav.events") }
                    </ul>
                </nav>
                <div class="top-bar-search">{ search }</div>
                { language_button(words, settings) }
                { theme_button(words, settings) }
                <div class="top-bar-account">{ account }</div>
            </div>
        </header>
    }
}

/// Says the other language in that language, and switches to it.
fn language_button(words: &Words, settings: &Settings) -> Html {
    let other = LANGUAGES
        .into_iter()
        .find(|language| *language != words.language())
        .unwrap_or(LANGUAGES[0]);
    let onclick = settings.set_language.reform(move |_: MouseEvent| other);
    html! {
        <button type="button" class="button button--quiet top-bar-setting" lang={other} {onclick}>
            { words.t(language_key(other)) }
        </button>
    }
}

/// Goes round system, light and dark.
fn theme_button(words: &Words, settings: &Settings) -> Html {
    let (name, next) = match settings.theme {
        Theme::System => (IconName::Device, Theme::Light),
        Theme::Light => (IconName::Sun, Theme::Dark),
        Theme::Dark => (IconName::Moon, Theme::System),
    };
    let label = Text::new("theme.button")
        .with("now", words.t(settings.theme.key()))
        .with("next", words.t(next.key()));
    let label = words.say(&label);
    let onclick = settings.set_theme.reform(move |_: MouseEvent| next);
    html! {
        <button type="button" class="icon-button top-bar-setting" aria-label={label.clone()} title={label} {onclick}>
            { icon(name) }
        </button>
    }
}

/// On phones: five entries within reach of the thumb. More do not fit; the mark at the top leads to the start page.
pub(super) fn bottom_bar(words: &Words, route: Route, me: Route, on_settings: &Callback<()>) -> Html {
    let entry = |to: Route, name: IconName, key: &'static str| {
        html! {
            <li>
                <a class="bottom-bar-entry" href={to.path()} aria-current={(to == route).then_some("page")}>
                    { icon(name) }
                    <span>{ words.t(key) }</span>
                </a>
            </li>
        }
    };
    let onclick = on_settings.reform(|_: MouseEvent| ());
    html! {
        <nav class="bottom-bar" aria-label={words.t("nav.label")}>
            <ul>
                { entry(Route::Directory, IconName::People, "nav.directory") }
                { entry(Route::Map, IconName::Globe, "nav.map") }
                { entry(Route::Events, IconName::Calendar, "nav.events") }
                { entry(me, IconName::Person, "nav.me") }
                <li>
                    <button type="button" class="bottom-bar-entry" aria-haspopup="dialog" {onclick}>
                        { icon(IconName::Settings) }
                        <span>{ words.t("nav.settings") }</span>
                    </button>
                </li>
            </ul>
        </nav>
    }
}

/// The end of every page.
pub(super) fn footer(words: &Words, is_demo: bool) -> Html {
    html! {
        <footer class="footer">
            <p class="footer-name">{ icon(IconName::Blossom) }<span>{ words.t("club.name") }</span></p>
            <p>{ words.t("footer.privacy") }</p>
            if is_demo {
                <p>{ words.t("footer.demo") }</p>
                <p><a href={Route::Outbox.path()}>{ words.t("footer.outbox") }</a></p>
            }
        </footer>
    }
}
