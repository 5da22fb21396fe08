//! Many at once, in one process and in two: nobody is seated twice, nobody is lost. With the guard off, too many are.

use std::collections::BTreeSet;

use backend::app::Settings;
use backend::entity::rsvp;
use futures_util::future::join_all;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::api::{Empty, ProblemCode};
use shared::ids::{EventId, MemberId};
use shared::rsvp::{GetRsvp, OwnStanding, SetRsvp, WithdrawRsvp};

use super::{going, join, standing, waiting};
use crate::support::{Actor, TestApp};

async fn crowd(t: &TestApp, size: usize) -> Vec<MemberId> {
    let mut ids = Vec::new();
    for number in 0..size {
        ids.push(t.person(&format!("Member {number}")).insert().await);
    }
    ids
}

async fn rows(t: &TestApp, event: EventId) -> Vec<rsvp::Model> {
    let found = rsvp::Entity::find().filter(rsvp::Column::EventId.eq(event.0));
    found.all(&t.app.db.read).await.unwrap()
}

fn confirmed(rows: &[rsvp::Model]) -> usize {
    rows.iter().filter(|row| row.standing == "confirmed").count()
}

/// Everybody answers at once, each at one of two processes; how many have seats then.
async fn race(guard_off: bool) -> usize {
    let t = TestApp::with(Settings {
        is_demo: true,
        is_seat_guard_off: guard_off,
        ..Settings::default()
    })
    .await;
    let ids = crowd(&t, 20).await;
    let other = t.another_process().await;
    let event = t.event().seats(Some(3)).insert().await;
    let mut actors: Vec<Actor> = Vec::new();
    for (number, id) in ids.iter().enumerate() {
        let here = t.signed_in(*id).await;
        actors.push(if number % 2 == 0 {
            here
        } else {
            other.with_session_of(*id)
        });
    }
    // Both processes know the event as it was before.
    for actor in &actors[..2] {
        actor.call::<GetRsvp>(event, Empty {}).await.good();
    }
    let answers = join_all(actors.iter().map(|actor| actor.call::<SetRsvp>(event, waiting()))).await;
    let rows = rows(&t, event).await;
    assert_eq!(rows.len(), ids.len());
    if !guard_off {
        let mut positions = BTreeSet::new();
        for answer in answers {
            positions.extend(answer.good().own.unwrap().position);
        }
        assert_eq!(positions, (1..=17).collect());
        let numbers: BTreeSet<i64> = rows.iter().map(|row| row.since).collect();
        assert_eq!(numbers.len(), rows.len());
    }
    confirmed(&rows)
}

#[tokio::test]
async fn a_crowd_at_two_processes_gets_as_many_seats_as_there_are() {
    assert_eq!(race(false).await, 3);
}

#[tokio::test]
async fn without_the_guard_the_same_crowd_would_be_oversold() {
    assert!(race(true).await > 3);
}

#[tokio::test]
async fn what_one_process_wrote_and_deleted_the_other_knows() {
    let t = TestApp::new().await;
    let ids = crowd(&t, 4).await;
    let other = t.another_process().await;
    let event = t.event().seats(Some(2)).insert().await;
    let mut here = Vec::new();
    for id in &ids {
        here.push(t.signed_in(*id).await);
    }
    let there: Vec<Actor> = ids.iter().map(|id| other.with_session_of(*id)).collect();
    join(&here[0], event).await;
    assert_eq!(standing(&there[0], event).await, Some((OwnStanding::Confirmed, None)));
    join(&there[1], event).await;
    join(&here[2], event).await;
    assert_eq!(standing(&there[2], event).await, Some((OwnStanding::Waiting, Some(1))));
    // A row that is gone leaves nothing that could say so: the other process reads all again.
    here[1].call::<WithdrawRsvp>(event, Empty {}).await.good();
    assert_eq!(standing(&there[1], event).await, None);
    assert!(matches!(
        standing(&there[2], event).await,
        Some((OwnStanding::Offered, _))
    ));
    there[3]
        .call::<SetRsvp>(event, going())
        .await
        .problem(ProblemCode::Conflict);
}

#[tokio::test]
async fn members_who_change_their_minds_at_once_are_never_more_than_the_seats() {
    let t = TestApp::new().await;
    let ids = crowd(&t, 24).await;
    let event = t.event().seats(Some(5)).companions(3).insert().await;
    let mut actors = Vec::new();
    for id in &ids {
        actors.push(t.signed_in(*id).await);
    }
    for round in 0..6_u32 {
        let acts = actors.iter().zip(0_u32..).map(async |(actor, number)| {
            if (number + round).is_multiple_of(3) {
                actor.call::<WithdrawRsvp>(event, Empty {}).await.good();
            } else {
                let mut input = waiting();
                input.companions = (number * 7 + round) % 4;
                actor.call::<SetRsvp>(event, input).await.good();
            }
        });
        join_all(acts).await;
        let rows = rows(&t, event).await;
        let held = rows
            .iter()
            .filter(|row| ["confirmed", "offered"].contains(&row.standing.as_str()));
        let people: i32 = held.map(|row| row.companions + 1).sum();
        assert!(people <= 5, "{people} people have seats in round {round}");
        let numbered: Vec<i64> = rows.iter().map(|row| row.since).filter(|since| *since > 0).collect();
        assert_eq!(numbered.iter().collect::<BTreeSet<_>>().len(), numbered.len());
        // What is in memory is what is written.
        let state = actors[0].call::<GetRsvp>(event, Empty {}).await.good();
        assert_eq!(state.seats.pools.room.confirmed.parties as usize, confirmed(&rows));
        let fresh = t.another_process().await;
        let read = fresh.anonymous().call::<GetRsvp>(event, Empty {}).await.good();
        assert_eq!(read.seats, state.seats);
    }
}
