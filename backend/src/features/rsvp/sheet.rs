//! One event's part of a batch: the register as it becomes, and everything that is to be written for it.

use std::collections::{BTreeMap, HashMap};

use bytes::Bytes;
use shared::api::ProblemCode;
use shared::events::{Invitee, Question};
use shared::ids::MemberId;
use shared::instant::Instant;
use shared::rsvp::{AttendanceAudience, Command, Entry, Notice, RsvpInput, Standing, Why};
use shared::validate::Checker;
use shared::words::Text;

use super::errand::{Act, By, Errand};
use super::room::Room;
use crate::error::{AppError, Result};

/// What belongs to an answer besides seats.
#[derive(Clone, Debug)]
pub(super) struct Details {
    pub(super) shown_to: AttendanceAudience,
    /// JSON.
    pub(super) answers: String,
    pub(super) language: String,
    pub(super) zone: String,
}

impl Default for Details {
    fn default() -> Self {
        Self {
            shown_to: AttendanceAudience::Organisers,
            answers: "[]".into(),
            language: String::new(),
            zone: String::new(),
        }
    }
}

/// A line of the event's log.
#[derive(Clone, Debug)]
pub(super) struct Logged {
    pub(super) actor: MemberId,
    pub(super) subject: MemberId,
    pub(super) action: &'static str,
    pub(super) detail: String,
}

/// One event's part of a batch.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) room: Room,
    pub(super) changed: BTreeMap<MemberId, Option<Entry>>,
    pub(super) details: HashMap<MemberId, Details>,
    pub(super) notices: Vec<Notice>,
    /// Members who changed or took back an answer, and whether they had seats before.
    pub(super) were_seated: BTreeMap<MemberId, bool>,
    pub(super) logged: Vec<Logged>,
    /// Whether pages are told although no answer has changed.
    pub(super) is_changed: bool,
}

impl Sheet {
    /// The part of an event with nothing to be written yet, but that the register follows the event's present rules.
    pub(super) fn new(room: Room, now: Instant) -> Self {
        let mut sheet = Self {
            room,
            changed: BTreeMap::new(),
            details: HashMap::new(),
            notices: Vec::new(),
            were_seated: BTreeMap::new(),
            logged: Vec::new(),
            is_changed: false,
        };
        let rules = sheet.room.facts.rules(now);
        if *sheet.room.register.rules() != rules {
            // Following the rules cannot be refused.
            let _ = sheet.apply(&Command::SetRules(rules), now);
        }
        sheet
    }

    /// Whether there is anything to write.
    pub(super) fn is_blank(&self) -> bool {
        self.changed.is_empty() && self.details.is_empty() && self.logged.is_empty() && !self.is_changed
    }

    /// Does an errand; answers JSON of the state afterwards.
    pub(super) fn take(&mut self, errand: &Errand, invitee: Option<&Invitee>, now: Instant) -> Result<Bytes> {
        self.admit(errand, invitee, now)?;
        if let (Act::Answer { .. } | Act::Withdraw, By::Member(member)) = (&errand.act, errand.by) {
            let is_seated = self.is_seated(member);
            self.were_seated.entry(member).or_insert(is_seated);
        }
        self.apply(&errand.command(), now).map_err(refused)?;
        match (&errand.act, errand.by) {
            (Act::Answer { input, .. }, By::Member(member)) => self.note_details(member, input),
            (Act::Place(input), By::Organiser(organiser)) => {
                let pool = input.pool.code();
                let detail = format!(r#"{{"pool":"{pool}","companions":{}}}"#, input.companions);
                self.log(organiser.id, input.member_id, "place", detail);
            }
            (Act::Remove(member), By::Organiser(organiser)) => self.log(organiser.id, *member, "remove", "{}".into()),
            (Act::Advance { is_changed }, _) => self.is_changed |= is_changed,
            _ => {}
        }
        let state = self.room.state(errand.member());
        Ok(serde_json::to_vec(&state).map_err(anyhow::Error::from)?.into())
    }

    /// What an organiser hears who does something to somebody that is no member; others hear what they hear of members.
    pub(super) fn refuse_nobody(&self, errand: &Errand, invitee: Option<&Invitee>, now: Instant) -> Result<Bytes> {
        self.admit(errand, invitee, now)?;
        Err(AppError::invalid_field(
            "member_id",
            Text::new("invalid.nobody_like_that"),
        ))
    }

    /// Whether this may be done by whom it is done. Who may not know of the event is told that there is none.
    fn admit(&self, errand: &Errand, invitee: Option<&Invitee>, now: Instant) -> Result<()> {
        let facts = &self.room.facts;
        match errand.by {
            By::Nobody => Ok(()),
            By::Member(_) if !facts.is_known_to(invitee, now) => Err(no_event()),
            By::Member(_) => match &errand.act {
                Act::Answer { input, .. } => check_answers(input, &facts.questions),
                _ => Ok(()),
            },
            By::Organiser(organiser) if facts.is_organised_by(&organiser) => Ok(()),
            By::Organiser(_) if facts.is_known_to(invitee, now) => Err(AppError::of(ProblemCode::Forbidden)),
            By::Organiser(_) => Err(no_event()),
        }
    }

    fn is_seated(&self, member: MemberId) -> bool {
        let entry = self.room.register.entry(member);
        entry.is_some_and(|entry| entry.standing == Standing::Confirmed)
    }

    /// Members who had seats, and have said that they do not want any.
    pub(super) fn gave_up_seats(&self) -> Vec<MemberId> {
        let wants_some = |member: MemberId| {
            let entry = self.room.register.entry(member);
            entry.is_some_and(|entry| entry.standing != Standing::Noted)
        };
        let were_seated = self.were_seated.iter().filter(|(_, was_seated)| **was_seated);
        let members = were_seated.map(|(member, _)| *member);
        members.filter(|member| !wants_some(*member)).collect()
    }

    fn apply(&mut self, command: &Command, now: Instant) -> Result<(), Why> {
        let outcome = self.room.register.apply(command, now.millis());
        let changes = outcome.changed.into_iter();
        self.changed.extend(changes.map(|change| (change.member, change.entry)));
        self.notices.extend(outcome.notices);
        outcome.verdict
    }

    fn note_details(&mut self, member: MemberId, input: &RsvpInput) {
        let details = Details {
            shown_to: input.shown_to,
            answers: serde_json::to_string(&input.answers).unwrap_or_else(|_| "[]".into()),
            language: input.language.clone(),
            zone: input.zone.clone(),
        };
        self.details.insert(member, details);
    }

    fn log(&mut self, actor: MemberId, subject: MemberId, action: &'static str, detail: String) {
        self.logged.push(Logged {
            actor,
            subject,
            action,
            detail,
        });
    }
}

/// There is no such event, or none that the caller may know of.
pub(super) fn no_event() -> AppError {
    AppError::told(ProblemCode::NotFound, Text::new("problem.not_found_event"))
}

/// A refusal of the rule, at its field where it has one.
pub(super) fn refused(why: Why) -> AppError {
    let text = Text::new(why.key());
    match why {
        Why::TooManyCompanions | Why::PartyTooLarge => AppError::invalid_field("companions", text),
        Why::NotOnOffer => AppError::invalid_field("answer", text),
        Why::NotPublished
        | Why::Cancelled
        | Why::Past
        | Why::DeadlinePassed
        | Why::Removed
        | Why::NotEnoughSeats
        | Why::NoOffer
        | Why::OfferEnded => AppError::told(ProblemCode::Conflict, text),
    }
}

/// Whoever comes answers what must be answered; nobody answers what was not asked.
fn check_answers(input: &RsvpInput, questions: &[Question]) -> Result<()> {
    let mut checker = Checker::default();
    for answer in &input.answers {
        let asked = questions.iter().find(|question| question.id == answer.id);
        let is_good = asked.is_some_and(|question| question.accepts(&answer.value));
        checker.check(is_good, &format!("answers.{}", answer.id), || {
            Text::new("invalid.unknown_value")
        });
    }
    let comes = input.answer.pool().is_some();
    for question in questions.iter().filter(|question| comes && question.is_required) {
        let is_answered = input.answers.iter().any(|answer| answer.id == question.id);
        checker.check(is_answered, &format!("answers.{}", question.id), || {
            Text::new("invalid.required")
        });
    }
    checker.finish().map_err(AppError::invalid)
}
