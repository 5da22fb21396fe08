//! The load: as fast as possible by a few connections, or at a fixed rate with latencies from the planned moment on.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use backend::client::Client;
use bytes::Bytes;
use shared::api::to_query;
use shared::directory::{ListMembers, MemberFilter};
use tokio::task::JoinSet;

use super::server::{Editor, Server};

/// Connections of the closed loop.
const CONNECTIONS: usize = 8;
/// The fixed rate, and for how long.
const RATE: u32 = 500;
const SECONDS: u32 = 15;
/// Between two edits.
const EDIT_EVERY: Duration = Duration::from_millis(50);

/// Latencies in milliseconds, sorted.
#[derive(Debug)]
pub(crate) struct Latencies {
    sorted: Vec<f64>,
    pub(crate) edits: u32,
}

impl Latencies {
    /// The latency that this share of all requests does not exceed.
    pub(crate) fn percentile(&self, share: f64) -> f64 {
        let place = (self.sorted.len() as f64 * share).ceil() as usize;
        self.sorted
            .get(place.saturating_sub(1))
            .copied()
            .unwrap_or(f64::INFINITY)
    }
}

/// The answer to every question.
pub(crate) async fn record(client: &Client, questions: &[MemberFilter]) -> anyhow::Result<Vec<(String, Bytes)>> {
    let mut answers = Vec::with_capacity(questions.len());
    for question in questions {
        answers.push((to_query(question)?, client.fetch::<ListMembers>((), question).await?));
    }
    Ok(answers)
}

/// Requests per second of all questions, asked `rounds` times, as fast as a few connections go.
pub(crate) async fn closed_loop(client: &Client, questions: &[MemberFilter], rounds: usize) -> anyhow::Result<f64> {
    let (client, questions) = (Arc::new(client.clone()), Arc::new(questions.to_vec()));
    let next = Arc::new(AtomicUsize::new(0));
    let wanted = questions.len() * rounds;
    let started = Instant::now();
    let mut connections = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (client, questions, next) = (Arc::clone(&client), Arc::clone(&questions), Arc::clone(&next));
        connections.spawn(async move {
            loop {
                let place = next.fetch_add(1, Ordering::Relaxed);
                if place >= wanted {
                    return anyhow::Ok(());
                }
                client
                    .fetch::<ListMembers>((), &questions[place % questions.len()])
                    .await?;
            }
        });
    }
    while let Some(done) = connections.join_next().await {
        done??;
    }
    Ok(wanted as f64 / started.elapsed().as_secs_f64())
}

/// Latencies at a fixed rate, while somebody edits, or in peace.
pub(crate) async fn fixed_rate(
    client: &Client,
    questions: &[MemberFilter],
    edited: Option<&Server>,
) -> anyhow::Result<Latencies> {
    let editing = match edited {
        Some(server) => {
            let editor = Editor::new(server).await?;
            Some(tokio::spawn(async move {
                let mut ticks = tokio::time::interval(EDIT_EVERY);
                for number in 0..SECONDS * 20 {
                    ticks.tick().await;
                    editor.edit(number).await?;
                }
                anyhow::Ok(SECONDS * 20)
            }))
        }
        None => None,
    };
    let client = Arc::new(client.clone());
    let mut requests = JoinSet::new();
    let started = tokio::time::Instant::now();
    for number in 0..RATE * SECONDS {
        let planned = started + Duration::from_secs(1) * number / RATE;
        tokio::time::sleep_until(planned).await;
        let (client, question) = (
            Arc::clone(&client),
            questions[number as usize % questions.len()].clone(),
        );
        // From the moment the request leaves: the timer of this process is not what is measured.
        requests.spawn(async move {
            let left = Instant::now();
            client.fetch::<ListMembers>((), &question).await?;
            anyhow::Ok(left.elapsed().as_secs_f64() * 1_000.0)
        });
    }
    let mut sorted = Vec::new();
    while let Some(done) = requests.join_next().await {
        sorted.push(done??);
    }
    sorted.sort_by(f64::total_cmp);
    let edits = match editing {
        Some(editing) => editing.await??,
        None => 0,
    };
    Ok(Latencies { sorted, edits })
}
