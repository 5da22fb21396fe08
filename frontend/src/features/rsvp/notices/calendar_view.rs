//! The state of one's own calendar in words, with what can be done.

use jiff::civil::Date;
use shared::instant::Instant;
use shared::words::Text;
use yew::{Callback, Html, html};

use crate::browser::intl;
use crate::ui::{IconName, icon, main_button, press_button, quiet_button};
use crate::words::Words;

/// The id of the field with the address.
pub(super) const ADDRESS: &str = "calendar-address";
/// The id of the question that is asked first.
pub(super) const SURE: &str = "calendar-sure";

/// The ways to a calendar while its address is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    /// As it is pasted into a calendar.
    pub web: String,
    /// As a calendar program on this device opens it.
    pub subscribe: String,
}

/// What the reader is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Rest,
    /// A new address in place of the old one.
    Renew,
    /// Taking the calendar away.
    Remove,
}

/// The state of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarShown {
    /// Since when there is an address; absent where there is none.
    pub since: Option<Instant>,
    /// The address, where it was made just now.
    pub addresses: Option<Addresses>,
    /// What is asked before it is done.
    pub step: Step,
    /// Whether something is under way.
    pub is_busy: bool,
    /// Why the last thing did not work.
    pub failure: Option<Text>,
}

/// What the buttons do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CalendarDone {
    /// Asks, or goes back.
    pub on_step: Callback<Step>,
    /// Makes an address.
    pub on_make: Callback<()>,
    /// Takes it away.
    pub on_remove: Callback<()>,
    /// Copies it.
    pub on_copy: Callback<()>,
}

/// The calendar.
pub fn calendar_view(words: &Words, shown: &CalendarShown, done: &CalendarDone) -> Html {
    let state = match (&shown.addresses, shown.since) {
        (Some(addresses), _) => address(words, addresses, done),
        (None, Some(since)) => {
            let date = intl::date(words.language(), Date::from(since));
            html! {
                <p>{ words.say(&Text::new("notices.since").with("date", date)) }{ " " }{ words.t("notices.not_shown") }</p>
            }
        }
        (None, None) => html! { <p>{ words.t("notices.no_calendar") }</p> },
    };
    let failed =
        |text: &Text| html! { <p class="field-error" role="alert">{ icon(IconName::Alert) }{ words.say(text) }</p> };
    html! {
        <>
            { state }
            if shown.is_busy {
                <p role="status">{ words.t("notices.working") }</p>
            } else {
                { buttons(words, shown, done) }
            }
            { for shown.failure.iter().filter(|_| !shown.is_busy).map(failed) }
        </>
    }
}

/// The address and what to do with it.
fn address(words: &Words, addresses: &Addresses, done: &CalendarDone) -> Html {
    html! {
        <div class="calendar-address">
            <label class="field-label" for={ADDRESS}>{ words.t("notices.address") }</label>
            <p class="field-hint">{ words.t("notices.address_hint") }</p>
            <input class="input" id={ADDRESS} readonly=true value={addresses.web.clone()} dir="ltr" />
            <p class="standing-buttons">
                { press_button(words.t("notices.copy"), None, &done.on_copy) }
                <a class="button" href={addresses.subscribe.clone()}>
                    { icon(IconName::Calendar) }
                    <span>{ words.t("notices.subscribe") }</span>
                </a>
            </p>
            <h3>{ words.t("notices.how") }</h3>
            <ul class="calendar-ways">
                <li>{ words.t("notices.how_apple") }</li>
                <li>{ words.t("notices.how_google") }</li>
                <li>{ words.t("notices.how_outlook") }</li>
            </ul>
            <p class="field-hint">{ words.t("notices.how_often") }</p>
        </div>
    }
}

fn buttons(words: &Words, shown: &CalendarShown, done: &CalendarDone) -> Html {
    let step = |step: Step| done.on_step.reform(move |()| step);
    let has_one = shown.since.is_some() || shown.addresses.is_some();
    match shown.step {
        Step::Rest if !has_one => {
            html! { <p>{ main_button(words.t("notices.make"), &done.on_make) }</p> }
        }
        Step::Rest => html! {
            <p class="standing-buttons">
                { press_button(words.t("notices.renew"), None, &step(Step::Renew)) }
                { quiet_button(words.t("notices.remove"), &step(Step::Remove)) }
            </p>
        },
        Step::Renew => sure(
            words,
            "notices.sure_renew",
            "notices.renew",
            &done.on_make,
            &step(Step::Rest),
        ),
        Step::Remove => sure(
            words,
            "notices.sure_remove",
            "notices.remove",
            &done.on_remove,
            &step(Step::Rest),
        ),
    }
}

fn sure(words: &Words, question: &'static str, yes: &'static str, on_yes: &Callback<()>, on_no: &Callback<()>) -> Html {
    html! {
        <section class="notices-sure" aria-labelledby={SURE}>
            <p class="standing-main" id={SURE} tabindex="-1">{ words.t(question) }</p>
            <p class="standing-buttons">
                { main_button(words.t(yes), on_yes) }
                { press_button(words.t("notices.leave_it"), None, on_no) }
            </p>
        </section>
    }
}
