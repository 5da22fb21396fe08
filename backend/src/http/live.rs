//! `GET /api/live?event=…`: one stream a tab, of hints that something about an event has changed.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use serde::Deserialize;
use shared::api::ProblemCode;
use shared::ids::EventId;
use shared::words::Text;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

use super::{decode, session};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::features::rsvp;
use crate::live::Message;

/// Events of one stream.
const MOST: usize = 20;
/// Hints are gathered for so long: a thousand answers in a second are four hints.
const GATHERED: Duration = Duration::from_millis(250);
/// A line now and then, so that whatever stands in between keeps the connection.
const ALIVE: Duration = Duration::from_secs(15);

#[derive(Debug, Deserialize)]
struct Topics {
    /// Events of which the page wants to hear.
    #[serde(default)]
    event: Vec<EventId>,
}

/// The stream. Who may not know of one of the events gets none.
pub(super) async fn stream(State(app): State<App>, headers: HeaderMap, uri: Uri) -> Result<Response> {
    let topics: Topics = decode::query(uri.query().unwrap_or_default())?;
    if topics.event.is_empty() || topics.event.len() > MOST {
        return Err(AppError::invalid_field(
            "event",
            Text::new("invalid.too_many").with("max", MOST),
        ));
    }
    let viewer = session::find(&app, &headers)
        .await?
        .map(|signed_in| signed_in.member_id);
    for event in &topics.event {
        if !rsvp::service::is_known(&app, viewer, *event).await? {
            return Err(AppError::told(
                ProblemCode::NotFound,
                Text::new("problem.not_found_event"),
            ));
        }
    }
    let told = hints(app.live.listen(), topics.event);
    let mut response = Sse::new(told)
        .keep_alive(KeepAlive::new().interval(ALIVE))
        .into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Or a proxy would gather what is meant to be heard at once.
    headers.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    Ok(response)
}

/// The hints that concern some events, gathered.
fn hints(messages: Receiver<Message>, events: Vec<EventId>) -> impl Stream<Item = Result<Event, Infallible>> {
    // The first message says that the stream has begun: whoever asked before asks again.
    let greeting = events.clone();
    futures_util::stream::unfold(
        (messages, events, greeting),
        |(mut messages, events, mut due)| async move {
            if due.is_empty() {
                due = next(&mut messages, &events).await?;
            }
            let event = due.pop()?;
            let hint = Event::default().event("event").data(event.to_string());
            Some((Ok(hint), (messages, events, due)))
        },
    )
}

/// Waits for something that concerns any of the events, and a little longer for more of it; nothing when it is over.
async fn next(messages: &mut Receiver<Message>, events: &[EventId]) -> Option<Vec<EventId>> {
    let mut due = Vec::new();
    while due.is_empty() {
        note(messages.recv().await, events, &mut due)?;
    }
    tokio::time::sleep(GATHERED).await;
    loop {
        let more = match messages.try_recv() {
            Ok(message) => Ok(message),
            Err(TryRecvError::Empty) => return Some(due),
            Err(TryRecvError::Closed) => Err(RecvError::Closed),
            Err(TryRecvError::Lagged(missed)) => Err(RecvError::Lagged(missed)),
        };
        note(more, events, &mut due)?;
    }
}

/// Takes a message in; nothing when it is over. Who missed some may have missed any.
fn note(message: Result<Message, RecvError>, events: &[EventId], due: &mut Vec<EventId>) -> Option<()> {
    match message {
        Ok(Message::Event(event)) if events.contains(&event) && !due.contains(&event) => due.push(event),
        Ok(Message::Event(_)) => {}
        Err(RecvError::Lagged(_)) => *due = events.to_vec(),
        Ok(Message::Stop) | Err(RecvError::Closed) => return None,
    }
    Some(())
}
