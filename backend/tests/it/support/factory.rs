//! Factories state the past: they insert rows with sane defaults. What is tested goes through actors instead.

use backend::entity::{change, exchange, member, organisation, participation};
use sea_orm::{ActiveValue::Set, EntityTrait};
use shared::codes::{Audience, Role};
use shared::ids::{ExchangeId, MemberId};
use uuid::Uuid;

use super::TestApp;

/// A member to be put into the database: of age, from India, shown to everybody.
pub(crate) struct MemberFactory<'a> {
    test: &'a TestApp,
    row: member::ActiveModel,
    exchanges: Vec<ExchangeId>,
}

impl<'a> MemberFactory<'a> {
    pub(crate) fn new(test: &'a TestApp, name: &str) -> Self {
        let now = test.app.clock.now().as_millisecond();
        let row = member::ActiveModel {
            id: Set(Uuid::now_v7()),
            name: Set(name.into()),
            native_name: Set(None),
            country_code: Set("IN".into()),
            affiliation: Set(None),
            lives_in: Set(Some("IN".into())),
            fields: Set(String::new()),
            languages: Set("en".into()),
            open_to: Set(String::new()),
            audiences: Set("44444444".into()),
            role: Set(Role::Member.code().into()),
            adult_on: Set(None),
            created_at: Set(now),
            updated_at: Set(now),
        };
        Self {
            test,
            row,
            exchanges: Vec::new(),
        }
    }

    pub(crate) fn native_name(mut self, name: &str) -> Self {
        self.row.native_name = Set(Some(name.into()));
        self
    }

    pub(crate) fn country(mut self, code: &str) -> Self {
        self.row.country_code = Set(code.into());
        self
    }

    pub(crate) fn affiliation(mut self, name: &str) -> Self {
        self.row.affiliation = Set(Some(name.into()));
        self
    }

    pub(crate) fn fields(mut self, codes: &str) -> Self {
        self.row.fields = Set(codes.into());
        self
    }

    pub(crate) fn role(mut self, role: Role) -> Self {
        self.row.role = Set(role.code().into());
        self
    }

    /// The same audience for everything.
    pub(crate) fn shown_to(mut self, audience: Audience) -> Self {
        self.row.audiences = Set((audience as u8).to_string().repeat(8));
        self
    }

    /// The audiences as stored: listing, native name, affiliation, fields, residence, languages, open to, trip.
    pub(crate) fn audiences(mut self, digits: &str) -> Self {
        self.row.audiences = Set(digits.into());
        self
    }

    /// Comes of age on a day.
    pub(crate) fn adult_on(mut self, day: &str) -> Self {
        self.row.adult_on = Set(Some(day.into()));
        self
    }

    pub(crate) fn on(mut self, exchange: ExchangeId) -> Self {
        self.exchanges.push(exchange);
        self
    }

    /// Puts the member there, known to the running app.
    pub(crate) async fn insert(self) -> MemberId {
        let Set(id) = self.row.id else {
            panic!("an id is always set")
        };
        let db = &self.test.app.db.write;
        member::Entity::insert(self.row).exec(db).await.unwrap();
        for exchange in self.exchanges {
            let row = participation::ActiveModel {
                member_id: Set(id),
                exchange_id: Set(exchange.0),
            };
            participation::Entity::insert(row)
                .exec_without_returning(db)
                .await
                .unwrap();
        }
        let noted = change::ActiveModel {
            kind: Set("member".into()),
            subject_id: Set(id),
            changed_at: Set(0),
            ..Default::default()
        };
        change::Entity::insert(noted).exec(db).await.unwrap();
        backend::feed::catch_up(&self.test.app).await.unwrap();
        MemberId(id)
    }
}

/// An exchange to be put into the database. The running app knows it after a restart.
pub(crate) struct ExchangeFactory<'a> {
    test: &'a TestApp,
    row: exchange::ActiveModel,
    host: String,
    sending: String,
}

impl<'a> ExchangeFactory<'a> {
    pub(crate) fn new(test: &'a TestApp) -> Self {
        let row = exchange::ActiveModel {
            id: Set(Uuid::now_v7()),
            fiscal_year: Set(2018),
            programme_code: Set("open_a".into()),
            country_code: Set("IN".into()),
            field_code: Set("materials".into()),
            theme: Set("Perovskite solar cells".into()),
            starts_on: Set("2018-06-04".into()),
            ends_on: Set("2018-06-10".into()),
            ..Default::default()
        };
        Self {
            test,
            row,
            host: "Sendai Institute of Light".into(),
            sending: "Pune University of Materials".into(),
        }
    }

    pub(crate) fn year(mut self, year: i32) -> Self {
        self.row.fiscal_year = Set(year);
        self.row.starts_on = Set(format!("{year}-06-04"));
        self.row.ends_on = Set(format!("{year}-06-10"));
        self
    }

    pub(crate) fn programme(mut self, code: &str) -> Self {
        self.row.programme_code = Set(code.into());
        self
    }

    pub(crate) fn host(mut self, name: &str) -> Self {
        self.host = name.into();
        self
    }

    pub(crate) async fn insert(mut self) -> ExchangeId {
        let db = &self.test.app.db.write;
        for (name, country, is_host) in [(self.host, "JP", true), (self.sending, "IN", false)] {
            let id = Uuid::now_v7();
            let row = organisation::ActiveModel {
                id: Set(id),
                name: Set(name),
                native_name: Set(None),
                country_code: Set(country.into()),
            };
            organisation::Entity::insert(row)
                .exec_without_returning(db)
                .await
                .unwrap();
            let place = if is_host {
                &mut self.row.host_id
            } else {
                &mut self.row.sending_id
            };
            *place = Set(id);
        }
        let Set(id) = self.row.id else {
            panic!("an id is always set")
        };
        exchange::Entity::insert(self.row)
            .exec_without_returning(db)
            .await
            .unwrap();
        ExchangeId(id)
    }
}
