//! What an event's own page says: what and who invites, when, where, and the text.

use shared::events::{EventDetail, EventLife};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::clocks::event_clocks;
use super::row::where_it_is;
use crate::ui::{badge, chip};
use crate::words::Words;

/// Called off or over: said before everything else.
pub fn event_banner(words: &Words, event: &EventDetail) -> Html {
    match event.summary.life {
        EventLife::Cancelled => html! {
            <div class="notice event-banner" role="note">
                <strong>{ words.t("event.cancelled") }</strong>
                { for event.cancel_reason.iter().map(|reason| html! { <p>{ reason }</p> }) }
            </div>
        },
        EventLife::Past => html! { <p class="notice event-banner">{ words.t("event.past") }</p> },
        EventLife::Draft | EventLife::Scheduled | EventLife::Published => Html::default(),
    }
}

/// Title, hosts, clocks, place.
pub fn event_facts(words: &Words, event: &EventDetail) -> Html {
    let summary = &event.summary;
    let hosts = words.list(summary.hosts.iter().map(|host| words.region(*host)));
    html! {
        <header class="event-facts">
            <p class="event-chips">
                { chip(words.t(summary.kind.key())) }
                if summary.is_demo { { badge(words.t("event.demo")) } }
            </p>
            <h1 lang={foreign(words, event)}>{ &summary.title }</h1>
            <p class="event-lead" lang={foreign(words, event)}>{ &summary.summary }</p>
            { for summary.cover.iter().map(|id| picture(&["/api/pictures", &id.to_string()].join("/"))) }
            { event_clocks(words, summary) }
            <p class="event-place">{ where_it_is(words, summary) }</p>
            { exact(words, event) }
            <p class="event-hosts">{ words.say(&Text::new("event.hosts").with("names", hosts)) }</p>
        </header>
    }
}

fn picture(address: &str) -> Html {
    html! { <img class="event-cover" src={address.to_owned()} alt="" loading="lazy" /> }
}

/// Where exactly: for those only who have seats.
fn exact(words: &Words, event: &EventDetail) -> Html {
    let address = |address: &String| html! { <p class="event-address">{ address }</p> };
    let link = |link: &String| {
        html! {
            <p><a class="button" href={link.clone()} target="_blank" rel="noopener noreferrer">{ words.t("event.join_online") }</a></p>
        }
    };
    let is_open = event.summary.life == EventLife::Published;
    let is_hidden = event.address.is_none() && event.link.is_none() && is_open;
    html! {
        <>
            { for event.address.iter().map(address) }
            { for event.link.iter().map(link) }
            if is_hidden {
                <p class="event-hint">{ words.t("event.exact_later") }</p>
            }
        </>
    }
}

/// The description; the server made it from Markdown and cleaned it.
pub fn event_text(words: &Words, event: &EventDetail) -> Html {
    let html = Html::from_html_unchecked(AttrValue::from(event.description_html.clone()));
    let language = words.language_name(&event.summary.language);
    html! {
        <section class="event-description">
            if foreign(words, event).is_some() {
                <p class="event-hint">{ words.say(&Text::new("event.only_in").with("language", language)) }</p>
            }
            <div class="prose" lang={foreign(words, event)}>{ html }</div>
        </section>
    }
}

/// The language of the texts where it is not the reader's.
fn foreign(words: &Words, event: &EventDetail) -> Option<String> {
    let language = &event.summary.language;
    (language != words.language()).then(|| language.clone())
}
