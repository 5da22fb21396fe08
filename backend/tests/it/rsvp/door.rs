//! Tickets and the door: one ticket a party, checked once, whoever scans it and whenever that is told.

use std::time::Duration;

use shared::api::{Empty, ProblemCode};
use shared::codes::Role;
use shared::instant::Instant;
use shared::rsvp::{CheckIn, CheckInInput, GetDoor, GetTicket, Scan, ScanVerdict, SetRsvp, WithdrawRsvp};

use super::{going, join, members};
use crate::support::{Actor, TestApp};

async fn organiser(t: &TestApp, name: &str, country: &str) -> Actor {
    let id = t.person(name).role(Role::Coordinator).country(country).insert().await;
    t.signed_in(id).await
}

fn scan(code: &str, at: i64) -> CheckInInput {
    let at = Instant::from_millis(at);
    CheckInInput {
        scans: vec![Scan { code: code.into(), at }],
    }
}

#[tokio::test]
async fn a_ticket_is_checked_once_and_a_second_scan_says_when_and_by_whom() {
    let t = TestApp::new().await;
    let [olga, omar] = [organiser(&t, "Olga", "IN").await, organiser(&t, "Omar", "IN").await];
    let [ada] = members(&t, ["Ada"]).await;
    let event = t.event().companions(2).insert().await;
    let input = shared::rsvp::RsvpInput {
        companions: 2,
        ..going()
    };
    ada.call::<SetRsvp>(event, input).await.good();
    let ticket = ada.call::<GetTicket>(event, Empty {}).await.good();
    assert_eq!((ticket.code.len(), ticket.people, ticket.name.as_str()), (10, 3, "Ada"));
    let now = t.app.clock.now().as_millisecond();
    // Scanned without network half an hour ago, and typed in small letters with a gap.
    let typed = format!("{} {}", &ticket.code[..5], ticket.code[5..].to_lowercase());
    let first = olga.call::<CheckIn>(event, scan(&typed, now - 1_800_000)).await.good();
    assert_eq!(
        (first.results[0].verdict, first.checked_in),
        (ScanVerdict::CheckedIn, 1)
    );
    for who in [&olga, &omar] {
        let again = who.call::<CheckIn>(event, scan(&ticket.code, now)).await.good();
        let result = &again.results[0];
        assert_eq!(
            (result.verdict, result.by.as_deref()),
            (ScanVerdict::Already, Some("Olga"))
        );
        assert_eq!(result.at, Some(Instant::from_millis(now - 1_800_000)));
        assert_eq!(again.checked_in, 1);
    }
    let door = omar.call::<GetDoor>(event, Empty {}).await.good();
    assert_eq!(
        (door.checked_in, door.guests[0].checked_in_by.as_deref()),
        (1, Some("Olga"))
    );
}

#[tokio::test]
async fn who_has_no_seats_any_more_does_not_come_in() {
    let t = TestApp::new().await;
    let olga = organiser(&t, "Olga", "IN").await;
    let [ada, ben] = members(&t, ["Ada", "Ben"]).await;
    let event = t.event().seats(Some(1)).insert().await;
    ada.call::<SetRsvp>(event, going()).await.good();
    let ticket = ada.call::<GetTicket>(event, Empty {}).await.good();
    join(&ben, event).await;
    ben.call::<GetTicket>(event, Empty {})
        .await
        .problem(ProblemCode::NotFound);
    let maybe = shared::rsvp::RsvpInput::of(shared::rsvp::Answer::Maybe);
    ada.call::<SetRsvp>(event, maybe).await.good();
    ada.call::<GetTicket>(event, Empty {})
        .await
        .problem(ProblemCode::NotFound);
    let scanned = olga.call::<CheckIn>(event, scan(&ticket.code, 0)).await.good();
    assert_eq!(scanned.results[0].verdict, ScanVerdict::NotConfirmed);
    ada.call::<WithdrawRsvp>(event, Empty {}).await.good();
    for code in [ticket.code.as_str(), "0000000000", "", "席"] {
        let scanned = olga.call::<CheckIn>(event, scan(code, 0)).await.good();
        assert_eq!(
            (scanned.results[0].verdict, scanned.checked_in),
            (ScanVerdict::Unknown, 0),
            "{code}"
        );
    }
}

#[tokio::test]
async fn a_scan_from_the_future_counts_as_now_and_other_chapters_have_no_door_here() {
    let t = TestApp::new().await;
    let [olga, foreign] = [organiser(&t, "Olga", "IN").await, organiser(&t, "Nina", "NP").await];
    let [ada] = members(&t, ["Ada"]).await;
    let event = t.event().insert().await;
    ada.call::<SetRsvp>(event, going()).await.good();
    let ticket = ada.call::<GetTicket>(event, Empty {}).await.good();
    foreign
        .call::<GetDoor>(event, Empty {})
        .await
        .problem(ProblemCode::Forbidden);
    foreign
        .call::<CheckIn>(event, scan(&ticket.code, 0))
        .await
        .problem(ProblemCode::Forbidden);
    let now = t.app.clock.now().as_millisecond();
    let scanned = olga
        .call::<CheckIn>(event, scan(&ticket.code, now + 99_000))
        .await
        .good();
    assert_eq!(scanned.results[0].at, Some(Instant::from_millis(now)));
    t.app.clock.advance(Duration::from_secs(1));
}

#[tokio::test]
async fn the_file_of_attendees_is_safe_for_spreadsheets_and_for_organisers_only() {
    let t = TestApp::new().await;
    let olga = organiser(&t, "Olga", "IN").await;
    let [formula] = members(&t, ["=HYPERLINK(1)"]).await;
    let event = t.event().insert().await;
    join(&formula, event).await;
    let path = format!("/api/organiser/events/{event}/attendees.csv");
    let file = olga.get(&path).await;
    let text = String::from_utf8(file.body).unwrap();
    assert!(text.starts_with("\u{feff}name,answer,standing"), "{text}");
    assert!(text.contains("\n'=HYPERLINK(1),in_person,confirmed,,1,no,"), "{text}");
    formula.get(&path).await.problem(ProblemCode::Forbidden);
    t.anonymous().get(&path).await.problem(ProblemCode::Unauthenticated);
}
