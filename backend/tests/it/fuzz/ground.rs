//! What there is to be found: events in every state, answers, an offer, mails, pictures, secrets. Made through the server
//! as far as it lets anybody.

use std::collections::BTreeMap;

use backend::client::Client;
use backend::clock::Clock;
use backend::demo::{Plan, add_events, fill};
use backend::entity::{mail_address, member};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use shared::admin::{ListOutbox, OutboxFilter};
use shared::api::Empty;
use shared::auth::{DemoSignIn, DemoSignInInput};
use shared::codes::Role;
use shared::events::RotateCalendarFeed;
use shared::ids::MemberId;

use super::makings::{events, offers, pictures, unknown};
use crate::support::TestApp;

const ROLES: [(&str, Role); 3] = [
    ("member", Role::Member),
    ("coordinator", Role::Coordinator),
    ("admin", Role::Admin),
];
const TOKEN: &str = "a-secret-of-mails";

/// The people and events of a demonstration, around the moment of the machine's clock, which is the server's.
pub(super) struct Ground {
    /// Somebody who does nothing else.
    bystander: MemberId,
}

/// What is known, so that requests find something: values of parameters, by operation and name, and bodies that are good.
#[derive(Default)]
pub(super) struct Known {
    /// The session cookie of a person of each role.
    pub(super) cookies: Vec<(&'static str, String)>,
    /// Values of a path or query, by the operation (empty: all) and the parameter's name.
    pub(super) values: BTreeMap<(&'static str, &'static str), Vec<String>>,
    /// Bodies, by operation.
    pub(super) bodies: BTreeMap<&'static str, Value>,
}

impl Ground {
    pub(super) async fn fill(t: &TestApp) -> Self {
        let db = &t.app.db;
        fill(db, &Plan { members: 300, seed: 1 }, false).await.unwrap();
        add_events(db, Clock::System.now()).await.unwrap();
        let members = member::Entity::find()
            .filter(member::Column::Role.eq(Role::Member.code()))
            .filter(member::Column::AdultOn.is_null())
            .order_by_asc(member::Column::Id);
        let bystander = members.paginate(&db.read, 1).fetch_page(1).await.unwrap().remove(0).id;
        let address = mail_address::ActiveModel {
            member_id: Set(bystander),
            address: Set("bystander@example.org".into()),
            unsubscribe_token: Set(TOKEN.into()),
        };
        let inserted = mail_address::Entity::insert(address);
        inserted.exec_without_returning(&db.write).await.unwrap();
        Self {
            bystander: MemberId(bystander),
        }
    }

    /// Makes what requests are to find.
    pub(super) async fn till(&self, base: &str) -> Known {
        let mut known = Known::default();
        for (who, role) in ROLES {
            known.cookies.push((who, cookie(base, role).await));
        }
        let clients = Clients::of(base).await;
        events(&clients, &mut known).await;
        offers(&clients, &mut known).await;
        pictures(base, &mut known).await;
        let feed = clients.bystander(base, self.bystander).await;
        let feed = feed.call::<RotateCalendarFeed>((), &Empty {}).await.unwrap();
        known.value("OwnCalendar", "file", [feed.path.rsplit('/').next().unwrap()]);
        for operation in ["AskUnsubscribe", "Unsubscribe"] {
            known.value(operation, "token", [TOKEN]);
            known.value(operation, "kind", ["reminder_week"]);
        }
        known.value("", "member_id", [self.bystander, MemberId(unknown().0)]);
        let mails = clients.admin.call::<ListOutbox>((), &OutboxFilter::default()).await;
        known.value("", "mail_id", mails.unwrap().mails.iter().map(|mail| mail.id).take(3));
        known.bodies.insert(
            "PlaceAttendee",
            json!({ "member_id": self.bystander, "pool": "room", "companions": 0 }),
        );
        known
    }
}

impl Known {
    pub(super) fn value<T: ToString>(
        &mut self,
        operation: &'static str,
        name: &'static str,
        values: impl IntoIterator<Item = T>,
    ) {
        let values = values.into_iter().map(|value| value.to_string()).collect();
        self.values.insert((operation, name), values);
    }
}

/// The same people as those of the cookies, in sessions of their own.
pub(super) struct Clients {
    pub(super) member: Client,
    pub(super) coordinator: Client,
    pub(super) admin: Client,
}

impl Clients {
    async fn of(base: &str) -> Self {
        Self {
            member: signed_in(
                base,
                DemoSignInInput {
                    role: Some(Role::Member),
                    member_id: None,
                },
            )
            .await,
            coordinator: signed_in(
                base,
                DemoSignInInput {
                    role: Some(Role::Coordinator),
                    member_id: None,
                },
            )
            .await,
            admin: signed_in(
                base,
                DemoSignInInput {
                    role: Some(Role::Admin),
                    member_id: None,
                },
            )
            .await,
        }
    }

    async fn bystander(&self, base: &str, id: MemberId) -> Client {
        signed_in(
            base,
            DemoSignInInput {
                role: None,
                member_id: Some(id),
            },
        )
        .await
    }
}

async fn signed_in(base: &str, whom: DemoSignInInput) -> Client {
    let client = Client::new(base);
    client.call::<DemoSignIn>((), &whom).await.unwrap();
    client
}

async fn cookie(base: &str, role: Role) -> String {
    let request = reqwest::Client::new().post(format!("{base}/api/demo/session"));
    let answer = request.json(&json!({ "role": role })).send().await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().into()
}
