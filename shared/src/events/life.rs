//! How far an event has come, and what may be done with it then.

use crate::instant::Instant;
use crate::rsvp::EventState;

crate::codes::codes! {
    /// How far an event has come.
    EventLife in "event_life" {
        /// Being prepared: only organisers see it.
        Draft = "draft",
        /// Ready, and published by itself at a moment that was chosen.
        Scheduled = "scheduled",
        /// To be seen, and open to answers.
        Published = "published",
        /// Called off.
        Cancelled = "cancelled",
        /// Over. A matter of the clock: what is stored is that it was published.
        Past = "past",
    }
}

crate::codes::codes! {
    /// What an organiser can do to an event's life.
    LifeStep in "life_step" {
        /// Publish it now.
        Publish = "publish",
        /// Have it published at a later moment.
        Schedule = "schedule",
        /// Take it back from being published later.
        Unschedule = "unschedule",
        /// Call it off.
        Cancel = "cancel",
        /// Delete it.
        Delete = "delete",
    }
}

impl EventLife {
    /// The life as it is at a moment, from what is stored: a scheduled event is published when its moment has come,
    /// and a published one is past when it has ended.
    #[must_use]
    pub fn at(self, publish_at: Option<Instant>, ends_at: Option<Instant>, now: Instant) -> Self {
        let is_due = publish_at.is_some_and(|moment| moment <= now);
        let is_over = ends_at.is_some_and(|end| end <= now);
        match self {
            Self::Published if is_over => Self::Past,
            Self::Scheduled if is_due && is_over => Self::Past,
            Self::Scheduled if is_due => Self::Published,
            life => life,
        }
    }

    /// What becomes of it by a step; nothing where the step cannot be taken. A deleted event has no life.
    ///
    /// # Errors
    /// When the step cannot be taken now.
    pub const fn after(self, step: LifeStep) -> Result<Option<Self>, NoStep> {
        match (self, step) {
            (Self::Draft | Self::Scheduled, LifeStep::Publish) => Ok(Some(Self::Published)),
            (Self::Draft | Self::Scheduled, LifeStep::Schedule) => Ok(Some(Self::Scheduled)),
            (Self::Scheduled, LifeStep::Unschedule) => Ok(Some(Self::Draft)),
            (Self::Published, LifeStep::Cancel) => Ok(Some(Self::Cancelled)),
            (Self::Draft, LifeStep::Delete) => Ok(None),
            _ => Err(NoStep),
        }
    }

    /// Whether an organiser may change what the event says. What is over or called off stays as it was.
    pub const fn is_open_to_change(self) -> bool {
        matches!(self, Self::Draft | Self::Scheduled | Self::Published)
    }

    /// Whether members may know of it.
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Published | Self::Cancelled | Self::Past)
    }

    /// What it is to the rule of answers.
    pub const fn for_answers(self) -> EventState {
        match self {
            Self::Draft | Self::Scheduled => EventState::Draft,
            Self::Published | Self::Past => EventState::Published,
            Self::Cancelled => EventState::Cancelled,
        }
    }
}

/// The step cannot be taken from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStep;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_leads_where_it_should_and_nowhere_else() {
        use EventLife::{Cancelled, Draft, Past, Published, Scheduled};
        use LifeStep::{Cancel, Delete, Publish, Schedule, Unschedule};
        let allowed = [
            (Draft, Publish, Some(Published)),
            (Draft, Schedule, Some(Scheduled)),
            (Draft, Delete, None),
            (Scheduled, Publish, Some(Published)),
            (Scheduled, Schedule, Some(Scheduled)),
            (Scheduled, Unschedule, Some(Draft)),
            (Published, Cancel, Some(Cancelled)),
        ];
        for life in EventLife::ALL {
            for step in LifeStep::ALL {
                let known = allowed.iter().find(|(from, by, _)| from == life && by == step);
                let expected = known.map(|(.., to)| *to).ok_or(NoStep);
                assert_eq!(life.after(*step), expected, "{life:?} {step:?}");
            }
        }
        assert!(!Past.is_open_to_change() && !Cancelled.is_open_to_change());
    }

    #[test]
    fn the_clock_publishes_and_ends() {
        use EventLife::{Cancelled, Draft, Past, Published, Scheduled};
        let at = |life: EventLife, now: i64| {
            let [publish_at, ends_at] = [100, 200].map(|moment| Some(Instant::from_millis(moment)));
            life.at(publish_at, ends_at, Instant::from_millis(now))
        };
        for (life, expected) in [
            (Draft, [Draft, Draft, Draft]),
            (Scheduled, [Scheduled, Published, Past]),
            (Published, [Published, Published, Past]),
            (Cancelled, [Cancelled, Cancelled, Cancelled]),
        ] {
            assert_eq!([99, 100, 200].map(|now| at(life, now)), expected, "{life:?}");
        }
        assert_eq!(at(Scheduled, 199), Published);
    }
}
