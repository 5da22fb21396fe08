//! Events to be put into the database as they were published: in Tokyo, in ten days, for everybody, with 50 seats.

use backend::entity::{event, event_host, event_text};
use sea_orm::{ActiveValue::Set, EntityTrait};
use shared::events::{EventInput, Question};
use shared::ids::{EventId, MemberId};
use uuid::Uuid;

use super::TestApp;

pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;

/// An event to be put into the database.
pub(crate) struct EventFactory<'a> {
    test: &'a TestApp,
    row: event::ActiveModel,
    input: EventInput,
    title: String,
    hosts: Vec<&'static str>,
}

impl<'a> EventFactory<'a> {
    pub(super) fn new(test: &'a TestApp) -> Self {
        let now = test.app.clock.now().as_millisecond();
        let row = event::ActiveModel {
            id: Set(Uuid::now_v7()),
            life: Set("published".into()),
            kind: Set("reunion".into()),
            zone: Set("Asia/Tokyo".into()),
            starts_at: Set(Some(now + 10 * DAY)),
            ends_at: Set(Some(now + 10 * DAY + 2 * HOUR)),
            country_code: Set(Some("JP".into())),
            room_seats: Set(Some(50)),
            online_seats: Set(Some(0)),
            companions_max: Set(0),
            fill_seats: Set(false),
            hold_hours: Set(24),
            reach: Set("public".into()),
            reach_countries: Set(String::new()),
            reach_years: Set(String::new()),
            is_demo: Set(false),
            created_at: Set(now),
            updated_at: Set(now),
            version: Set(1),
            sequence: Set(0),
            rsvp_revision: Set(0),
            rsvp_reload_revision: Set(0),
            ..Default::default()
        };
        Self {
            test,
            row,
            input: EventInput::default(),
            title: "A reunion".into(),
            hosts: vec!["IN"],
        }
    }

    pub(crate) fn title(mut self, title: &str) -> Self {
        self.title = title.into();
        self
    }

    /// Seats in the room; none for as many as come.
    pub(crate) fn seats(mut self, seats: Option<i32>) -> Self {
        self.row.room_seats = Set(seats);
        self
    }

    /// Seats online; none for as many as come.
    pub(crate) fn online(mut self, seats: Option<i32>) -> Self {
        self.row.online_seats = Set(seats);
        self
    }

    pub(crate) fn companions(mut self, most: i32) -> Self {
        self.row.companions_max = Set(most);
        self
    }

    pub(crate) fn life(mut self, life: &str) -> Self {
        self.row.life = Set(life.into());
        self
    }

    pub(crate) fn zone(mut self, zone: &str) -> Self {
        self.row.zone = Set(zone.into());
        self
    }

    /// From one moment to another, in unix milliseconds.
    pub(crate) fn lasting(mut self, starts_at: i64, ends_at: i64) -> Self {
        (self.row.starts_at, self.row.ends_at) = (Set(Some(starts_at)), Set(Some(ends_at)));
        self
    }

    /// `public`, `members`, or `chosen` with countries/regions and years.
    pub(crate) fn reach(mut self, reach: &str, countries: &str, years: &str) -> Self {
        self.row.reach = Set(reach.into());
        self.row.reach_countries = Set(countries.into());
        self.row.reach_years = Set(years.into());
        self
    }

    pub(crate) fn hosts(mut self, hosts: &[&'static str]) -> Self {
        self.hosts = hosts.into();
        self
    }

    pub(crate) fn created_by(mut self, member: MemberId) -> Self {
        self.row.created_by = Set(Some(member.0));
        self
    }

    pub(crate) fn question(mut self, question: Question) -> Self {
        self.input.questions.push(question);
        self
    }

    /// Changes what the organiser typed; the columns stay as they are.
    pub(crate) fn typed(mut self, change: impl FnOnce(&mut EventInput)) -> Self {
        change(&mut self.input);
        self
    }

    /// Changes the columns.
    pub(crate) fn stored(mut self, change: impl FnOnce(&mut event::ActiveModel)) -> Self {
        change(&mut self.row);
        self
    }

    pub(crate) async fn insert(mut self) -> EventId {
        let db = &self.test.app.db.write;
        let Set(id) = self.row.id else {
            panic!("an id is always set")
        };
        self.row.input = Set(serde_json::to_string(&self.input).unwrap());
        event::Entity::insert(self.row)
            .exec_without_returning(db)
            .await
            .unwrap();
        let text = event_text::ActiveModel {
            event_id: Set(id),
            position: Set(0),
            language: Set("en".into()),
            title: Set(self.title),
            summary: Set("For everybody who came to Japan.".into()),
            description_html: Set("<p>Come.</p>".into()),
        };
        event_text::Entity::insert(text)
            .exec_without_returning(db)
            .await
            .unwrap();
        for host in self.hosts {
            let row = event_host::ActiveModel {
                event_id: Set(id),
                country_code: Set(host.into()),
            };
            event_host::Entity::insert(row)
                .exec_without_returning(db)
                .await
                .unwrap();
        }
        EventId(id)
    }
}
