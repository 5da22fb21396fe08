//! What is told afterwards, to whom, and who sees the exact place.

use backend::entity::rsvp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::api::ProblemCode;
use shared::events::{EventInput, EventLife, GetEvent, LanguageFilter, OnlineInput, ReportInput, SetEventReport};
use shared::rsvp::Answer;

use super::telling::{answered, answers, languages, with_seats};
use super::{coordinator, mails, pass, published, soon, text};
use crate::support::{DAY, TestApp};

#[tokio::test]
async fn afterwards_it_is_told_how_it_was_and_those_who_came_are_thanked_once() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = answered(&t, &olga, soon()).await;
    let report = ReportInput {
        came_count: 2,
        countries: vec!["NP".parse().unwrap(), "IN".parse().unwrap()],
        text: "It was **good**. <script>alert(1)</script>".into(),
    };
    let early = olga.call::<SetEventReport>(id, report.clone()).await;
    assert_eq!(early.problem(ProblemCode::Conflict).text.key, "problem.event_not_over");
    pass(&t, 3 * DAY);
    let told = olga.call::<SetEventReport>(id, report.clone()).await.good();
    assert!(told.text_html.starts_with("<p>It was <strong>good</strong>."));
    assert!(!told.text_html.contains("<script"));
    assert_eq!(languages(&mails(&t, "thank_you").await), ["aa", "bb"]);
    let corrected = ReportInput {
        came_count: 3,
        ..report
    };
    olga.call::<SetEventReport>(id, corrected).await.good();
    assert_eq!(mails(&t, "thank_you").await.len(), 2);
    let seen = t
        .anonymous()
        .call::<GetEvent>(id, LanguageFilter::default())
        .await
        .good();
    let shown = seen.report.unwrap();
    let codes: Vec<_> = shown.countries.iter().map(|country| country.code()).collect();
    assert_eq!((shown.came_count, codes), (3, vec!["IN", "NP"]));
    assert_eq!(seen.summary.life, EventLife::Past);
}

#[tokio::test]
async fn where_somebody_stood_at_the_door_those_who_came_in_are_thanked() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let id = answered(&t, &olga, soon()).await;
    rsvp::Entity::update_many()
        .col_expr(rsvp::Column::CheckedInAt, Expr::value(1_i64))
        .filter(rsvp::Column::Language.eq("bb"))
        .exec(&t.app.db.write)
        .await
        .unwrap();
    pass(&t, 3 * DAY);
    olga.call::<SetEventReport>(id, ReportInput::default()).await.good();
    assert_eq!(languages(&mails(&t, "thank_you").await), ["bb"]);
}

#[tokio::test]
async fn the_address_is_for_those_with_a_seat_there_and_the_link_for_those_online() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let both = EventInput {
        online: Some(OnlineInput {
            seats: None,
            link: "https://meet.example/room".into(),
        }),
        texts: vec![text("en", "For all")],
        ..with_seats(1)
    };
    let id = published(&olga, both).await;
    let seated = answers(&t, id, "aa", Answer::InPerson).await;
    let waiting = answers(&t, id, "bb", Answer::InPerson).await;
    let online = answers(&t, id, "cc", Answer::Online).await;
    let who = [t.anonymous(), olga]
        .into_iter()
        .chain([seated, waiting, online].map(|id| t.with_session_of(id)));
    let mut seen = Vec::new();
    for who in who {
        let event = who.call::<GetEvent>(id, LanguageFilter::default()).await.good();
        assert_eq!(event.summary.venue.as_deref(), Some("Miraikan, Tokyo"));
        assert_eq!(event.address.is_some(), event.point.is_some());
        seen.push((event.address.is_some(), event.link.is_some()));
    }
    assert_eq!(
        seen,
        [
            (false, false),
            (true, true),
            (true, false),
            (false, false),
            (false, true)
        ]
    );
}
