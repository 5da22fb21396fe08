//! One's own calendar before, with and after its address, and the switches of mails.

use frontend::features::rsvp::notices::{
    Addresses, CalendarDone, CalendarShown, Step, SwitchState, calendar_view, mail_switch,
};
use frontend::words::Words;
use shared::instant::Instant;
use shared::mail::MailKind;
use shared::words::Text;
use yew::{Callback, Html, html};

use super::{drawn, english, japanese};

fn none() -> CalendarShown {
    CalendarShown {
        since: None,
        addresses: None,
        step: Step::Rest,
        is_busy: false,
        failure: None,
    }
}

fn since() -> CalendarShown {
    CalendarShown {
        since: Some(Instant::from_millis(1_796_461_200_000)),
        ..none()
    }
}

fn told() -> CalendarShown {
    CalendarShown {
        addresses: Some(Addresses {
            web: "https://club.example/api/calendars/5ec2e7.ics?language=en".into(),
            subscribe: "webcal://club.example/api/calendars/5ec2e7.ics?language=en".into(),
        }),
        ..since()
    }
}

fn calendars(words: &Words) -> Html {
    let asked = |step| CalendarShown { step, ..since() };
    let failed = CalendarShown {
        failure: Some(Text::new("failure.offline")),
        ..none()
    };
    let all = [none(), since(), told(), asked(Step::Renew), asked(Step::Remove), failed];
    let done = CalendarDone::default();
    all.iter().map(|shown| calendar_view(words, shown, &done)).collect()
}

fn switches(words: &Words) -> Html {
    let states = [
        SwitchState::Rest,
        SwitchState::Saving,
        SwitchState::Saved,
        SwitchState::Saved,
        SwitchState::Failed(Text::new("failure.offline")),
    ];
    let each = |(place, (kind, state)): (usize, (MailKind, SwitchState))| {
        mail_switch(words, kind, place != 3, &state, &Callback::noop())
    };
    let all = MailKind::SWITCHABLE.into_iter().zip(states).enumerate();
    html! { <ul>{ for all.map(each) }</ul> }
}

#[tokio::test]
async fn a_calendar_is_made_told_once_and_asked_about_before_it_changes() {
    insta::assert_snapshot!("notices_calendar", drawn(calendars(&english())).await);
    insta::assert_snapshot!("notices_calendar_japanese", drawn(calendars(&japanese())).await);
}

#[tokio::test]
async fn nothing_can_be_pressed_while_a_calendar_is_being_made() {
    let busy = CalendarShown {
        is_busy: true,
        ..told()
    };
    let html = drawn(calendar_view(&english(), &busy, &CalendarDone::default())).await;
    assert!(
        !html.contains("Make a new address") && html.contains("One moment"),
        "{html}"
    );
}

#[tokio::test]
async fn every_switch_says_what_became_of_it() {
    insta::assert_snapshot!("notices_mails", drawn(switches(&english())).await);
    insta::assert_snapshot!("notices_mails_japanese", drawn(switches(&japanese())).await);
}
