//! An event that members can answer, made by a coordinator as it is needed.

use shared::api::Empty;
use shared::auth::GetSession;
use shared::codes::Role;
use shared::directory::{ListMembers, MemberFilter};
use shared::events::{
    CreateEvent, EventAudience, EventInput, EventReach, EventText, LocalTime, OnlineInput, PublishEvent, PublishInput,
    RoomInput,
};
use shared::ids::{EventId, MemberId};

use super::Page;

fn local(at: &str) -> LocalTime {
    LocalTime {
        at: at.into(),
        which: None,
    }
}

/// A reunion in Tokyo with so many seats, for every member.
pub(crate) fn reunion(seats: u32) -> EventInput {
    EventInput {
        texts: vec![EventText {
            language: "en".into(),
            title: "A reunion by the river".into(),
            summary: "We meet again.".into(),
            description: "Bring **one** picture.".into(),
        }],
        zone: "Asia/Tokyo".into(),
        starts: local("2031-12-06T18:00"),
        ends: local("2031-12-06T20:30"),
        room: Some(RoomInput {
            seats: Some(seats),
            venue: "Miraikan, Tokyo".into(),
            country: "JP".parse().ok(),
            ..RoomInput::default()
        }),
        audience: EventAudience {
            reach: EventReach::Members,
            ..EventAudience::default()
        },
        ..EventInput::default()
    }
}

/// The same, to be taken part in over the internet too.
pub(crate) fn hybrid(seats: u32) -> EventInput {
    EventInput {
        online: Some(OnlineInput::default()),
        ..reunion(seats)
    }
}

impl Page {
    /// Publishes an event as the coordinator, and becomes a member.
    pub(crate) async fn invite(&self, input: EventInput) -> EventId {
        self.become_role(Role::Coordinator).await;
        let session = self.call::<GetSession>((), &Empty {}).await;
        let input = EventInput {
            hosts: vec![session.member.unwrap().country],
            ..input
        };
        let id = self.call::<CreateEvent>((), &input).await.id;
        self.call::<PublishEvent>(id, &PublishInput::default()).await;
        self.become_role(Role::Member).await;
        id
    }

    /// Waits until the page hears what others do.
    pub(crate) async fn until_hearing(&self) {
        // The stream begins with a hint, at which the page asks again.
        let hears =
            "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/rsvp')).length > 1";
        self.until("the page does not listen", hears, &[]).await;
    }

    /// Other members than the one who is signed in.
    pub(crate) async fn others(&self) -> Vec<MemberId> {
        let own = self.call::<GetSession>((), &Empty {}).await.member.unwrap().id;
        let found = self.call::<ListMembers>((), &MemberFilter::default()).await;
        let ids = found.items.iter().map(|member| member.id);
        ids.filter(|id| *id != own).collect()
    }
}
