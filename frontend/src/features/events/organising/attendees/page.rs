//! The page of those who come.

use std::rc::Rc;

use shared::api::Empty;
use shared::events::{EventDraft, EventLife};
use shared::ids::EventId;
use shared::rsvp::{Attendee, ListAttendees, OwnStanding, RemoveAttendee};
use shared::words::Text;
use yew::{Callback, Html, InputEvent, Properties, component, html, use_state_eq};

use super::table::counted;
use super::{Answers, MessageForm, PlaceForm, ReportForm, attendee_table};
use crate::api::{load, use_mutation, use_query};
use crate::browser::event;
use crate::routes::Route;
use crate::ui::{Dialog, IconName, SkeletonShape, icon, main_button, press_button, skeleton};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub draft: Rc<EventDraft>,
}

/// The page.
#[component]
pub fn Attendees(props: &Props) -> Html {
    let words = use_words();
    let id = props.draft.id;
    let life = props.draft.life;
    let query = use_query::<ListAttendees>(id, Empty {});
    let typed = use_state_eq(String::new);
    let leaving = use_state_eq(|| None::<Attendee>);
    let setter = typed.setter();
    let oninput = move |event: InputEvent| setter.set(event::typed(&event));
    let is_open = !matches!(life, EventLife::Past | EventLife::Cancelled);
    let setter = leaving.setter();
    let content = load(&words, &query, skeleton(&words, SkeletonShape::Rows, 5), |list| {
        let answers = Answers {
            words: &words,
            questions: &props.draft.input.questions,
            is_open,
            on_remove: Callback::from(move |attendee| setter.set(Some(attendee))),
        };
        html! {
            <>
                { tiles(&words, &list.attendees) }
                { search(&words, id, oninput) }
                { ways(&words, id, life) }
                { attendee_table(&answers, &list.attendees, &typed) }
            </>
        }
    });
    html! {
        <div class="attendees">
            <div>
                <h2>{ words.t("organiser.attendees") }</h2>
                { content }
            </div>
            <div class="attendee-forms">
                if is_open {
                    <PlaceForm draft={Rc::clone(&props.draft)} />
                }
                if life.is_known() {
                    <MessageForm draft={Rc::clone(&props.draft)} />
                }
                if life == EventLife::Past {
                    <ReportForm draft={Rc::clone(&props.draft)} />
                }
            </div>
            <RemoveDialog event={id} attendee={(*leaving).clone()} on_close={let leaving = leaving.setter(); move |()| leaving.set(None)} />
        </div>
    }
}

fn tiles(words: &Words, attendees: &[Attendee]) -> Html {
    let tile = |(standing, key): (OwnStanding, &'static str)| {
        let count = counted(attendees, standing);
        html! { <div class="attendee-tile"><dt>{ words.t(key) }</dt><dd>{ words.number(count) }</dd></div> }
    };
    let tiles = [
        (OwnStanding::Confirmed, "attendees.confirmed"),
        (OwnStanding::Offered, "attendees.offered"),
        (OwnStanding::Waiting, "attendees.waiting"),
    ];
    html! { <dl class="attendee-tiles">{ for tiles.into_iter().map(tile) }</dl> }
}

fn search(words: &Words, id: EventId, oninput: impl Fn(InputEvent) + 'static) -> Html {
    let file = ["/api/organiser/events/", id.to_string().as_str(), "/attendees.csv"].concat();
    html! {
        <div class="attendee-search">
            <div class="field">
                <label class="field-label" for="attendee-search">{ words.t("attendees.search") }</label>
                <input class="input" id="attendee-search" type="search" autocomplete="off" {oninput} />
            </div>
            <a class="button" href={file} download="">{ icon(IconName::Download) }{ words.t("attendees.file") }</a>
        </div>
    }
}

/// To the door, and to the forms below a list that may be long.
fn ways(words: &Words, id: EventId, life: EventLife) -> Html {
    let way = |href: String, key: &'static str| html! { <a class="button" {href}>{ words.t(key) }</a> };
    let is_open = !matches!(life, EventLife::Past | EventLife::Cancelled);
    html! {
        <p class="attendee-ways">
            if life == EventLife::Published {
                { way(Route::CheckIn(id).path(), "door.title") }
            }
            if is_open {
                { way("#place-form".into(), "attendees.place") }
            }
            if life.is_known() {
                { way("#message-form".into(), "attendees.message") }
            }
            if life == EventLife::Past {
                { way("#report-form".into(), "report.title") }
            }
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct RemoveProps {
    event: EventId,
    attendee: Option<Attendee>,
    on_close: Callback<()>,
}

/// Says what it means to remove somebody, and does it.
#[component]
fn RemoveDialog(props: &RemoveProps) -> Html {
    let words = use_words();
    let remove = use_mutation::<RemoveAttendee>();
    let Some(attendee) = &props.attendee else {
        return Html::default();
    };
    let failed = remove.failure().map(|failure| words.say(&failure.text()));
    let name = |key: &'static str| words.say(&Text::new(key).with("name", &attendee.name));
    let confirm = {
        let (on_close, id) = (props.on_close.clone(), (props.event, attendee.member_id));
        Callback::from(move |()| {
            let on_close = on_close.clone();
            remove.run(&id, &Empty {}, move |_| on_close.emit(()));
        })
    };
    let footer = html! {
        <div class="editor-actions">
            { press_button(words.t("attendees.keep"), None, &props.on_close) }
            { main_button(name("attendees.remove_name"), &confirm) }
        </div>
    };
    html! {
        <Dialog id="remove" title={name("attendees.remove_title")} is_open=true on_close={props.on_close.clone()} {footer}>
            <p>{ words.t("attendees.remove_text") }</p>
            { for failed.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
        </Dialog>
    }
}
