//! One event: what it is, one's own answer, and who comes. It follows what happens while it is open.

use std::rc::Rc;

use shared::api::{Empty, ProblemCode};
use shared::events::{EventDetail, EventLife, GetEvent, LanguageFilter};
use shared::ids::EventId;
use shared::rsvp::{GetRsvp, GetRsvpDetails, GuestList, ListGuests};
use yew::{Html, Properties, component, html};

use crate::api::{Failure, Query, load, use_query, use_query_if};
use crate::browser::{dom, timing};
use crate::features::auth::{Session, use_session};
use crate::features::events::{banner, calendar_buttons, description, facts, heading, report, seats};
use crate::features::rsvp::{AnswerPanel, guests, use_live};
use crate::layout::use_title;
use crate::routes::{Route, use_location};
use crate::ui::{IconName, SkeletonShape, empty_state, icon, problem_panel, skeleton};
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
    let session = use_session();
    let search = use_location().search;
    let language = words.language().to_owned();
    let event = use_query::<GetEvent>(props.event, LanguageFilter { language });
    let state = use_query::<GetRsvp>(props.event, Empty {});
    let answered = state
        .data
        .as_ref()
        .filter(|state| state.own.is_some() && session.member().is_some());
    let details = use_query_if::<GetRsvpDetails>(answered.map(|_| (props.event, Empty {})));
    let guests = use_query_if::<ListGuests>(session.member().map(|_| (props.event, Empty {})));
    use_live(props.event, event.loading || state.loading || guests.loading);
    let title = event.data.as_ref().map(|event| event.summary.title.clone().into());
    use_title(title.unwrap_or_else(|| words.t("events.title")));
    if event.failure.as_ref().and_then(Failure::code) == Some(ProblemCode::NotFound) {
        return not_found(&words, &session, props.event);
    }
    let waiting = skeleton(&words, SkeletonShape::Text, 4);
    let content = load(&words, &kept(event), waiting, |event| {
        let own = state.data.as_ref().and_then(|state| state.own);
        let now = timing::now();
        html! {
            <article class="event-page">
                { banner(&words, &event) }
                { heading(&words, &event) }
                { organiser(&words, &event) }
                { facts(&words, &event, own.as_ref(), now) }
                if event.summary.life != EventLife::Published {
                } else if let Some(state) = &state.data {
                    <AnswerPanel
                        event={Rc::clone(&event)}
                        state={Rc::clone(state)}
                        details={details.data.clone()}
                        is_signed_in={session.is_known().then(|| session.member().is_some())}
                        {now}
                    />
                    { seats(&words, &state.seats) }
                } else if let Some(failure) = &state.failure {
                    { problem_panel(&words, &failure.text(), failure.request_id(), &state.retry) }
                }
                { report(&words, &event) }
                { description(&words, &event) }
                { coming(&words, &session, event.summary.life, &guests) }
                { calendar_buttons(&words, &event, &dom::origin(), own_calendar(&session)) }
            </article>
        }
    });
    html! { <>{ back_link(&words, search) }{ content }</> }
}

/// Where a member finds the calendar of all the own answers.
fn own_calendar(session: &Session) -> Option<String> {
    session.member().map(|_| Route::Notices.path())
}

/// What is known stays, although it could not be asked for again: without a network one reads on.
fn kept<T>(query: Query<T>) -> Query<T> {
    Query {
        failure: query.failure.filter(|_| query.data.is_none()),
        ..query
    }
}

/// The ways to the organisers' own page of it and to its door.
fn organiser(words: &Words, event: &EventDetail) -> Html {
    if !event.is_organiser {
        return Html::default();
    }
    let [own, door] = [Route::OrganiserEvent, Route::CheckIn].map(|route| route(event.summary.id).path());
    html! {
        <p class="event-organiser">
            <a class="button" href={own}>{ icon(IconName::Settings) }<span>{ words.t("event.organise") }</span></a>
            <a class="button" href={door}>{ icon(IconName::Check) }<span>{ words.t("door.title") }</span></a>
        </p>
    }
}

/// Who comes, or came, for members; nobody comes to what is called off.
fn coming(words: &Words, session: &Session, life: EventLife, list: &Query<GuestList>) -> Html {
    let is_over = life == EventLife::Past;
    let content = match &list.data {
        _ if life == EventLife::Cancelled => return Html::default(),
        Some(list) => guests(words, list, is_over),
        None if session.is_signed_out() && !is_over => html! { <p>{ words.t("guests.for_members") }</p> },
        None => return Html::default(),
    };
    html! {
        <section class="event-guests" aria-labelledby="guests-title">
            <h2 id="guests-title">{ words.t(if is_over { "guests.title_then" } else { "guests.title" }) }</h2>
            { content }
        </section>
    }
}

/// There is none, or none for this reader: who is signed out may see it after signing in.
fn not_found(words: &Words, session: &Session, id: EventId) -> Html {
    let href = Route::SignIn.at(&["event", &id.to_string()].join("="));
    let ways_out = html! {
        <>
            if session.is_signed_out() {
                <a class="button button--primary" {href}>{ words.t("account.sign_in") }</a>
            }
            <a class="button" href={Route::Events.path()}>{ words.t("event.all") }</a>
        </>
    };
    let key = if session.is_signed_out() {
        "event.not_found_out"
    } else {
        "event.not_found_text"
    };
    empty_state(
        html! { <h1>{ words.t("event.not_found") }</h1> },
        words.t(key),
        ways_out,
    )
}

/// Back to the list as it was left, otherwise to all events.
fn back_link(words: &Words, search: Option<String>) -> Html {
    let href = search.filter(|search| search.starts_with("/events"));
    let href = href.unwrap_or_else(|| Route::Events.path());
    html! { <p class="back"><a {href}>{ icon(IconName::Back) }{ words.t("event.all") }</a></p> }
}
