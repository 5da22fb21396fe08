//! The record itself: every row of the file is there with all that it says, once, however often it is added.

use backend::entity::past_event;
use backend::features::events::seed_past_events;
use csv::{Reader, StringRecord};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QueryOrder};
use shared::events::PastEvent;

use super::listed;
use crate::support::TestApp;

fn rows() -> Vec<StringRecord> {
    let file = include_str!("../../../data/past_events.csv");
    let rows = Reader::from_reader(file.as_bytes()).into_records();
    rows.map(Result::unwrap).collect()
}

/// An event as the file writes it, except that documents of ours have names for people.
fn as_row(event: &PastEvent) -> StringRecord {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let source = event.source.replace("SSP brochure (seed 002)", "seed 002");
    StringRecord::from(vec![
        event.starts_on.to_string(),
        event.ends_on.map(|date| date.to_string()).unwrap_or_default(),
        event.kind.code().to_owned(),
        event.country.map(|country| country.to_string()).unwrap_or_default(),
        or_empty(&event.city),
        event.title.clone(),
        or_empty(&event.venue),
        event.mode.code().to_owned(),
        or_empty(&event.note),
        source,
    ])
}

async fn stored(t: &TestApp) -> Vec<past_event::Model> {
    let rows = past_event::Entity::find().order_by_asc(past_event::Column::Id);
    rows.all(&t.app.db.write).await.unwrap()
}

#[tokio::test]
async fn every_row_of_the_record_is_listed_as_it_stands_there() {
    let t = TestApp::new().await;
    let mut listed: Vec<StringRecord> = listed(&t, "").await.events.iter().map(as_row).collect();
    let mut expected = rows();
    assert_eq!(expected.len(), 33);
    listed.sort_by(|one, other| one.iter().cmp(other.iter()));
    expected.sort_by(|one, other| one.iter().cmp(other.iter()));
    assert_eq!(listed, expected);
}

#[tokio::test]
async fn the_latest_stands_first_and_a_month_after_its_days() {
    let t = TestApp::new().await;
    let events = listed(&t, "").await.events;
    assert!(events.is_sorted_by(|later, earlier| later.starts_on >= earlier.starts_on));
    let dates: Vec<String> = events.iter().map(|event| event.starts_on.to_string()).collect();
    assert_eq!((dates[0].as_str(), dates[32].as_str()), ("2026-01", "2016-03-19"));
    let months: Vec<&String> = dates.iter().filter(|date| date.len() == 7).collect();
    assert_eq!(months, ["2026-01", "2022-12", "2021-07"]);
}

#[tokio::test]
async fn people_read_no_name_of_ours_for_a_document() {
    let t = TestApp::new().await;
    for event in listed(&t, "").await.events {
        let is_address = event.source.starts_with("https://") || event.source.starts_with("http://");
        assert!(is_address || event.source.starts_with("SSP brochure ("), "{event:?}");
    }
}

#[tokio::test]
async fn events_are_added_once_and_others_are_left_as_they_are() {
    let t = TestApp::new().await;
    let mut corrected = stored(&t).await[3].clone().into_active_model();
    corrected.note = Set(Some("A correction".into()));
    corrected.update(&t.app.db.write).await.unwrap();
    let before = stored(&t).await;
    seed_past_events(&t.app.db).await.unwrap();
    assert_eq!(stored(&t).await, before);
    let one = &before[7];
    past_event::Entity::delete_by_id(one.id)
        .exec(&t.app.db.write)
        .await
        .unwrap();
    seed_past_events(&t.app.db).await.unwrap();
    let after = stored(&t).await;
    let added = after.last().unwrap();
    assert_eq!(after.len(), before.len());
    assert_eq!(
        *added,
        past_event::Model {
            id: added.id,
            ..one.clone()
        },
        "what is missing comes back"
    );
}

#[tokio::test]
async fn a_row_that_cannot_be_read_is_our_fault_and_says_nothing() {
    let t = TestApp::new().await;
    let mut broken = stored(&t).await[0].clone().into_active_model();
    broken.starts_on = Set("2016-13".into());
    broken.update(&t.app.db.write).await.unwrap();
    let answer = t.anonymous().get("/api/events/past").await;
    let problem = answer.problem(shared::api::ProblemCode::Internal);
    assert!(!problem.message.contains("2016"), "{problem:?}");
}
