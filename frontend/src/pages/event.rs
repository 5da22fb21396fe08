//! One event: what it is, the reader's answer, who comes. Counts move while the page is open.

use std::rc::Rc;

use shared::api::{Empty, Feature, ProblemCode};
use shared::events::{EventDetail, GetEvent, LanguageFilter};
use shared::ids::EventId;
use shared::rsvp::{GetRsvp, ListGuests, RsvpState};
use yew::{AttrValue, Callback, Html, Properties, component, hook, html, use_effect_with};

use crate::api::{Failure, load, use_query, use_query_if, use_revisions};
use crate::browser::{dom, live};
use crate::features::auth::use_session;
use crate::features::events::{calendar_buttons, event_banner, event_facts, event_text, report_view, seats_bar};
use crate::features::rsvp::{RsvpPanel, guest_list};
use crate::layout::use_title;
use crate::routes::Route;
use crate::ui::{IconName, SkeletonShape, empty_state, icon, skeleton};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Which.
    pub event: EventId,
}

/// The page.
#[component]
pub(super) fn EventPage(props: &Props) -> Html {
    let words = use_words();
    let id = props.event;
    let language = words.language().to_owned();
    let event = use_query::<GetEvent>(id, LanguageFilter { language });
    let state = use_query::<GetRsvp>(id, Empty {});
    let title = event
        .data
        .as_ref()
        .map(|event| AttrValue::from(event.summary.title.clone()));
    use_title(title.unwrap_or_else(|| words.t("event.title")));
    use_live(id);
    if event.failure.as_ref().and_then(Failure::code) == Some(ProblemCode::NotFound) {
        let way_out = html! { <a class="button" href={Route::Events.path()}>{ words.t("event.all") }</a> };
        let title = html! { <h1>{ words.t("event.not_found") }</h1> };
        return empty_state(title, words.t("event.not_found_text"), way_out);
    }
    html! {
        <>
            <p class="back"><a href={Route::Events.path()}>{ icon(IconName::Back) }{ words.t("event.all") }</a></p>
            { load(&words, &event, skeleton(&words, SkeletonShape::Text, 5), |event| {
                // The lists' state stands in for the moment until the present one is here.
                let at_first = || RsvpState { own: event.summary.own, seats: event.summary.seats };
                let state = state.data.clone().unwrap_or_else(|| Rc::new(at_first()));
                html! { <Shown {event} {state} /> }
            }) }
        </>
    }
}

/// Asks again whenever the server says that something has changed.
#[hook]
fn use_live(id: EventId) {
    let revisions = use_revisions();
    use_effect_with(id, move |id| {
        let address = ["/api/live?event=", &id.to_string()].concat();
        let stream = live::listen(&address, move || {
            revisions.bump(Feature::Rsvp);
            revisions.bump(Feature::Events);
        });
        move || drop(stream)
    });
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    event: Rc<EventDetail>,
    state: Rc<RsvpState>,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    let words = use_words();
    let revisions = use_revisions();
    let ShownProps { event, state } = props;
    // The exact address shows itself when one is confirmed.
    let on_change = Callback::from(move |()| revisions.bump(Feature::Events));
    html! {
        <article class="event-page">
            { event_banner(&words, event) }
            <div class="event-main">
                { event_facts(&words, event) }
                { for event.report.iter().map(|report| report_view(&words, report)) }
                { event_text(&words, event) }
                <Guests event={event.summary.id} />
            </div>
            <aside class="event-side">
                { seats_bar(&words, &state.seats, event.summary.venue.is_some(), event.summary.is_online) }
                <Answering event={event.clone()} state={state.clone()} {on_change} />
                { calendar_buttons(&words, event, &dom::origin()) }
                { organiser_links(&words, event) }
            </aside>
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct AnsweringProps {
    event: Rc<EventDetail>,
    state: Rc<RsvpState>,
    on_change: Callback<()>,
}

/// The panel for members, the way in for everybody else.
#[component]
fn Answering(props: &AnsweringProps) -> Html {
    let words = use_words();
    let session = use_session();
    if session.is_signed_out() {
        return html! {
            <section class="rsvp">
                <h2>{ words.t("rsvp.title") }</h2>
                <p>{ words.t("rsvp.sign_in") }</p>
                <p><a class="button button--primary" href={Route::SignIn.path()}>{ words.t("account.sign_in") }</a></p>
            </section>
        };
    }
    let AnsweringProps {
        event,
        state,
        on_change,
    } = props;
    html! { <RsvpPanel event={event.clone()} state={state.clone()} on_change={on_change.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct GuestsProps {
    event: EventId,
}

/// Who comes; members only are told.
#[component]
fn Guests(props: &GuestsProps) -> Html {
    let words = use_words();
    let session = use_session();
    let guests = use_query_if::<ListGuests>(session.member().map(|_| (props.event, Empty {})));
    guests.data.map(|list| guest_list(&words, &list)).unwrap_or_default()
}

/// Ways to the organisers' screens.
fn organiser_links(words: &Words, event: &EventDetail) -> Html {
    if !event.is_organiser {
        return Html::default();
    }
    let door = Route::CheckIn(event.summary.id).path();
    html! { <p class="event-organiser"><a class="button" href={door}>{ words.t("door.title") }</a></p> }
}
