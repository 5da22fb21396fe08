//! The record of past events: through the endpoint, and how it comes into the database.

mod fair_clock;
mod filter;
mod record;

use shared::events::{ListPastEvents, PastEventFilter, PastEventList};

use crate::support::TestApp;

async fn listed(t: &TestApp, query: &str) -> PastEventList {
    let filter = PastEventFilter::from_query(query);
    assert_eq!(filter.to_query(), query);
    t.anonymous().call::<ListPastEvents>((), filter).await.good()
}
