//! When it is: by the clock of the venue, with the reader's own clock beside it.

use shared::events::{EventDraft, EventInput, LocalTime, Which};
use shared::instant::Instant;
use shared::words::Text;
use yew::{Html, html};

use super::super::sheet::Sheet;
use super::super::times::{later, minutes_between};
use super::section;
use crate::browser::intl::zones;
use crate::forms::{Choice, Field, InputKind, input_field, radio_group};

/// How long an event is thought to be before anybody said so, in minutes.
const USUAL: u32 = 120;

/// What the section shows besides its own fields.
pub struct When {
    /// Chooses the zone.
    pub zone: Html,
    /// Finds a fair time.
    pub fair: Html,
}

/// The section.
pub fn when(sheet: &Sheet, draft: &EventDraft, parts: When) -> Html {
    let on_starts = sheet.change(|input, at: String| move_start(input, at));
    let on_ends = sheet.change(|input, at: String| input.ends = LocalTime { at, which: None });
    let content = html! {
        <>
            { parts.zone }
            <div class="editor-pair">
                <div class="editor-moment">
                    { moment(sheet, "starts.at", "editor.starts", &sheet.input.starts, &on_starts) }
                    { which(sheet, "starts", &sheet.input.starts) }
                    { own_clock(sheet, draft.starts_at) }
                </div>
                <div class="editor-moment">
                    { moment(sheet, "ends.at", "editor.ends", &sheet.input.ends, &on_ends) }
                    { which(sheet, "ends", &sheet.input.ends) }
                    { own_clock(sheet, draft.ends_at) }
                </div>
            </div>
            { parts.fair }
        </>
    };
    section(
        "section-when",
        sheet.t("editor.when"),
        Some(sheet.t("editor.when_hint")),
        content,
    )
}

/// The end moves along with the beginning, so that the event stays as long as it was.
fn move_start(input: &mut EventInput, at: String) {
    let minutes = minutes_between(&input.starts.at, &input.ends.at);
    let has_no_end = input.ends.at.is_empty();
    if minutes.is_some() || has_no_end {
        let at = later(&at, minutes.unwrap_or(USUAL));
        if !at.is_empty() {
            input.ends = LocalTime { at, which: None };
        }
    }
    input.starts = LocalTime { at, which: None };
}

fn moment(
    sheet: &Sheet,
    id: &'static str,
    label: &'static str,
    time: &LocalTime,
    on_change: &yew::Callback<String>,
) -> Html {
    input_field(
        &sheet.words,
        &sheet.field(id, label),
        InputKind::Moment,
        time.at.clone(),
        on_change,
    )
}

/// On the night when clocks are put back, one time is shown twice: which of the two is meant.
fn which(sheet: &Sheet, name: &'static str, time: &LocalTime) -> Html {
    let id = [name, "at"].join(".");
    let is_asked = sheet.wrong(&id).iter().any(|text| text.key == "invalid.time_ambiguous");
    if !is_asked && time.which.is_none() {
        return Html::default();
    }
    let choices: Vec<Choice> = [(Which::Earlier, "editor.earlier"), (Which::Later, "editor.later")]
        .map(|(which, key)| (which.code(), sheet.t(key), None))
        .into();
    let is_start = name == "starts";
    let on_choose = sheet.change(move |input, code: &'static str| {
        let time = if is_start { &mut input.starts } else { &mut input.ends };
        time.which = code.parse().ok();
    });
    let field = Field::new([name, "which"].join("."), sheet.t("editor.which"));
    radio_group(&sheet.words, &field, choices, time.which.map(Which::code), &on_choose)
}

/// The same moment on the reader's clock, once the server knows which moment it is.
fn own_clock(sheet: &Sheet, at: Option<Instant>) -> Html {
    let own = zones::own();
    let Some(at) = at.filter(|_| own != sheet.input.zone) else {
        return Html::default();
    };
    let moment = zones::moment(sheet.words.language(), at, &own);
    let said = Text::new("editor.own_clock")
        .with("moment", moment)
        .with("zone", zones::name(sheet.words.language(), &own));
    html! { <p class="field-hint">{ sheet.words.say(&said) }</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_moves_with_the_beginning() {
        let at = |at: &str| LocalTime {
            at: at.into(),
            which: None,
        };
        for (starts, ends, moved, expected) in [
            ("", "", "2026-12-05T18:00", "2026-12-05T20:00"),
            (
                "2026-12-05T18:00",
                "2026-12-05T21:30",
                "2026-12-06T10:00",
                "2026-12-06T13:30",
            ),
            (
                "2026-12-05T18:00",
                "2026-12-05T17:00",
                "2026-12-05T12:00",
                "2026-12-05T17:00",
            ),
            ("2026-12-05T18:00", "2026-12-05T21:30", "", "2026-12-05T21:30"),
        ] {
            let mut input = EventInput {
                starts: at(starts),
                ends: at(ends),
                ..EventInput::default()
            };
            move_start(&mut input, moved.into());
            assert_eq!((input.starts.at.as_str(), input.ends.at.as_str()), (moved, expected));
        }
    }
}
