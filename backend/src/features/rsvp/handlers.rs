//! One function for each row of the table.

use shared::rsvp::{
    AcceptOffer, AttendeeList, CheckIn, CheckInOutcome, DeclineOffer, DoorList, GetDoor, GetRsvp, GetRsvpDetails,
    GetTicket, GuestList, ListAttendees, ListGuests, PlaceAttendee, RemoveAttendee, RsvpDetails, RsvpState, SetRsvp,
    Ticket, WithdrawRsvp,
};

use super::errand::Act;
use super::{door, guests, service};
use crate::app::App;
use crate::error::Result;
use crate::http::{Call, Reply};

/// One's own answer and the counts.
pub(super) async fn get_rsvp(app: App, call: Call<GetRsvp>) -> Result<RsvpState> {
    service::state(&app, call.actor.viewer(), call.params).await
}

/// What belongs to one's own answer besides seats.
pub(super) async fn get_rsvp_details(app: App, call: Call<GetRsvpDetails>) -> Result<RsvpDetails> {
    guests::own_details(&app, call.actor.member_id, call.params).await
}

/// Answers, or changes the answer.
pub(super) async fn set_rsvp(app: App, call: Call<SetRsvp>) -> Result<Reply<RsvpState>> {
    let act = Act::Answer {
        input: Box::new(call.input),
        key: call.idempotency_key,
    };
    let json = service::act(&app, call.actor.member_id, call.params, act).await?;
    Ok(Reply::encoded(json))
}

/// Takes the answer back.
pub(super) async fn withdraw_rsvp(app: App, call: Call<WithdrawRsvp>) -> Result<Reply<RsvpState>> {
    let json = service::act(&app, call.actor.member_id, call.params, Act::Withdraw).await?;
    Ok(Reply::encoded(json))
}

/// Takes the seats that are offered.
pub(super) async fn accept_offer(app: App, call: Call<AcceptOffer>) -> Result<Reply<RsvpState>> {
    let json = service::act(&app, call.actor.member_id, call.params, Act::Accept).await?;
    Ok(Reply::encoded(json))
}

/// Lets the offer pass.
pub(super) async fn decline_offer(app: App, call: Call<DeclineOffer>) -> Result<Reply<RsvpState>> {
    let json = service::act(&app, call.actor.member_id, call.params, Act::Decline).await?;
    Ok(Reply::encoded(json))
}

/// Who comes and lets the caller know.
pub(super) async fn list_guests(app: App, call: Call<ListGuests>) -> Result<GuestList> {
    guests::list_guests(&app, call.actor.member_id, call.params).await
}

/// Everybody who answered.
pub(super) async fn list_attendees(app: App, call: Call<ListAttendees>) -> Result<AttendeeList> {
    guests::list_attendees(&app, &call.actor, call.params).await
}

/// Puts a member in.
pub(super) async fn place_attendee(app: App, call: Call<PlaceAttendee>) -> Result<AttendeeList> {
    service::organise(&app, &call.actor, call.params, Act::Place(call.input)).await?;
    guests::list_attendees(&app, &call.actor, call.params).await
}

/// Removes a member.
pub(super) async fn remove_attendee(app: App, call: Call<RemoveAttendee>) -> Result<AttendeeList> {
    let (event, member) = call.params;
    service::organise(&app, &call.actor, event, Act::Remove(member)).await?;
    guests::list_attendees(&app, &call.actor, event).await
}

/// One's own ticket.
pub(super) async fn get_ticket(app: App, call: Call<GetTicket>) -> Result<Ticket> {
    door::get_ticket(&app, call.actor.member_id, call.params).await
}

/// Everybody who may come in.
pub(super) async fn get_door(app: App, call: Call<GetDoor>) -> Result<DoorList> {
    door::get_door(&app, &call.actor, call.params).await
}

/// Takes in what was scanned.
pub(super) async fn check_in(app: App, call: Call<CheckIn>) -> Result<CheckInOutcome> {
    door::check_in(&app, &call.actor, call.params, call.input).await
}
