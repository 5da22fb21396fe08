//! The panel in the editor: asks for the numbers once it is opened.

use std::rc::Rc;

use shared::events::{EventInput, FairClock, FairClockFilter, GetFairClock, LocalTime};
use shared::words::Text;
use yew::{AttrValue, Callback, Event, Html, Properties, component, html, use_memo, use_state_eq};

use super::super::times::{day, later, minutes_between};
use super::{Shown, proposal, strip, table};
use crate::api::{load, use_query_if};
use crate::browser::{dom, intl::zones};
use crate::forms::{Field, InputKind, SelectField, SelectOption, input_field};
use crate::ui::{SkeletonShape, skeleton};
use crate::words::{Words, use_words};

/// Before a day is chosen: some weeks from now.
const DAYS_AHEAD: u32 = 28;
/// Lengths that are offered while the event has no end, in minutes.
const LENGTHS: [u32; 6] = [30, 60, 90, 120, 180, 240];
const USUAL: u32 = 120;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What was typed.
    pub input: Rc<EventInput>,
    /// Called with beginning and end that are chosen.
    pub on_fill: Callback<(LocalTime, LocalTime)>,
}

/// The panel.
#[component]
pub fn FairPanel(props: &Props) -> Html {
    let words = use_words();
    let is_open = use_state_eq(|| false);
    let own_day = use_state_eq(String::new);
    let own_length = use_state_eq(|| USUAL);
    let someday = use_memo((), |()| zones::day_from_now(DAYS_AHEAD));
    let input = &props.input;
    let typed_length = minutes_between(&input.starts.at, &input.ends.at);
    let minutes = typed_length.unwrap_or(*own_length);
    let date = [own_day.as_str(), day(&input.starts.at), someday.as_str()]
        .into_iter()
        .find(|day| !day.is_empty())
        .unwrap_or_default()
        .to_owned();
    let filter = filter(input, date.clone(), minutes);
    let is_asked = *is_open && !filter.zone.is_empty();
    let query = use_query_if::<GetFairClock>(is_asked.then_some(((), filter)));
    let opened = is_open.setter();
    let ontoggle = move |event: Event| opened.set(dom::is_open(&event));
    let day_set = own_day.setter();
    let on_day = Callback::from(move |day: String| day_set.set(day));
    let length_set = own_length.setter();
    let on_length = Callback::from(move |code: String| length_set.set(code.parse().unwrap_or(USUAL)));
    let field = Field::new("fair-day", words.t("fair.day"));
    let content = load(&words, &query, skeleton(&words, SkeletonShape::Text, 2), |clock| {
        shown(&words, &clock, minutes, props)
    });
    html! {
        <details class="fair" {ontoggle}>
            <summary>{ words.t("fair.title") }</summary>
            <p class="field-hint">{ words.t("fair.rule") }</p>
            <div class="editor-pair">
                { input_field(&words, &field, InputKind::Day, date, &on_day) }
                if typed_length.is_none() {
                    <SelectField
                        field={Field::new("fair-length", words.t("fair.length"))} options={lengths(&words)}
                        value={AttrValue::from(minutes.to_string())} on_change={on_length}
                    />
                }
            </div>
            if input.zone.is_empty() {
                <p class="notice">{ words.t("fair.no_zone") }</p>
            } else if *is_open {
                { content }
            }
        </details>
    }
}

fn filter(input: &EventInput, date: String, minutes: u32) -> FairClockFilter {
    FairClockFilter {
        reach: input.audience.reach,
        countries: input.audience.countries.clone(),
        years: input.audience.years.clone(),
        date,
        zone: input.zone.clone(),
        minutes: minutes.min(shared::events::fair_clock::MAX_MINUTES),
    }
}

fn lengths(words: &Words) -> Vec<SelectOption> {
    let said = |minutes: &u32| {
        let text = Text::new("fair.minutes").with("number", words.number(*minutes));
        (minutes.to_string().into(), words.say(&text))
    };
    LENGTHS.iter().map(said).collect()
}

fn shown(words: &Words, clock: &Rc<FairClock>, minutes: u32, props: &Props) -> Html {
    if clock.best.is_none() {
        return html! { <p class="notice">{ words.t("fair.nobody") }</p> };
    }
    let starts = props.input.starts.at.as_str();
    let on_choose = {
        let clock = Rc::clone(clock);
        let on_fill = props.on_fill.clone();
        Callback::from(move |place: usize| {
            if let Some(slot) = clock.slots.get(place) {
                let ends = LocalTime {
                    at: later(&slot.local.at, minutes),
                    which: None,
                };
                on_fill.emit((slot.local.clone(), ends));
            }
        })
    };
    let shown = Shown {
        words,
        clock,
        minutes,
        chosen: clock.slots.iter().position(|slot| slot.local.at == starts),
        on_choose,
    };
    html! {
        <>
            { proposal(&shown) }
            { strip(&shown) }
            { table(&shown) }
        </>
    }
}
