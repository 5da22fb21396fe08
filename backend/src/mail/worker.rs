//! The worker of a process: plans reminders, claims what is due, sends it, one mail at a time.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::Context;
use lettre::message::Mailbox;
use shared::mail::MailKind;
use tokio_util::sync::CancellationToken;

use super::claim::{self, Fate, LEASE, millis};
use super::facts::{self, Facts};
use super::message::{Parts, pack, stop_url};
use super::sender::{Parcel, SEND_TIME, Sender};
use super::{calendar, letter, reminders, store, truth};
use crate::app::App;
use crate::entity::outbox;
use crate::error::Result;

/// How often the outbox is looked at.
const PERIOD: Duration = Duration::from_secs(1);
const PLAN_PERIOD: Duration = Duration::from_mins(1);
const SWEEP_PERIOD: Duration = Duration::from_hours(1);
/// When a mail was sent, that is written down in any case: a database that is away is asked again after these.
const MARK_RESTS: [Duration; 4] = [
    Duration::from_millis(200),
    Duration::from_secs(1),
    Duration::from_secs(4),
    Duration::from_secs(10),
];

/// Works until it is told to stop, and then ends the mail that is being sent. Without a sender mails stay where they are.
pub(crate) async fn work<S: Sender>(app: App, sender: Option<S>, stop: CancellationToken) {
    let worker = format!("{}-{}", std::process::id(), uuid::Uuid::now_v7().simple());
    let mut looks = tokio::time::interval(PERIOD);
    looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut plans = tokio::time::interval(PLAN_PERIOD);
    let mut sweeps = tokio::time::interval(SWEEP_PERIOD);
    loop {
        let done = tokio::select! {
            () = stop.cancelled() => return,
            _ = plans.tick() => reminders::plan(&app).await.map(drop),
            _ = sweeps.tick() => forget(&app).await,
            _ = looks.tick() => match &sender {
                Some(sender) => deliver_all(&app, sender, &worker, &stop).await,
                None => Ok(()),
            },
        };
        if let Err(error) = done {
            tracing::warn!(cause = %error, "mails could not be looked after; they will be next time");
        }
    }
}

/// Removes mails of long ago.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(app: &App) -> Result<()> {
    Ok(claim::forget_old(&app.db.write, app.clock.now().as_millisecond()).await?)
}

async fn deliver_all<S: Sender>(app: &App, sender: &S, worker: &str, stop: &CancellationToken) -> Result<()> {
    while !stop.is_cancelled() && deliver(app, sender, worker, stop).await? > 0 {}
    Ok(())
}

/// Claims some mails that are due and sends them; answers how many were claimed.
///
/// # Errors
/// When the database does not answer. What was claimed then waits until the claim has run out.
pub async fn deliver<S: Sender>(app: &App, sender: &S, worker: &str, stop: &CancellationToken) -> Result<usize> {
    let from: Mailbox = app.settings.mail_from.parse().context("CLUB_MAIL_FROM is no address")?;
    let mails = claim::claim(&app.db, worker, now(app)).await?;
    let mut until = now(app) + millis(LEASE);
    let mut held: BTreeSet<_> = mails.iter().map(|mail| mail.id).collect();
    for (place, mail) in mails.iter().enumerate() {
        let rest = || mails[place..].iter().map(|mail| mail.id).collect();
        if stop.is_cancelled() {
            claim::release(&app.db.write, rest(), worker, now(app)).await?;
            break;
        }
        // A claim must last for as long as sending may take.
        if now(app) + millis(SEND_TIME) > until {
            held = claim::renew(&app.db.write, rest(), worker, now(app)).await?;
            until = now(app) + millis(LEASE);
        }
        if held.contains(&mail.id) {
            let fate = send(app, sender, &from, mail).await;
            settle(app, mail, &fate).await?;
        }
    }
    Ok(mails.len())
}

fn now(app: &App) -> i64 {
    app.clock.now().as_millisecond()
}

/// Sends a mail, if it is to be sent.
async fn send<S: Sender>(app: &App, sender: &S, from: &Mailbox, mail: &outbox::Model) -> Fate {
    if claim::is_worn_out(mail) {
        return Fate::GivenUp("too many attempts".into());
    }
    let parcel = match parcel(app, from, mail).await {
        Ok(Ok(parcel)) => parcel,
        Ok(Err(reason)) => return Fate::GivenUp(reason.into()),
        Err(error) => {
            // One that cannot be written must not keep the others from being sent.
            tracing::error!(mail.id = %mail.id, mail.kind = mail.kind, cause = %error, "mail not written");
            return Fate::Failed("it could not be written".into());
        }
    };
    match sender.send(&parcel).await {
        Ok(()) => Fate::Sent,
        Err(refusal) if refusal.is_final => Fate::GivenUp(refusal.reason),
        Err(refusal) => Fate::Failed(refusal.reason),
    }
}

/// The mail as it travels, or why there is nothing to send.
async fn parcel(app: &App, from: &Mailbox, mail: &outbox::Model) -> Result<Result<Parcel, &'static str>> {
    let Some(facts) = facts::read(app, mail).await? else {
        return Ok(Err("nothing to say"));
    };
    if !truth::is_true(&facts) {
        return Ok(Err("not true any more"));
    }
    if !store::is_wanted(&app.db.read, facts.reader.id, facts.kind).await? {
        return Ok(Err("not wanted"));
    }
    let Some(address) = store::address_of(app, facts.reader.id).await? else {
        return Ok(Err("no address"));
    };
    let stop = stop(app, &facts, &address.unsubscribe_token);
    let letter = letter::write(&facts, &app.settings.links, stop.clone())?;
    let parts = Parts {
        mail,
        reader: &facts.reader,
        letter,
        from,
        to: &address.address,
        stop: stop.as_deref(),
        calendar: calendar::calendar_file(app, &facts).await?,
    };
    // An address that cannot be written to will not become one.
    Ok(pack(parts).map_err(|_| "no address"))
}

fn stop(app: &App, facts: &Facts, token: &str) -> Option<String> {
    let (kind, language): (MailKind, _) = (facts.kind, facts.reader.speech.language);
    stop_url(&app.settings.links, kind, language, token)
}

/// Writes down what became of a mail. That it was sent is written down in any case, or it would be sent again.
async fn settle(app: &App, mail: &outbox::Model, fate: &Fate) -> Result<()> {
    let mut settled = claim::settle(&app.db.write, mail, fate, now(app)).await;
    for rest in MARK_RESTS {
        if settled.is_ok() || *fate != Fate::Sent {
            break;
        }
        tokio::time::sleep(rest).await;
        settled = claim::settle(&app.db.write, mail, fate, now(app)).await;
    }
    match fate {
        Fate::Sent => tracing::info!(mail.id = %mail.id, mail.kind = mail.kind, "mail sent"),
        Fate::GivenUp(reason) => tracing::info!(mail.id = %mail.id, mail.kind = mail.kind, reason, "mail dropped"),
        Fate::Failed(reason) => tracing::warn!(mail.id = %mail.id, mail.kind = mail.kind, reason, "mail not sent"),
    }
    Ok(settled?)
}

/// A mail as it would be read now, true or not: for the outbox of the demonstration.
pub(super) async fn preview(app: &App, mail: &outbox::Model) -> Result<Option<letter::Letter>> {
    let Some(facts) = facts::read(app, mail).await? else {
        return Ok(None);
    };
    let address = store::address_of(app, facts.reader.id).await?;
    let stop = address.and_then(|address| stop(app, &facts, &address.unsubscribe_token));
    Ok(Some(letter::write(&facts, &app.settings.links, stop)?))
}
