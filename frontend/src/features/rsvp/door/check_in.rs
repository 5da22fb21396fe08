//! The door: codes by camera or typed, names searched, counts, and what has not been sent yet.

use shared::ids::EventId;
use shared::rsvp::{DoorList, ScanResult, ScanVerdict};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, SubmitEvent, component, html, use_state};

use super::camera::Camera;
use super::guest_rows::guest_rows;
use super::use_door::{Door, use_door};
use crate::api::load;
use crate::browser::intl::zones;
use crate::forms::{Field, text_field};
use crate::ui::{IconName, SkeletonShape, icon, skeleton};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub event: EventId,
}

/// The door of an event.
#[component]
pub fn CheckInPanel(props: &Props) -> Html {
    let words = use_words();
    let door = use_door(props.event);
    let typed = use_state(String::new);
    let setter = typed.setter();
    let on_change = Callback::from(move |text: String| setter.set(text));
    let onsubmit = {
        let (typed, on_scan) = (typed.clone(), door.on_scan.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !typed.trim().is_empty() {
                on_scan.emit(typed.to_string());
            }
        })
    };
    let field = Field::new("door-search", words.t("door.search")).hint(words.t("door.search_hint"));
    let rows = load(&words, &door.list, skeleton(&words, SkeletonShape::Text, 4), |list| {
        html! {
            <>
                { counts(&words, &door, &list) }
                { guest_rows(&words, &list, &door.pending, &typed, &door.on_scan) }
            </>
        }
    });
    html! {
        <section class="door-panel">
            <Camera on_code={door.on_scan.clone()} />
            <form class="door-form" {onsubmit}>
                { text_field(&words, &field, (*typed).clone(), &on_change) }
                <button type="submit" class="button">{ words.t("door.check") }</button>
            </form>
            <div class="door-last" role="status" aria-live="assertive">{ for door.last.as_ref().map(|last| verdict(&words, last)) }</div>
            { rows }
        </section>
    }
}

/// How many are in, and how many scans wait for the network.
fn counts(words: &Words, door: &Door, list: &DoorList) -> Html {
    let all = u32::try_from(list.guests.len()).unwrap_or(u32::MAX);
    let is_in = list.checked_in + door.pending.len();
    let said = Text::new("door.counts")
        .with("in", words.number(is_in))
        .with("all", words.number(all));
    html! {
        <p class="door-counts" role="status">
            <strong>{ words.say(&said) }</strong>
            if !door.pending.is_empty() {
                <span class="door-pending">
                    { words.count(if door.is_sending { "door.sending" } else { "door.waiting" }, door.pending.len()) }
                </span>
            }
            if let Some(failure) = &door.failure {
                <span class="field-error">{ icon(IconName::Alert) }{ words.say(failure) }</span>
            }
        </p>
    }
}

/// What the last scan came to, large and in words.
pub fn verdict(words: &Words, last: &ScanResult) -> Html {
    let class = match last.verdict {
        ScanVerdict::CheckedIn => "door-verdict door-verdict--in",
        ScanVerdict::Already => "door-verdict door-verdict--already",
        ScanVerdict::NotConfirmed | ScanVerdict::Unknown => "door-verdict door-verdict--no",
    };
    html! {
        <p {class}>
            <strong>{ words.t(last.verdict.key()) }</strong>
            { for last.name.iter().map(|name| html! { <span>{ name }</span> }) }
            { for before(words, last).into_iter().map(|said| html! { <span>{ said }</span> }) }
        </p>
    }
}

/// When and by whom a party was let in that comes a second time.
fn before(words: &Words, last: &ScanResult) -> Vec<AttrValue> {
    if last.verdict != ScanVerdict::Already {
        return Vec::new();
    }
    let since = |at| {
        let moment = zones::moment(words.language(), at, &zones::own());
        words.say(&Text::new("door.since").with("moment", moment))
    };
    let by = match &last.by {
        Some(name) => words.say(&Text::new("door.by").with("name", name)),
        None => words.t("door.here"),
    };
    last.at.map(since).into_iter().chain([by]).collect()
}
