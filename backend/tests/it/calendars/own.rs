//! A member's own answers as a feed under a secret address.

use backend::entity::calendar_feed;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use shared::api::{Empty, ProblemCode};
use shared::events::RotateCalendarFeed;
use shared::ids::EventId;
use shared::rsvp::Answer;

use super::{answer, change, club, fetch};
use crate::support::{Actor, DAY, TestApp};

async fn address(who: &Actor) -> String {
    who.call::<RotateCalendarFeed>((), Empty {}).await.good().path
}

#[tokio::test]
async fn ones_own_calendar_has_what_one_answered() {
    let t = club().await;
    let [asha, first] = [t.member("Asha Rao").await, t.member("First").await];
    let event = |title: &str| t.event().title(title).seats(Some(1)).online(None);
    let plain = [
        ("seated", Answer::InPerson),
        ("online", Answer::Online),
        ("perhaps", Answer::Maybe),
        ("not there", Answer::Cannot),
    ];
    for (title, own) in plain {
        let event = event(title).reach("members", "", "").typed(|input| {
            input.room.get_or_insert_default().address = "2-3-6 Aomi".into();
        });
        answer(&asha, event.insert().await, own).await;
    }
    let full = event("full").insert().await;
    answer(&first, full, Answer::InPerson).await;
    answer(&asha, full, Answer::InPerson).await;
    event("not answered").insert().await;
    let said = fetch(&t.anonymous(), &address(&asha).await).await;
    assert_eq!(said.titles(), ["full", "online", "perhaps", "seated"]);
    assert_eq!(said.name.as_deref(), Some("Sakura Science Club: my events"));
    for (title, status, transp, place) in [
        ("seated", "CONFIRMED", "OPAQUE", Some("2-3-6 Aomi")),
        ("online", "CONFIRMED", "OPAQUE", None),
        ("perhaps", "TENTATIVE", "TRANSPARENT", None),
        ("full", "TENTATIVE", "TRANSPARENT", None),
    ] {
        let entry = said.event(title);
        assert_eq!(
            (entry.status.as_str(), entry.transp.as_str()),
            (status, transp),
            "{title}"
        );
        assert_eq!(entry.location.as_deref(), place, "{title}");
    }
    // Another member's calendar is another one.
    assert_eq!(fetch(&t.anonymous(), &address(&first).await).await.titles(), ["full"]);
}

async fn seated(t: &TestApp, who: &Actor, title: &str) -> EventId {
    let event = t.event().title(title).insert().await;
    answer(who, event, Answer::InPerson).await;
    event
}

#[tokio::test]
async fn ones_own_calendar_follows_the_event_and_the_answer() {
    let t = club().await;
    let asha = t.member("Asha Rao").await;
    let [off, long_off, hidden, left] = [
        seated(&t, &asha, "off").await,
        seated(&t, &asha, "off for long").await,
        seated(&t, &asha, "for others now").await,
        seated(&t, &asha, "not any more").await,
    ];
    let path = address(&asha).await;
    let before = fetch(&t.anonymous(), &path).await;
    assert_eq!(before.events.len(), 4);
    change(&t, off, |_, to| to.life = Set("cancelled".into())).await;
    change(&t, long_off, |row, to| {
        to.life = Set("cancelled".into());
        to.updated_at = Set(row.updated_at - 31 * DAY);
    })
    .await;
    change(&t, hidden, |_, to| {
        to.reach = Set("chosen".into());
        to.reach_countries = Set("NP".into());
    })
    .await;
    answer(&asha, left, Answer::Cannot).await;
    let after = fetch(&t.anonymous(), &path).await;
    assert_eq!(after.titles(), ["off"]);
    assert_eq!(
        (after.method.as_str(), after.event("off").status.as_str()),
        ("PUBLISH", "CANCELLED")
    );
    assert_eq!(after.event("off").uid, before.event("off").uid);
}

#[tokio::test]
async fn a_new_address_ends_the_old_one() {
    let t = club().await;
    let asha = t.member("Asha Rao").await;
    seated(&t, &asha, "mine").await;
    let [old, new] = [address(&asha).await, address(&asha).await];
    assert_ne!(old, new);
    let gone = t.anonymous().get(&old).await.problem(ProblemCode::NotFound);
    assert_eq!(fetch(&t.anonymous(), &new).await.titles(), ["mine"]);
    // What never was an address gets the same answer, and so does the hash that stands in the database.
    let [row] = &calendar_feed::Entity::find().all(&t.app.db.read).await.unwrap()[..] else {
        panic!("one member has one calendar")
    };
    assert!(!new.contains(&row.token_hash));
    let zeros = "0".repeat(64);
    for secret in [row.token_hash.as_str(), zeros.as_str(), "x", ""] {
        let path = format!("/api/calendars/{secret}.ics");
        let problem = t.anonymous().get(&path).await.problem(ProblemCode::NotFound);
        assert_eq!(
            (problem.text, problem.message),
            (gone.text.clone(), gone.message.clone()),
            "{path}"
        );
    }
    let bare = new.trim_end_matches(".ics");
    t.anonymous().get(bare).await.problem(ProblemCode::NotFound);
    let answer = t.anonymous().get(&new).await;
    assert_eq!(answer.headers["cache-control"], "private, max-age=300");
    assert!(!answer.headers.contains_key("set-cookie"));
}
