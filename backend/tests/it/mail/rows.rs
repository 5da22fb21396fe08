//! Rows of an event and of a member, as they stand in the database.

use backend::entity::{event, member};
use sea_orm::ActiveValue::Set;
use shared::events::{EventInput, EventLife, OnlineInput, RoomInput};

use super::stage::{HOUR, id};

/// A published event of three hours in Tokyo and over the internet.
pub(super) fn event_row(number: u128, starts_at: i64) -> event::ActiveModel {
    let input = EventInput {
        room: Some(RoomInput {
            venue: "Miraikan, Tokyo".into(),
            address: "2-3-6 Aomi, Koto-ku, hall 2".into(),
            ..RoomInput::default()
        }),
        online: Some(OnlineInput {
            link: "https://meet.example/secret".into(),
            ..OnlineInput::default()
        }),
        ..EventInput::default()
    };
    event::ActiveModel {
        id: Set(id(number)),
        life: Set(EventLife::Published.code().into()),
        kind: Set(input.kind.code().into()),
        input: Set(serde_json::to_string(&input).unwrap()),
        zone: Set("Asia/Tokyo".into()),
        starts_at: Set(Some(starts_at)),
        ends_at: Set(Some(starts_at + 3 * HOUR)),
        deadline_at: Set(None),
        publish_at: Set(None),
        cancel_reason: Set(None),
        country_code: Set(Some("JP".into())),
        room_seats: Set(Some(2)),
        online_seats: Set(None),
        companions_max: Set(2),
        fill_seats: Set(false),
        hold_hours: Set(24),
        reach: Set("members".into()),
        reach_countries: Set(String::new()),
        reach_years: Set(String::new()),
        cover_id: Set(None),
        is_demo: Set(false),
        created_by: Set(None),
        created_at: Set(0),
        updated_at: Set(0),
        version: Set(1),
        sequence: Set(0),
        rsvp_revision: Set(0),
        rsvp_reload_revision: Set(0),
    }
}

/// A member from Nepal.
pub(super) fn member_row(number: u128, name: &str) -> member::ActiveModel {
    member::ActiveModel {
        id: Set(id(number)),
        name: Set(name.into()),
        native_name: Set(None),
        country_code: Set("NP".into()),
        affiliation: Set(None),
        lives_in: Set(None),
        fields: Set(String::new()),
        languages: Set("ne en".into()),
        open_to: Set(String::new()),
        audiences: Set("44444444".into()),
        role: Set("member".into()),
        adult_on: Set(None),
        created_at: Set(0),
        updated_at: Set(0),
    }
}
