//! Bars, skip link, main region and footer around a page. Follows the page's own links without a reload.

use yew::{Callback, Html, KeyboardEvent, MouseEvent, Properties, component, hook, html, use_effect_with};

use super::bars::{bottom_bar, footer, top_bar};
use super::page_title::{ANNOUNCER, use_arrival};
use super::settings::{Settings, settings_panel};
use crate::browser::{dom, event};
use crate::routes::{Route, use_location};
use crate::ui::{Dialog, turn, use_flag};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language and theme.
    pub settings: Settings,
    /// The search field of the top bar.
    pub search: Html,
    /// Who is signed in, or the way in.
    pub account: Html,
    /// Where "me" leads to.
    pub me: Route,
    /// Whether all people are fictional.
    pub is_demo: bool,
    /// The page.
    pub children: Html,
}

/// The frame.
#[component]
pub fn Shell(props: &Props) -> Html {
    let words = use_words();
    let here = use_location();
    let route = here.route();
    let settings = &props.settings;
    let is_open = use_flag();
    let push = here.push;
    let follow = Callback::from(move |click: MouseEvent| {
        if let Some(url) = event::followed_link(&click) {
            click.prevent_default();
            push.emit(url);
        }
    });
    let skip = |click: MouseEvent| {
        click.prevent_default();
        dom::jump_to("main");
    };
    use_search_key();
    use_arrival();
    html! {
        <div class="shell" onclick={follow}>
            <a class="skip-link" href="#main" onclick={skip}>{ words.t("nav.skip") }</a>
            { top_bar(&words, settings, route, props.search.clone(), props.account.clone()) }
            if props.is_demo {
                <aside class="demo-line">{ words.t("demo.line") }</aside>
            }
            <main id="main" tabindex="-1" class="main">{ props.children.clone() }</main>
            <div class="visually-hidden" role="status" id={ANNOUNCER} />
            { footer(&words, props.is_demo) }
            { bottom_bar(&words, route, props.me, &turn(&is_open, true)) }
            <Dialog id="settings" title={words.t("nav.settings")} is_open={*is_open} on_close={turn(&is_open, false)}>
                { settings_panel(&words, settings) }
            </Dialog>
        </div>
    }
}

/// `/` goes to the search field, unless something is being typed.
#[hook]
fn use_search_key() {
    use_effect_with((), |()| {
        let listener = dom::on_key(|key: KeyboardEvent| {
            let is_free = !event::is_typing(&key) && !event::has_modifier(&key) && !key.default_prevented();
            if key.key() == "/" && is_free && dom::focus("search") {
                key.prevent_default();
            }
        });
        move || drop(listener)
    });
}
