//! How saving goes, in words, and the choice when two people changed the same event.

use shared::events::{EventDraft, EventInput};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use super::desk::{Desk, Phase};
use crate::ui::{IconName, icon, main_button, press_button};
use crate::words::Words;

/// One line: saved, being saved, kept, or not saved and why.
pub(crate) fn status_line(words: &Words, desk: &Desk) -> Html {
    let is_by_hand = desk.is_changed() && !desk.saves_itself();
    let (class, mark, said): (&str, Option<IconName>, AttrValue) = match &desk.phase {
        Phase::Idle if is_by_hand => ("editor-status", None, words.t("editor.changed")),
        Phase::Idle if desk.is_changed() => ("editor-status", None, words.t("editor.typing")),
        Phase::Idle => (
            "editor-status editor-status--saved",
            Some(IconName::Check),
            words.t("editor.saved"),
        ),
        Phase::Saving => ("editor-status", None, words.t("editor.saving")),
        Phase::Offline => (
            "editor-status editor-status--wrong",
            Some(IconName::Alert),
            words.t("editor.offline"),
        ),
        Phase::Refused(text) => (
            "editor-status editor-status--wrong",
            Some(IconName::Alert),
            words.say(text),
        ),
        Phase::Conflict(_) => (
            "editor-status editor-status--wrong",
            Some(IconName::Alert),
            words.t("editor.conflict"),
        ),
    };
    html! { <p {class} role="status">{ for mark.map(icon) }<span>{ said }</span></p> }
}

/// The choice between what somebody else saved and what was typed here; nothing where there is none to make.
pub(crate) fn conflict_panel(words: &Words, desk: &Desk, on_theirs: &Callback<()>, on_mine: &Callback<()>) -> Html {
    let Phase::Conflict(theirs) = &desk.phase else {
        return Html::default();
    };
    let differing = words.list(differing(theirs, &desk.input).into_iter().map(|key| words.t(key)));
    let text = words.say(&Text::new("editor.conflict_text").with("parts", differing));
    html! {
        <section class="problem-panel editor-conflict" role="alert" aria-labelledby="conflict-title">
            { icon(IconName::Alert) }
            <div>
                <h2 id="conflict-title">{ words.t("editor.conflict") }</h2>
                <p>{ text }</p>
            </div>
            <div class="editor-actions">
                { press_button(words.t("editor.take_theirs"), None, on_theirs) }
                { main_button(words.t("editor.keep_mine"), on_mine) }
            </div>
        </section>
    }
}

/// The sections in which two inputs differ.
fn differing(theirs: &EventDraft, mine: &EventInput) -> Vec<&'static str> {
    let theirs = &theirs.input;
    let parts = [
        (theirs.kind != mine.kind || theirs.hosts != mine.hosts, "editor.what"),
        (theirs.texts != mine.texts, "editor.texts"),
        (
            (&theirs.zone, &theirs.starts, &theirs.ends) != (&mine.zone, &mine.starts, &mine.ends),
            "editor.when",
        ),
        (theirs.room != mine.room || theirs.online != mine.online, "editor.where"),
        (
            (theirs.companions_max, theirs.fill_seats, theirs.hold_hours)
                != (mine.companions_max, mine.fill_seats, mine.hold_hours)
                || theirs.deadline != mine.deadline,
            "editor.seats",
        ),
        (theirs.questions != mine.questions, "editor.questions"),
        (theirs.audience != mine.audience, "editor.audience"),
    ];
    let differing = parts.into_iter().filter(|(differs, _)| *differs);
    differing.map(|(_, key)| key).collect()
}
