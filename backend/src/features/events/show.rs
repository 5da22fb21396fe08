//! Events as their readers see them. The exact address is for who has a seat at the place, the link for who has one
//! online, both for organisers.

use shared::events::{EventDetail, EventReport, EventSummary, OnlineInput};
use shared::ids::EventId;
use shared::instant::Instant;
use shared::rsvp::{Answer, OwnStanding, RsvpState};

use super::queries;
use super::service::{admit_reader, no_event, now, organises};
use super::stored::Stored;
use crate::app::App;
use crate::error::Result;
use crate::features::rsvp::service as answers;
use crate::http::Actor;

/// An event as a row of a list; nothing where it has no beginning or end, which nothing published lacks.
pub(super) fn summary(event: &Stored, state: RsvpState, language: &str, now: Instant) -> Option<EventSummary> {
    let head = &event.head;
    let text = event.texts.get(event.text_for(language)).cloned().unwrap_or_default();
    let venue = event.input.room.as_ref().map(|room| room.venue.trim().to_owned());
    Some(EventSummary {
        id: head.id,
        kind: head.kind,
        life: head.life(now),
        language: text.language,
        title: text.title,
        summary: text.summary,
        starts_at: head.moments.starts_at?,
        ends_at: head.moments.ends_at?,
        zone: head.zone.clone(),
        hosts: head.hosts.clone(),
        country: head.country,
        venue: venue.filter(|venue| !venue.is_empty()),
        is_online: head.is_online,
        seats: state.seats,
        own: state.own,
        cover: head.cover,
        is_demo: head.is_demo,
    })
}

/// One event as far as the caller may see it.
pub(super) async fn get_event(app: &App, actor: &Actor, id: EventId, language: &str) -> Result<EventDetail> {
    let now = now(app);
    let event = queries::event(&app.db.read, id).await?.ok_or_else(no_event)?;
    admit_reader(app, actor, &event.head)?;
    // What is not published yet has an editor and no page.
    if !event.head.life(now).is_known() {
        return Err(no_event());
    }
    let is_organiser = organises(app, actor, &event.head);
    let mut states = answers::states(app, actor.viewer(), &[id]).await?;
    let state = states.pop().ok_or_else(no_event)?;
    let has_seat = |answer: Answer| {
        let is_seat = |own: &shared::rsvp::OwnRsvp| own.standing == OwnStanding::Confirmed && own.answer == answer;
        is_organiser || state.own.as_ref().is_some_and(is_seat)
    };
    let (is_at_place, is_online) = (has_seat(Answer::InPerson), has_seat(Answer::Online));
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let room = event.input.room.as_ref().filter(|_| is_at_place);
    let link = |online: &OnlineInput| text(&online.link);
    let (input, head) = (&event.input, &event.head);
    Ok(EventDetail {
        description_html: queries::description_html(&app.db.read, id, event.text_for(language)).await?,
        languages: event.texts.iter().map(|text| text.language.clone()).collect(),
        address: room.and_then(|room| text(&room.address)),
        point: room.and_then(|room| text(&room.point)),
        link: input.online.as_ref().filter(|_| is_online).and_then(link),
        // A draft without times has no page.
        closes_at: head
            .moments
            .deadline_at
            .or(head.moments.starts_at)
            .ok_or_else(no_event)?,
        companions_max: input.companions_max,
        fill_seats: input.fill_seats,
        hold_hours: input.hold_hours,
        questions: input.questions.clone(),
        audience: head.audience.clone(),
        cancel_reason: head.cancel_reason.clone(),
        report: report(app, id).await?,
        is_organiser,
        summary: summary(&event, state, language, now).ok_or_else(no_event)?,
    })
}

/// What is told of an event that is over, where anything is.
pub(super) async fn report(app: &App, id: EventId) -> Result<Option<EventReport>> {
    let Some(report) = queries::report(&app.db.read, id).await? else {
        return Ok(None);
    };
    Ok(Some(EventReport {
        came_count: report.came_count,
        countries: report.countries,
        text_html: report.text_html,
        pictures: queries::report_pictures(&app.db.read, id).await?,
    }))
}
