//! An event's register as it stood at a revision, with what the event itself says about answers. Rooms are shared, never
//! changed, and can be thrown away: the tables are the truth, and the revision tells whether a room is still like them.

use std::sync::Arc;

use quick_cache::sync::Cache;
use shared::events::{EventAudience, EventLife, Invitee, Organiser, Question};
use shared::fields::CountryCode;
use shared::ids::{EventId, MemberId};
use shared::instant::Instant;
use shared::rsvp::{OwnRsvp, Register, RsvpState, Rules};

use crate::app::App;

/// Rooms that are kept.
const ROOMS: usize = 256;

/// What an event says about answers to it.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) version: i32,
    pub(super) life: EventLife,
    pub(super) publish_at: Option<Instant>,
    pub(super) ends_at: Option<Instant>,
    pub(super) rules: Rules,
    pub(super) audience: EventAudience,
    pub(super) hosts: Vec<CountryCode>,
    pub(super) created_by: Option<MemberId>,
    pub(super) questions: Vec<Question>,
}

impl Facts {
    /// How far the event has come.
    pub(super) fn life(&self, now: Instant) -> EventLife {
        self.life.at(self.publish_at, self.ends_at, now)
    }

    /// The rules as they are at a moment: a scheduled event opens by the clock.
    pub(super) fn rules(&self, now: Instant) -> Rules {
        Rules {
            state: self.life(now).for_answers(),
            ..self.rules
        }
    }

    /// Whether a viewer may know of the event.
    pub(super) fn is_known_to(&self, viewer: Option<&Invitee>, now: Instant) -> bool {
        self.life(now).is_known() && self.audience.admits(viewer)
    }

    /// Whether somebody organises the event.
    pub(super) fn is_organised_by(&self, organiser: &Organiser) -> bool {
        organiser.organises(&self.hosts, self.created_by)
    }
}

/// An event's register at a revision.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub(super) event: EventId,
    pub(super) revision: i64,
    pub(super) facts: Arc<Facts>,
    pub(super) register: Register,
}

impl Room {
    /// The counts and a member's own answer.
    pub(super) fn state(&self, member: Option<MemberId>) -> RsvpState {
        RsvpState {
            own: member.and_then(|member| self.own(member)),
            seats: self.register.summary(),
        }
    }

    fn own(&self, member: MemberId) -> Option<OwnRsvp> {
        self.register.standing_of(member)
    }
}

/// The rooms of this process.
#[derive(Debug)]
pub(super) struct Rooms(Cache<EventId, Arc<Room>>);

impl Default for Rooms {
    fn default() -> Self {
        Self(Cache::new(ROOMS))
    }
}

impl Rooms {
    /// The room that is kept of an event, whether or not it is still like the tables.
    pub(super) fn kept(&self, event: EventId) -> Option<Arc<Room>> {
        self.0.get(&event)
    }

    /// The room as it was some time ago: only where a negative control has switched the guard off.
    pub(super) fn seen_before(&self, app: &App, event: EventId) -> Option<Arc<Room>> {
        if app.settings.is_seat_guard_off {
            self.0.get(&event)
        } else {
            None
        }
    }

    /// Keeps a room, unless a newer one is known.
    pub(super) fn keep(&self, room: Arc<Room>) {
        let is_newer = |known: Arc<Room>| known.revision > room.revision;
        if !self.0.get(&room.event).is_some_and(is_newer) {
            self.0.insert(room.event, room);
        }
    }
}
