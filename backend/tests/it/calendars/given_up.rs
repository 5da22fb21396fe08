//! The entry that came by mail is taken back by mail when its reader does not come after all.

use std::time::Duration;

use sea_orm::ActiveValue::Set;
use shared::api::Empty;
use shared::codes::Role;
use shared::ids::EventId;
use shared::rsvp::{Answer, IfFull, RemoveAttendee, RsvpInput, SetRsvp, WithdrawRsvp};

use super::{Said, answer, ask};
use crate::mail::stage::{START, Stage};
use crate::support::{Actor, HOUR};

/// Something that happens to somebody's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Answer(Answer),
    Withdraw,
    /// The organisers change the event.
    Change,
}

async fn take(stage: &Stage, who: &Actor, event: EventId, step: Step) {
    match step {
        Step::Answer(wish) => answer(who, event, wish).await,
        Step::Withdraw => drop(who.call::<WithdrawRsvp>(event, Empty {}).await.good()),
        Step::Change => {
            stage
                .change(event, |row| row.sequence = Set(row.sequence.clone().unwrap() + 1))
                .await;
        }
    }
}

/// Sends what is due; the calendars of these mails.
async fn delivered(stage: &Stage) -> Vec<Said> {
    let before = stage.recorder.sent().len();
    stage.deliver().await;
    let sent = stage.recorder.sent().split_off(before);
    let with_calendar = sent.iter().filter(|mail| mail.contains("text/calendar"));
    with_calendar.map(|mail| ask(mail.as_bytes(), &["mail"])).collect()
}

#[tokio::test]
async fn an_entry_comes_goes_and_comes_again_under_one_name_with_growing_numbers() {
    let stage = Stage::new().await;
    let asha = stage.t.person("Asha Rao").insert().await;
    let asha = stage.t.signed_in(asha).await;
    let event = stage.event(100, START).await;
    let comes = Step::Answer(Answer::InPerson);
    let mut last: Option<(String, i32)> = None;
    for (step, method) in [
        (comes, Some("PUBLISH")),
        (Step::Withdraw, Some("CANCEL")),
        (comes, Some("PUBLISH")),
        (Step::Answer(Answer::Cannot), Some("CANCEL")),
        // There is nothing left to be taken out.
        (Step::Withdraw, None),
        (Step::Change, None),
        (comes, Some("PUBLISH")),
        (Step::Answer(Answer::Online), Some("PUBLISH")),
        (Step::Change, None),
        (Step::Answer(Answer::Maybe), Some("CANCEL")),
        (comes, Some("PUBLISH")),
    ] {
        stage.t.app.clock.advance(Duration::from_secs(1));
        take(&stage, &asha, event, step).await;
        let calendars = delivered(&stage).await;
        assert_eq!(calendars.first().map(|said| said.method.as_str()), method, "{step:?}");
        let Some(said) = calendars.first() else { continue };
        let [entry] = &said.events[..] else { panic!("{said:?}") };
        let is_off = method == Some("CANCEL");
        assert_eq!(entry.status, if is_off { "CANCELLED" } else { "CONFIRMED" }, "{step:?}");
        let place = [&entry.location, &entry.description].map(|text| text.as_deref().unwrap_or_default());
        assert!(!is_off || !place.concat().contains("Aomi"), "{place:?}");
        if let Some((uid, sequence)) = &last {
            assert_eq!(&entry.uid, uid);
            assert!(
                entry.sequence > *sequence,
                "{step:?}: {} after {sequence}",
                entry.sequence
            );
        }
        last = Some((entry.uid.clone(), entry.sequence));
    }
}

#[tokio::test]
async fn nothing_is_taken_out_of_calendars_that_never_had_it_or_when_the_event_has_begun() {
    let stage = Stage::new().await;
    let [asha, bina] = [
        stage.t.person("Asha Rao").insert().await,
        stage.t.person("Bina Rai").insert().await,
    ];
    let [asha, bina] = [stage.t.signed_in(asha).await, stage.t.signed_in(bina).await];
    let event = stage.event(100, stage.now() + HOUR).await;
    // The confirmation was not sent yet, and is not any more.
    take(&stage, &asha, event, Step::Answer(Answer::InPerson)).await;
    take(&stage, &asha, event, Step::Withdraw).await;
    take(&stage, &bina, event, Step::Answer(Answer::Maybe)).await;
    take(&stage, &bina, event, Step::Withdraw).await;
    assert!(delivered(&stage).await.is_empty());
    assert!(stage.recorder.sent().is_empty());
    take(&stage, &bina, event, Step::Answer(Answer::InPerson)).await;
    assert_eq!(delivered(&stage).await.len(), 1);
    take(&stage, &bina, event, Step::Withdraw).await;
    stage.t.app.clock.advance(Duration::from_hours(1));
    assert!(delivered(&stage).await.is_empty());
}

#[tokio::test]
async fn whoever_is_removed_has_the_entry_taken_out_too() {
    let stage = Stage::new().await;
    let id = stage.t.person("Asha Rao").insert().await;
    let asha = stage.t.signed_in(id).await;
    let olga = stage.t.person("Olga").role(Role::Admin).insert().await;
    let olga = stage.t.signed_in(olga).await;
    let event = stage.event(100, START).await;
    answer(&asha, event, Answer::InPerson).await;
    let before = delivered(&stage).await.remove(0);
    olga.call::<RemoveAttendee>((event, id), Empty {}).await.good();
    let after = delivered(&stage).await.remove(0);
    assert_eq!(
        (after.method.as_str(), &after.events[0].uid),
        ("CANCEL", &before.events[0].uid)
    );
    assert!(after.events[0].sequence > before.events[0].sequence);
}

#[tokio::test]
async fn a_party_that_grows_and_waits_has_the_entry_taken_out_until_it_fits() {
    let stage = Stage::new().await;
    let asha = stage.t.person("Asha Rao").insert().await;
    let asha = stage.t.signed_in(asha).await;
    let event = stage.event(100, START).await;
    // There are two seats.
    let bina = stage.t.member("Bina Rai").await;
    answer(&bina, event, Answer::InPerson).await;
    assert_eq!(delivered(&stage).await.len(), 1);
    let mut numbers = Vec::new();
    for (companions, method) in [(0, "PUBLISH"), (1, "CANCEL"), (0, "PUBLISH")] {
        let input = RsvpInput {
            companions,
            if_full: IfFull::Wait,
            ..RsvpInput::of(Answer::InPerson)
        };
        asha.call::<SetRsvp>(event, input).await.good();
        let said = delivered(&stage).await.remove(0);
        assert_eq!(said.method, method, "{companions} companions");
        numbers.push(said.events[0].sequence);
    }
    assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
}
