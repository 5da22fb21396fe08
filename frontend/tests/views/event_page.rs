//! Lists of the club's events, and the page of one of them: to come, called off, past, in another language.

use frontend::features::events as view;
use frontend::words::Words;
use shared::events::{EventDetail, EventFilter, EventLife, EventSummary};
use shared::rsvp::{Answer, OwnRsvp, OwnStanding};
use yew::{Callback, Html, html};

use super::event_samples::{at, cancelled, detail, full, no_pool, now, own, past, rich, seats, typical, webinar};
use super::{drawn, english};

/// Everything on the page that is not the reader's own.
fn page(words: &Words, event: &EventDetail, own: Option<&OwnRsvp>) -> Html {
    html! {
        <>
            { view::banner(words, event) }
            { view::heading(words, event) }
            { view::facts(words, event, own, now()) }
            { view::seats(words, &event.summary.seats) }
            { view::report(words, event) }
            { view::description(words, event) }
            { view::calendar_buttons(words, event, "https://club.example", Some("/me/notices".into())) }
        </>
    }
}

#[tokio::test]
async fn events_stand_in_groups_of_months_with_seats_and_ones_own_answer() {
    let waiting = EventSummary {
        seats: seats(full(3), no_pool()),
        own: Some(OwnRsvp {
            position: Some(3),
            ..own(Answer::InPerson, OwnStanding::Waiting)
        }),
        ..typical()
    };
    let called_off = EventSummary {
        life: EventLife::Cancelled,
        ..typical()
    };
    let html = view::summary_list(&english(), &[typical(), waiting, called_off, webinar()]);
    insta::assert_snapshot!("summary_list", drawn(html).await);
}

#[tokio::test]
async fn the_next_events_are_doors_to_them() {
    let html = view::next_list(&english(), &[typical(), webinar()]);
    insta::assert_snapshot!("next_list", drawn(html).await);
}

#[tokio::test]
async fn a_typical_event() {
    let html = page(&english(), &detail(typical()), None);
    insta::assert_snapshot!("event_typical", drawn(html).await);
}

#[tokio::test]
async fn an_event_for_some_with_both_ways_to_take_part() {
    let html = page(&english(), &rich(), None);
    insta::assert_snapshot!("event_rich", drawn(html).await);
}

#[tokio::test]
async fn who_has_a_seat_is_told_where_exactly() {
    let event = EventDetail {
        address: Some("2-3-6 Aomi, Koto".into()),
        point: Some("35.62, 139.78".into()),
        ..detail(typical())
    };
    let own = own(Answer::InPerson, OwnStanding::Confirmed);
    let html = drawn(view::facts(&english(), &event, Some(&own), now())).await;
    assert!(
        html.contains("2-3-6 Aomi") && html.contains("geo:35.62,139.78"),
        "{html}"
    );
    let html = drawn(view::facts(&english(), &detail(typical()), None, now())).await;
    assert!(html.contains("Those who have a seat"), "{html}");
}

#[tokio::test]
async fn one_clock_is_enough_where_both_show_the_same() {
    let near = EventSummary {
        zone: "Africa/Accra".into(),
        ..typical()
    };
    let words = english();
    let html = drawn(view::event_clocks(&words, &near)).await;
    assert_eq!(html.matches("clock-day").count(), 1, "{html}");
    let late = EventSummary {
        starts_at: at("2026-12-05T16:00:00Z"),
        ends_at: at("2026-12-06T16:30:00Z"),
        ..typical()
    };
    let html = drawn(view::event_clocks(&words, &late)).await;
    assert!(html.contains("the day before"), "{html}");
    insta::assert_snapshot!("event_clocks_of_two_days", html);
}

#[tokio::test]
async fn a_cancelled_event_says_why() {
    let html = page(&english(), &cancelled(), None);
    insta::assert_snapshot!("event_cancelled", drawn(html).await);
}

#[tokio::test]
async fn a_past_event_tells_how_it_was() {
    let html = page(&english(), &past(), None);
    insta::assert_snapshot!("event_past", drawn(html).await);
}

#[tokio::test]
async fn a_text_in_another_language_is_marked() {
    let html = drawn(page(&english(), &detail(webinar()), None)).await;
    assert!(html.contains("This text is in [th] only."), "{html}");
    insta::assert_snapshot!("event_of_another_language", html);
}

#[tokio::test]
async fn both_lists_have_the_same_filters() {
    let words = english();
    let filter = EventFilter::from_query("country=IN&online=true");
    insta::assert_snapshot!("event_tabs", drawn(view::tabs(&words, &filter)).await);
    let known = view::Whereabouts::Refused;
    insta::assert_snapshot!(
        "event_near",
        drawn(view::near_button(&words, &known, &Callback::noop())).await
    );
}
