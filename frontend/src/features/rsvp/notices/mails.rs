//! One kind of mails as a switch, saved as it is turned.

use shared::mail::{MailChoice, MailKind, SetMailChoice};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, component, html, use_effect_with, use_state_eq};

use crate::api::{Failure, use_mutation};
use crate::forms::{Field, check_field};
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The kind, and what the server knows.
    pub choice: MailChoice,
}

/// How saving goes.
#[derive(Clone, Debug, PartialEq)]
pub enum SwitchState {
    /// Nothing was turned.
    Rest,
    /// It is being saved.
    Saving,
    /// It is saved.
    Saved,
    /// It could not be saved, and is as before.
    Failed(Text),
}

/// The switch. A turn while another one is being saved is saved after that.
#[component]
pub fn MailSwitch(props: &Props) -> Html {
    let words = use_words();
    let set = use_mutation::<SetMailChoice>();
    let before = props.choice.is_wanted;
    let wanted = use_state_eq(|| before);
    let saved = use_state_eq(|| (before, false));
    let save = {
        let (set, saved, kind) = (set.clone(), saved.setter(), props.choice.kind);
        move |is_wanted: bool| {
            let saved = saved.clone();
            set.run(&(), &MailChoice { kind, is_wanted }, move |_| {
                saved.set((is_wanted, true));
            });
        }
    };
    let on_change = {
        let (wanted, save) = (wanted.setter(), save.clone());
        Callback::from(move |is_wanted| {
            wanted.set(is_wanted);
            save(is_wanted);
        })
    };
    let is_wanted = *wanted;
    use_effect_with(*saved, move |(saved, _)| {
        if *saved != is_wanted {
            save(is_wanted);
        }
    });
    let (was_saved, is_told) = *saved;
    let (setter, saver, is_pending) = (wanted.setter(), saved.setter(), set.pending());
    // What was known first may be older than what the server says now.
    use_effect_with(before, move |before| {
        if !is_pending {
            setter.set(*before);
            saver.set((*before, is_told));
        }
    });
    let setter = wanted.setter();
    use_effect_with(set.failure().cloned(), move |failure| {
        if failure.is_some() {
            setter.set(was_saved);
        }
    });
    let state = match set.failure() {
        _ if set.pending() => SwitchState::Saving,
        Some(failure) => SwitchState::Failed(Failure::text(failure)),
        None if is_told => SwitchState::Saved,
        None => SwitchState::Rest,
    };
    mail_switch(&words, props.choice.kind, is_wanted, &state, &on_change)
}

/// The switch with what has become of its last turn.
pub fn mail_switch(
    words: &Words,
    kind: MailKind,
    is_wanted: bool,
    state: &SwitchState,
    on_change: &Callback<bool>,
) -> Html {
    let errors = match state {
        SwitchState::Failed(text) => vec![text.clone()],
        SwitchState::Rest | SwitchState::Saving | SwitchState::Saved => Vec::new(),
    };
    let said = match state {
        SwitchState::Rest => AttrValue::default(),
        SwitchState::Failed(_) => words.t("notices.not_saved"),
        SwitchState::Saving => words.t("notices.saving"),
        SwitchState::Saved if is_wanted => words.t("notices.saved_on"),
        SwitchState::Saved => words.t("notices.saved_off"),
    };
    let field = Field::new(kind.code(), words.t(kind.key()))
        .hint(words.t(hint(kind)))
        .errors(errors);
    html! {
        <li class="mail-switch">
            { check_field(words, &field, is_wanted, on_change) }
            <p class="mail-switch-state" role="status">{ said }</p>
        </li>
    }
}

/// What mails of a kind are good for; only those that one can do without are asked about.
const fn hint(kind: MailKind) -> &'static str {
    match kind {
        MailKind::ReminderWeek => "notices.week_hint",
        MailKind::ReminderDay => "notices.day_hint",
        MailKind::ReminderHour => "notices.hour_hint",
        MailKind::ThankYou => "notices.thank_you_hint",
        MailKind::Message
        | MailKind::Confirmed
        | MailKind::Waiting
        | MailKind::Offer
        | MailKind::Ended
        | MailKind::Changed
        | MailKind::Cancelled => "notices.message_hint",
    }
}
