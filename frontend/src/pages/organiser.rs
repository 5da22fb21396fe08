//! The organisers' pages: one's own events, beginning one, and one event with its editor and those who come.

use std::rc::Rc;

use shared::api::{Empty, ProblemCode};
use shared::codes::Role;
use shared::events::{DuplicateEvent, EventDraft, GetEventDraft, ListOwnEvents};
use shared::ids::EventId;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_state_eq};

use super::part_page::{Arriving, missing, use_part};
use super::parts::{Draw, Part};
use crate::api::{Failure, Query, load, use_mutation, use_query_if};
use crate::features::auth::{Session, use_session};
use crate::features::events::organising::{Editor, StartForm, kept_draft, own_list};
use crate::layout::{page_title, use_title};
use crate::routes::{Route, use_location};
use crate::ui::{IconName, SkeletonShape, chip, empty_state, icon, skeleton};
use crate::words::{Words, use_words};

/// Whether somebody may organise events.
fn is_organiser(session: &Session) -> bool {
    session.member().is_some_and(|member| member.role != Role::Member)
}

/// What others see, and what they can do; nothing for organisers, a skeleton before it is known who one is.
fn refused(words: &Words, session: &Session) -> Option<Html> {
    if !session.is_known() {
        return Some(skeleton(words, SkeletonShape::Text, 3));
    }
    if is_organiser(session) {
        return None;
    }
    let (text, way) = if session.is_signed_out() {
        let way =
            html! { <a class="button button--primary" href={Route::SignIn.path()}>{ words.t("account.sign_in") }</a> };
        ("organiser.sign_in", way)
    } else {
        let way = html! { <a class="button" href={Route::Events.path()}>{ words.t("organiser.see_events") }</a> };
        ("organiser.members", way)
    };
    Some(empty_state(
        html! { <h1>{ words.t("organiser.title") }</h1> },
        words.t(text),
        way,
    ))
}

/// One's own events.
#[component]
pub(super) fn OrganiserPage() -> Html {
    let words = use_words();
    let session = use_session();
    let push = use_location().push;
    use_title(words.t("organiser.title"));
    let query = use_query_if::<ListOwnEvents>(is_organiser(&session).then_some(((), Empty {})));
    let copy = use_mutation::<DuplicateEvent>();
    let on_copy = {
        let copy = copy.clone();
        Callback::from(move |id: EventId| {
            let push = push.clone();
            copy.run(&id, &Empty {}, move |draft| {
                push.emit(Route::OrganiserEvent(draft.id).path());
            });
        })
    };
    if let Some(refused) = refused(&words, &session) {
        return refused;
    }
    let begin =
        || html! { <a class="button button--primary" href={Route::NewEvent.path()}>{ words.t("organiser.new") }</a> };
    let content = load(&words, &query, skeleton(&words, SkeletonShape::Rows, 4), |list| {
        if list.events.is_empty() {
            let title = html! { <h2>{ words.t("organiser.none") }</h2> };
            return empty_state(title, words.t("organiser.none_text"), begin());
        }
        own_list(&words, &list.events, &on_copy)
    });
    let failed = copy.failure().map(|failure| words.say(&failure.text()));
    html! {
        <div class="organiser">
            <div class="organiser-head">
                { page_title(words.t("organiser.title"), Some(words.t("organiser.lead"))) }
                { begin() }
            </div>
            { for failed.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
            { content }
        </div>
    }
}

/// Beginning an event.
#[component]
pub(super) fn NewEventPage() -> Html {
    let words = use_words();
    let session = use_session();
    // Going back does not lead to the beginning of what is begun.
    let replace = use_location().replace;
    use_title(words.t("organiser.new"));
    if let Some(refused) = refused(&words, &session) {
        return refused;
    }
    let on_begun = replace.reform(|draft: Rc<EventDraft>| Route::OrganiserEvent(draft.id).path());
    html! {
        <div class="organiser narrow">
            { page_title(words.t("organiser.new"), Some(words.t("organiser.new_lead"))) }
            { for session.member().map(|member| html! { <StartForm country={member.country} {on_begun} /> }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Which one.
    pub id: EventId,
}

/// One event.
#[component]
pub(super) fn OrganiserEventPage(props: &Props) -> Html {
    let words = use_words();
    let session = use_session();
    let here = use_location();
    let shows_attendees = here.location.query.split('&').any(|pair| pair == "show=attendees");
    let side = use_part(shows_attendees.then_some(Part::Attendees));
    let query = use_query_if::<GetEventDraft>(is_organiser(&session).then_some((props.id, Empty {})));
    // What was saved last is newer than the answer to the question.
    let saved = use_state_eq(|| None::<(EventId, String)>);
    let named = saved
        .as_ref()
        .filter(|(id, _)| *id == props.id)
        .map(|(_, title)| title.as_str());
    let title = query
        .data
        .as_ref()
        .map(|draft| title_of(&words, named.unwrap_or(original(draft))));
    let title = title.unwrap_or_else(|| words.t("organiser.title"));
    use_title(title.clone());
    if let Some(refused) = refused(&words, &session) {
        return refused;
    }
    let code = query.failure.as_ref().and_then(Failure::code);
    if matches!(code, Some(ProblemCode::NotFound | ProblemCode::Forbidden)) {
        let way = html! { <a class="button" href={Route::Organiser.path()}>{ words.t("organiser.all") }</a> };
        let title = html! { <h1>{ words.t("organiser.not_found") }</h1> };
        return empty_state(title, words.t("organiser.not_found_text"), way);
    }
    let on_go = here
        .push
        .reform(|id: Option<EventId>| id.map_or(Route::Organiser, Route::OrganiserEvent).path());
    let on_saved = {
        let (saved, id) = (saved.setter(), props.id);
        Callback::from(move |title: String| saved.set(Some((id, title))))
    };
    let author = session.member().map(|member| member.id);
    // What was typed stands on the screen whatever becomes of the question.
    let data = query.data.clone().or_else(|| kept_draft(props.id, author));
    let failure = query.failure.clone().filter(|_| data.is_none());
    let query = Query { data, failure, ..query };
    load(&words, &query, skeleton(&words, SkeletonShape::Text, 4), |draft| {
        html! {
            <div class="organiser">
                { head(&words, &draft, title, shows_attendees) }
                if shows_attendees {
                    { attendees(&words, &side, draft) }
                } else {
                    <Editor key={draft.id.to_string()} draft={Rc::clone(&draft)} {author} {on_go} {on_saved} />
                }
            </div>
        }
    })
}

/// Who comes, when what draws it has arrived.
fn attendees(words: &Words, side: &Arriving, draft: Rc<EventDraft>) -> Html {
    match side.draw {
        Some(Draw::Attendees(draw)) => draw(draft),
        _ if side.is_missing => missing(words, &side.retry),
        _ => skeleton(words, SkeletonShape::Rows, 5),
    }
}

/// The original title.
fn original(draft: &EventDraft) -> &str {
    draft.input.texts.first().map_or("", |text| text.title.as_str())
}

fn title_of(words: &Words, title: &str) -> AttrValue {
    let title = title.trim();
    if title.is_empty() {
        words.t("editor.untitled")
    } else {
        AttrValue::from(title.to_owned())
    }
}

/// The event's name, how far it has come, and its two sides.
fn head(words: &Words, draft: &EventDraft, title: AttrValue, shows_attendees: bool) -> Html {
    let path = Route::OrganiserEvent(draft.id).path();
    let tab = |key: &'static str, href: String, is_here: bool| {
        html! { <a {href} aria-current={is_here.then_some("page")}>{ words.t(key) }</a> }
    };
    let attendees = [path.as_str(), "show=attendees"].join("?");
    let is_known = draft.life.is_known();
    html! {
        <header class="organiser-head">
            <div>
                <p class="back"><a href={Route::Organiser.path()}>{ icon(IconName::Back) }{ words.t("organiser.all") }</a></p>
                <h1>{ title }</h1>
                <p class="chips">{ chip(words.t(draft.life.key())) }</p>
            </div>
            <nav class="tabs" aria-label={words.t("organiser.sides")}>
                { tab("organiser.edit", path, !shows_attendees) }
                { tab("organiser.attendees", attendees, shows_attendees) }
                if is_known {
                    <a href={Route::Event(draft.id).path()}>{ words.t("organiser.as_members") }</a>
                }
            </nav>
        </header>
    }
}
