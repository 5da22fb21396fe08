//! One's own calendar: its address is made, told once, made anew, and taken away.

use std::rc::Rc;

use shared::api::Empty;
use shared::events::calendar_links::subscribe;
use shared::events::{CalendarFeed, DeleteCalendarFeed, GetCalendarFeed, RotateCalendarFeed};
use shared::words::Text;
use yew::{Callback, Html, component, hook, html, use_effect_with, use_mut_ref, use_state_eq};

use super::calendar_view::{ADDRESS, Addresses, CalendarDone, CalendarShown, SURE, Step, calendar_view};
use crate::api::{Failure, load, use_mutation, use_query};
use crate::browser::{clipboard, dom, spawn};
use crate::ui::{SkeletonShape, Toasts, skeleton, use_toasts};
use crate::words::use_words;

/// The id of its heading.
const PART: &str = "calendar-title";

/// The calendar with its buttons.
#[component]
pub fn OwnCalendar() -> Html {
    let words = use_words();
    let query = use_query::<GetCalendarFeed>((), Empty {});
    let calendar = use_calendar();
    let content = load(
        &words,
        &query,
        skeleton(&words, SkeletonShape::Text, 2),
        |feed: Rc<CalendarFeed>| {
            let shown = CalendarShown {
                since: feed.created_at,
                ..calendar.shown.clone()
            };
            calendar_view(&words, &shown, &calendar.done)
        },
    );
    html! {
        <section class="notices-part" aria-labelledby={PART}>
            <h2 id={PART} tabindex="-1">{ words.t("notices.calendar") }</h2>
            <p>{ words.t("notices.calendar_lead") }</p>
            { content }
        </section>
    }
}

struct Calendar {
    shown: CalendarShown,
    done: CalendarDone,
}

/// What was done here, and what can be done.
#[hook]
fn use_calendar() -> Calendar {
    let language = use_words().language();
    let toasts = use_toasts();
    let rotate = use_mutation::<RotateCalendarFeed>();
    let delete = use_mutation::<DeleteCalendarFeed>();
    let step = use_state_eq(|| Step::Rest);
    let addresses = use_state_eq(|| None::<Addresses>);
    let shown = CalendarShown {
        since: None,
        addresses: (*addresses).clone(),
        step: *step,
        is_busy: rotate.pending() || delete.pending(),
        failure: rotate.failure().or_else(|| delete.failure()).map(Failure::text),
    };
    use_keyboard(*step, addresses.is_some());
    let on_step = {
        let step = step.setter();
        Callback::from(move |next| step.set(next))
    };
    let on_make = {
        let (step, addresses, toasts) = (step.setter(), addresses.setter(), toasts.clone());
        Callback::from(move |()| {
            let (step, addresses, toasts) = (step.clone(), addresses.clone(), toasts.clone());
            rotate.run(&(), &Empty {}, move |feed| {
                let path = [&feed.path, "?language=", language].concat();
                addresses.set(Some(Addresses::at(&dom::origin(), &path)));
                step.set(Step::Rest);
                toasts.say(Text::new("notices.made"));
            });
        })
    };
    let on_remove = {
        let (step, addresses, toasts) = (step.setter(), addresses.setter(), toasts.clone());
        Callback::from(move |()| {
            let (step, addresses, toasts) = (step.clone(), addresses.clone(), toasts.clone());
            delete.run(&(), &Empty {}, move |_| {
                addresses.set(None);
                step.set(Step::Rest);
                toasts.say(Text::new("notices.removed"));
            });
        })
    };
    let on_copy = copying(toasts, (*addresses).clone());
    let done = CalendarDone {
        on_step,
        on_make,
        on_remove,
        on_copy,
    };
    Calendar { shown, done }
}

/// The keyboard goes to what opens, and to what has come of it.
#[hook]
fn use_keyboard(step: Step, has_address: bool) {
    let is_first = use_mut_ref(|| true);
    use_effect_with((step, has_address), move |(step, has_address)| {
        if !is_first.replace(false) {
            dom::focus_in_place(match (step, has_address) {
                (Step::Renew | Step::Remove, _) => SURE,
                (Step::Rest, true) => ADDRESS,
                (Step::Rest, false) => PART,
            });
        }
    });
}

/// Copies the address; where the browser forbids it, marks it for the reader to copy.
fn copying(toasts: Toasts, addresses: Option<Addresses>) -> Callback<()> {
    Callback::from(move |()| {
        let (toasts, addresses) = (toasts.clone(), addresses.clone());
        spawn(async move {
            let Some(addresses) = addresses else { return };
            let is_copied = clipboard::copy(&addresses.web).await;
            if !is_copied {
                clipboard::select(ADDRESS);
            }
            toasts.say(Text::new(if is_copied {
                "notices.copied"
            } else {
                "notices.copy_by_hand"
            }));
        });
    })
}

impl Addresses {
    /// Those of a path at this site.
    fn at(origin: &str, path: &str) -> Self {
        Self {
            web: [origin, path].concat(),
            subscribe: subscribe(origin, path),
        }
    }
}
