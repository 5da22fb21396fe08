//! An event as the database holds it, as plain values: who may know of it and who organises it is decided here.

use shared::events::{EventAudience, EventInput, EventKind, EventLife, Invitee, Organiser};
use shared::fields::CountryCode;
use shared::ids::{EventId, MemberId, PictureId};
use shared::instant::Instant;

use super::moments::Moments;

/// What decides whether an event is shown, and where in a list.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) id: EventId,
    /// As it is stored: ask [`Head::life`] for what it is now.
    pub(super) stored_life: EventLife,
    pub(super) kind: EventKind,
    pub(super) zone: String,
    pub(super) moments: Moments,
    pub(super) publish_at: Option<Instant>,
    pub(super) cancel_reason: Option<String>,
    /// Of the place.
    pub(super) country: Option<CountryCode>,
    pub(super) is_online: bool,
    pub(super) audience: EventAudience,
    pub(super) cover: Option<PictureId>,
    pub(super) is_demo: bool,
    pub(super) created_by: Option<MemberId>,
    pub(super) updated_at: Instant,
    pub(super) version: u32,
    pub(super) sequence: i32,
    pub(super) hosts: Vec<CountryCode>,
}

impl Head {
    /// How far the event has come.
    pub(super) fn life(&self, now: Instant) -> EventLife {
        self.stored_life.at(self.publish_at, self.moments.ends_at, now)
    }

    /// Whether a viewer may know of the event.
    pub(super) fn is_known_to(&self, viewer: Option<&Invitee>, now: Instant) -> bool {
        self.life(now).is_known() && self.audience.admits(viewer)
    }

    /// Whether somebody organises the event.
    pub(super) fn is_organised_by(&self, organiser: &Organiser) -> bool {
        organiser.organises(&self.hosts, self.created_by)
    }

    /// Whether it has ended.
    pub(super) fn is_over(&self, now: Instant) -> bool {
        self.moments.ends_at.is_some_and(|end| end <= now)
    }
}

/// An event's texts in one language, without the description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct StoredText {
    pub(super) language: String,
    pub(super) title: String,
    pub(super) summary: String,
}

/// An event with what was typed.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) head: Head,
    pub(super) input: EventInput,
    /// The original first.
    pub(super) texts: Vec<StoredText>,
}

impl Stored {
    /// The place of the text that a reader of a language gets.
    pub(super) fn text_for(&self, language: &str) -> usize {
        let languages = self.texts.iter().map(|text| text.language.as_str());
        super::language::choose(languages, language)
    }
}

/// What is told afterwards, as it is stored.
#[derive(Clone, Debug)]
pub(super) struct StoredReport {
    pub(super) came_count: u32,
    pub(super) countries: Vec<CountryCode>,
    pub(super) text_html: String,
}
