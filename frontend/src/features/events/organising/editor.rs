//! The editor of an event: the form, how saving goes, and the event as members will see it.

use std::rc::Rc;

use shared::events::{EventDraft, LocalTime};
use shared::ids::{EventId, MemberId};
use yew::{Callback, Html, Properties, SubmitEvent, component, hook, html, use_effect_with, use_memo, use_state_eq};

use super::desk::{Desk, DeskHandle, Phase, use_desk};
use super::fair::FairPanel;
use super::labels::{first_wrong, wrong_list};
use super::preview::PreviewPanel;
use super::sections::{self, When};
use super::sheet::{Edit, Sheet};
use super::standing::{conflict_panel, status_line};
use super::steps::{CancelDialog, Opened, PublishDialog, SaveDialog, step_buttons};
use super::steps_taken::use_steps;
use super::zone_picker::ZonePicker;
use crate::browser::{dialog, dom, scroll};
use crate::forms::{ERROR_SUMMARY, error_summary};
use crate::ui::{Dialog, main_button};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the server has.
    pub draft: Rc<EventDraft>,
    /// Who edits it.
    pub author: Option<MemberId>,
    /// Called with the id of an event to go to; nothing leads to the list.
    pub on_go: Callback<Option<EventId>>,
    /// Called with the original title whenever another one is saved.
    pub on_saved: Callback<String>,
}

/// The editor.
#[component]
pub fn Editor(props: &Props) -> Html {
    let words = use_words();
    let handle = use_desk(Rc::clone(&props.draft), props.author);
    let opened = use_state_eq(|| None::<Opened>);
    let steps = use_steps(&handle, &props.on_go);
    let desk = Rc::clone(&handle.desk);
    let on_open = {
        let (handle, opened, steps) = (handle.clone(), opened.setter(), steps.clone());
        Callback::from(move |step: Opened| match step {
            Opened::Publish | Opened::Save if !is_ready(&handle, step) => look_at_wrong(),
            Opened::Unschedule | Opened::Duplicate => steps.emit(step),
            Opened::Publish | Opened::Save | Opened::Cancel | Opened::Delete => opened.set(Some(step)),
        })
    };
    let title = desk.saved.input.texts.first().map(|text| text.title.clone());
    let on_saved = props.on_saved.clone();
    use_effect_with(title, move |title| on_saved.emit(title.clone().unwrap_or_default()));
    let sheet = Sheet {
        words: words.clone(),
        input: Rc::clone(&desk.input),
        errors: Rc::clone(&desk.errors),
        on_edit: handle.on_edit(),
    };
    let theirs = {
        let handle = handle.clone();
        Callback::from(move |()| handle.take_theirs())
    };
    let mine = {
        let handle = handle.clone();
        Callback::from(move |()| handle.keep_mine())
    };
    let is_open_to_change = desk.saved.life.is_open_to_change();
    html! {
        <div class="editor">
            <div class="editor-bar">
                if is_open_to_change {
                    { status_line(&words, &desk) }
                }
                { step_buttons(&words, &desk, &on_open) }
            </div>
            { conflict_panel(&words, &desk, &theirs, &mine) }
            { for desk.saved.notes.iter().map(|note| html! { <p class="notice" role="status">{ words.say(note) }</p> }) }
            { error_summary(&words, words.t("editor.wrong"), wrong_list(&sheet)) }
            <div class="editor-columns">
                if is_open_to_change {
                    <Form {sheet} desk={Rc::clone(&desk)} />
                } else {
                    <p class="notice">{ words.t("editor.closed") }</p>
                }
                <PreviewPanel input={Rc::clone(&desk.input)} saved={Rc::clone(&desk.saved)} />
            </div>
            { dialogs(&words, &handle, *opened, &opened.setter(), &steps) }
        </div>
    }
}

/// Whether everything is there; what is not is shown.
fn is_ready(handle: &DeskHandle, step: Opened) -> bool {
    let input = &handle.desk.input;
    let mut errors = input.check_complete().err().unwrap_or_default();
    errors.extend(input.check_bounds().err().unwrap_or_default());
    // What the server has found wrong stays so until it is changed.
    errors.extend(shared::validate::FieldErrors::clone(&handle.desk.errors));
    let is_ready = errors.is_empty() && !matches!(handle.desk.phase, Phase::Conflict(_));
    handle.refuse(errors);
    if is_ready && step == Opened::Publish {
        handle.save();
    }
    is_ready
}

/// Moves the keyboard to the summary of what is wrong, once it is drawn and no dialog is before it.
fn look_at_wrong() {
    scroll::frame(|| {
        if dialog::is_any_open() {
            look_at_wrong();
        } else {
            dom::jump_to(ERROR_SUMMARY);
        }
    });
}

type Open = yew::UseStateSetter<Option<Opened>>;

fn dialogs(words: &Words, handle: &DeskHandle, opened: Option<Opened>, open: &Open, steps: &Callback<Opened>) -> Html {
    let desk = Rc::clone(&handle.desk);
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(None))
    };
    let on_done = {
        let (open, handle) = (open.clone(), handle.clone());
        Callback::from(move |draft: Rc<EventDraft>| {
            open.set(None);
            handle.arrive(draft);
        })
    };
    let on_failure = {
        let (open, handle) = (open.clone(), handle.clone());
        Callback::from(move |failure: crate::api::Failure| {
            open.set(None);
            handle.fail(&failure);
            look_at_wrong();
        })
    };
    let on_save = {
        let (open, handle) = (open.clone(), handle.clone());
        Callback::from(move |()| {
            open.set(None);
            handle.save();
        })
    };
    let delete = {
        let steps = steps.clone();
        Callback::from(move |()| steps.emit(Opened::Delete))
    };
    let is = |step: Opened| opened == Some(step);
    html! {
        <>
            <PublishDialog
                desk={Rc::clone(&desk)} is_open={is(Opened::Publish)} on_close={close.clone()} on_done={on_done.clone()}
                {on_failure}
            />
            <SaveDialog seats={desk.saved.seats} is_open={is(Opened::Save)} on_close={close.clone()} {on_save} />
            <CancelDialog draft={Rc::clone(&desk.saved)} is_open={is(Opened::Cancel)} on_close={close.clone()} {on_done} />
            <Dialog
                id="delete" title={words.t("editor.delete_title")} is_open={is(Opened::Delete)} on_close={close}
                footer={html! { <div class="editor-actions">{ main_button(words.t("editor.delete_now"), &delete) }</div> }}
            >
                <p>{ words.t("editor.delete_text") }</p>
            </Dialog>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    sheet: Sheet,
    desk: Rc<Desk>,
}

/// All sections.
#[component]
fn Form(props: &FormProps) -> Html {
    let sheet = &props.sheet;
    let shelf = use_memo((), |()| sections::Shelf::default());
    use_wrong(&props.desk);
    let parts = When {
        zone: html! {
            <ZonePicker
                field={sheet.hinted("zone", "editor.zone", "editor.zone_hint")} zone={sheet.input.zone.clone()}
                on_choose={sheet.change(|input, zone: String| input.zone = zone)}
            />
        },
        fair: {
            let on_fill = sheet.on_edit.reform(|(starts, ends): (LocalTime, LocalTime)| {
                Edit::new(move |input| {
                    input.starts = starts.clone();
                    input.ends = ends.clone();
                })
            });
            html! { <FairPanel input={Rc::clone(&sheet.input)} {on_fill} /> }
        },
    };
    // Everything is saved by itself or by the buttons above; Enter in a field sends nothing.
    let onsubmit = |event: SubmitEvent| event.prevent_default();
    html! {
        <form class="editor-form" {onsubmit} novalidate=true>
            { sections::what(sheet) }
            { sections::texts(sheet) }
            { sections::when(sheet, &props.desk.saved, parts) }
            { sections::place(sheet, &shelf) }
            { sections::seats(sheet) }
            { sections::questions(sheet) }
            { sections::audience(sheet) }
            { sections::cover(&sheet.words, &props.desk.saved) }
        </form>
    }
}

/// When the server has called something wrong, the keyboard goes to its field, unless somebody is typing elsewhere.
#[hook]
fn use_wrong(desk: &Rc<Desk>) {
    let refused = matches!(desk.phase, Phase::Refused(_))
        .then(|| first_wrong(&desk.errors))
        .flatten();
    use_effect_with(refused, |field| {
        if let Some(field) = field
            && !dom::is_typing()
        {
            dom::jump_to(field);
        }
    });
}
