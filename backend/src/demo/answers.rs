//! Answers of fictional people to fictional events: seats first, then the waiting list, in the order of their numbers.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use serde::Deserialize;
use shared::events::{EventAudience, EventInput, EventReach, QuestionAnswer, QuestionKind};
use shared::ids::EventId;
use shared::rsvp::AttendanceAudience;
use uuid::Uuid;

use crate::entity::{exchange, member, participation, rsvp};

/// How many people answered what.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answers {
    room: usize,
    room_waiting: usize,
    online: usize,
    maybe: usize,
    cannot: usize,
}

impl Answers {
    /// Answer and standing of each.
    fn each(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let parts = [
            ("in_person", "confirmed", self.room),
            ("online", "confirmed", self.online),
            ("in_person", "waiting", self.room_waiting),
            ("maybe", "noted", self.maybe),
            ("cannot", "noted", self.cannot),
        ];
        parts
            .into_iter()
            .flat_map(|(answer, standing, count)| std::iter::repeat_n((answer, standing), count))
    }
}

/// Adds the answers; whether there are any. Fewer people than answers leave the last of them out.
pub(super) async fn insert(
    db: &impl ConnectionTrait,
    event: EventId,
    input: &EventInput,
    answers: Answers,
    now: i64,
) -> anyhow::Result<bool> {
    let wanted = answers.each().count();
    let people = people(db, event, input, wanted).await?;
    let rows: Vec<_> = people
        .into_iter()
        .zip(answers.each())
        .zip(1..)
        .map(|((member, (answer, standing)), number)| row(event, input, member, answer, standing, number, now))
        .collect();
    if rows.is_empty() {
        return Ok(false);
    }
    rsvp::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(true)
}

/// Grown-up people who may know of the event, those of the inviting countries/regions first; other ones for each event.
async fn people(
    db: &impl ConnectionTrait,
    event: EventId,
    input: &EventInput,
    wanted: usize,
) -> anyhow::Result<Vec<Uuid>> {
    let ids = |is_host: bool| {
        let hosts = input.hosts.iter().map(|host| host.code());
        let of = member::Column::CountryCode;
        let there = if is_host { of.is_in(hosts) } else { of.is_not_in(hosts) };
        member::Entity::find()
            .select_only()
            .column(member::Column::Id)
            .filter(there)
            .filter(member::Column::AdultOn.is_null())
            .filter(may_know(&input.audience))
            .order_by_asc(member::Column::Id)
            .limit(2_000)
            .into_tuple::<Uuid>()
    };
    let mut found = ids(true).all(db).await?;
    let turn = (event.0.as_u128() % 1_000) as usize * 31 % found.len().max(1);
    found.rotate_left(turn);
    if found.len() < wanted {
        found.extend(ids(false).all(db).await?);
    }
    found.truncate(wanted);
    Ok(found)
}

/// Nobody answers what they may not know of.
fn may_know(audience: &EventAudience) -> Condition {
    let mut known = Condition::all();
    if audience.reach != EventReach::Chosen {
        return known;
    }
    if !audience.countries.is_empty() {
        let codes = audience.countries.iter().map(|country| country.code());
        known = known.add(member::Column::CountryCode.is_in(codes));
    }
    if !audience.years.is_empty() {
        let years = audience.years.iter().map(|year| i32::from(year.get()));
        let exchanges = exchange::Entity::find()
            .select_only()
            .column(exchange::Column::Id)
            .filter(exchange::Column::FiscalYear.is_in(years));
        let came = participation::Entity::find()
            .select_only()
            .column(participation::Column::MemberId)
            .filter(participation::Column::ExchangeId.in_subquery(exchanges.into_query()));
        known = known.add(member::Column::Id.in_subquery(came.into_query()));
    }
    known
}

fn row(
    event: EventId,
    input: &EventInput,
    member: Uuid,
    answer: &str,
    standing: &str,
    number: i64,
    now: i64,
) -> rsvp::ActiveModel {
    let has_place = standing != "noted";
    let audiences = AttendanceAudience::ALL;
    let shown_to = audiences[usize::try_from(number).unwrap_or(0) % audiences.len()];
    rsvp::ActiveModel {
        event_id: Set(event.0),
        member_id: Set(member),
        answer: Set(answer.into()),
        companions: Set(0),
        standing: Set(standing.into()),
        offered_until: Set(None),
        since: Set(if has_place { number } else { 0 }),
        is_placed: Set(false),
        revision: Set(1),
        shown_to: Set(shown_to.code().into()),
        answers: Set(if has_place { typed(input) } else { "[]".into() }),
        language: Set(String::new()),
        zone: Set(String::new()),
        answered_at: Set(now - number * 60_000),
        ticket_code: Set((standing == "confirmed").then(|| format!("DEM0{number:06}"))),
        checked_in_at: Set(None),
        checked_in_by: Set(None),
    }
}

/// What everybody answers to the organiser's questions.
fn typed(input: &EventInput) -> String {
    let answers = input.questions.iter().filter_map(|question| {
        let value = match question.kind {
            QuestionKind::Diet => "everything".to_owned(),
            QuestionKind::YesNo => "yes".to_owned(),
            QuestionKind::Choice => question.choices.first()?.clone(),
            QuestionKind::Text => return None,
        };
        Some(QuestionAnswer {
            id: question.id.clone(),
            value,
        })
    });
    serde_json::to_string(&answers.collect::<Vec<_>>()).unwrap_or_else(|_| "[]".into())
}
