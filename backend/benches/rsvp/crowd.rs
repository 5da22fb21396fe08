//! Ten thousand people, each on an open connection of their own. Plain HTTP/1.1 by hand: what is measured is the server.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use shared::ids::{EventId, MemberId};
use shared::rsvp::{Answer, IfFull, RsvpInput, RsvpState};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::server::Server;

/// The longest that anybody waits.
const PATIENCE: Duration = Duration::from_secs(120);
/// Connections that are opened at a time; more would overflow the queue of those that are not accepted yet.
const OPENED_AT_ONCE: usize = 100;

/// What one member was answered, and when.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) member: MemberId,
    pub(crate) state: RsvpState,
    pub(crate) after: Duration,
}

/// Members with their connections, ready to ask.
#[derive(Debug)]
pub(crate) struct Crowd(Vec<Person>);

#[derive(Debug)]
struct Person {
    member: MemberId,
    connection: TcpStream,
    request: Vec<u8>,
}

impl Crowd {
    /// Opens all connections, spread over the servers.
    pub(crate) async fn gather(
        servers: &[Server],
        members: &[(MemberId, String)],
        event: EventId,
    ) -> anyhow::Result<Self> {
        let input = RsvpInput {
            if_full: IfFull::Wait,
            ..RsvpInput::of(Answer::InPerson)
        };
        let body = serde_json::to_string(&input)?;
        let mut people = Vec::with_capacity(members.len());
        for (piece, group) in members.chunks(OPENED_AT_ONCE).enumerate() {
            for (place, (member, token)) in group.iter().enumerate() {
                let number = piece * OPENED_AT_ONCE + place;
                let address = &servers[number % servers.len()].address;
                let request = format!(
                    "PUT /api/events/{event}/rsvp HTTP/1.1\r\nhost: {address}\r\ncookie: club-session={token}\r\n\
                     idempotency-key: {event}-{number}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
                    body.len()
                );
                people.push(Person {
                    member: *member,
                    connection: TcpStream::connect(address).await.context("no connection")?,
                    request: request.into_bytes(),
                });
            }
        }
        Ok(Self(people))
    }

    /// Everybody asks at once; answers the seconds until the last one was answered.
    pub(crate) async fn ask(self) -> anyhow::Result<(f64, Vec<Answered>)> {
        let started = Instant::now();
        let mut asking = JoinSet::new();
        for person in self.0 {
            asking.spawn(async move { tokio::time::timeout(PATIENCE, person.ask(started)).await? });
        }
        let mut answers = Vec::with_capacity(asking.len());
        while let Some(answered) = asking.join_next().await {
            answers.push(answered??);
        }
        Ok((started.elapsed().as_secs_f64(), answers))
    }
}

impl Person {
    async fn ask(mut self, started: Instant) -> anyhow::Result<Answered> {
        self.connection.write_all(&self.request).await?;
        let mut answer = Vec::with_capacity(2_048);
        let body = loop {
            if self.connection.read_buf(&mut answer).await? == 0 {
                bail!("the connection ended: {}", String::from_utf8_lossy(&answer));
            }
            if let Some(body) = whole_body(&answer)? {
                break body;
            }
        };
        Ok(Answered {
            member: self.member,
            state: serde_json::from_slice(body).context("the answer cannot be read")?,
            after: started.elapsed(),
        })
    }
}

/// The body of an answer that is there as a whole; anything but a good one ends the bench.
fn whole_body(answer: &[u8]) -> anyhow::Result<Option<&[u8]>> {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else {
        return Ok(None);
    };
    let head = std::str::from_utf8(&answer[..end])?;
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .context("an answer without a length")?;
    let length: usize = length.1.trim().parse()?;
    let body = &answer[end + 4..];
    if body.len() < length {
        return Ok(None);
    }
    if !head.starts_with("HTTP/1.1 200") {
        bail!("{head}\n{}", String::from_utf8_lossy(body));
    }
    Ok(Some(&body[..length]))
}
