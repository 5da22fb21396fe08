//! What follows from an answer: a ticket, mails, a calendar, and the door.

use shared::admin::{GetMail, ListOutbox, OutboxFilter};
use shared::api::Empty;
use shared::codes::Role;
use shared::events::{EventFilter, EventLife, ListEvents, ListOwnEvents, MessageAttendees, MessageInput};
use shared::ids::{EventId, MailId};
use shared::mail::MailKind;
use shared::rsvp::{Answer, OwnStanding, RsvpInput, SetRsvp};

use super::{Language, Page, Somebody, stage};

/// An event in which the member who is signed in has a seat.
async fn confirmed(page: &Page) -> EventId {
    page.go("/healthz").await;
    let events = page.call::<ListEvents>((), &EventFilter::default()).await.events;
    for event in events.iter().rev() {
        for answer in [Answer::InPerson, Answer::Online] {
            let given = page.ask::<SetRsvp>(event.id, &RsvpInput::of(answer)).await;
            let own = given.and_then(|outcome| outcome.own);
            if own.is_some_and(|own| own.standing == OwnStanding::Confirmed) {
                return event.id;
            }
        }
    }
    panic!("no event of the demo has a seat");
}

/// The ticket.
pub(super) async fn ticket(page: &Page) {
    let event = confirmed(page).await;
    page.visit(&format!("/events/{event}/ticket")).await;
}

/// One's own calendar with its address.
pub(super) async fn own_calendar(page: &Page) {
    page.visit("/me/notices").await;
    page.press_at(".notices-part .standing-buttons .button, .notices-part .button--primary")
        .await;
    let shown = "const sure = document.querySelector('.notices-sure .button--primary'); if (sure) sure.click(); \
        return Boolean(document.getElementById('calendar-address'))";
    page.until("the calendar has no address", shown, &[]).await;
    page.until_quiet().await;
}

/// The latest mail of a kind, if there is any.
async fn find(page: &Page, kind: MailKind) -> Option<MailId> {
    for number in 1..=20 {
        let listed = page.call::<ListOutbox>((), &OutboxFilter { page: number }).await;
        if let Some(mail) = listed.mails.iter().find(|mail| mail.kind == kind) {
            return Some(mail.id);
        }
    }
    None
}

/// The latest mail of a kind.
async fn latest(page: &Page, kind: MailKind) -> MailId {
    let found = find(page, kind).await;
    found.unwrap_or_else(|| panic!("there is no mail of the kind {kind:?}"))
}

/// The page that a mail's link to fewer mails leads to.
pub(super) async fn unsubscribe(page: &Page, language: Language) {
    let event = confirmed(page).await;
    // Once is enough for all pictures.
    if find(page, MailKind::Message).await.is_none() {
        let message = MessageInput {
            text: "Bring an umbrella.".into(),
        };
        Somebody::of_role(&stage().server, Role::Admin).call::<MessageAttendees>(event, &message);
    }
    let mail = latest(page, MailKind::Message).await;
    let text = page.call::<GetMail>(mail, &Empty {}).await.text;
    let link = text.split_whitespace().find_map(|word| word.split_once("/api/mails/"));
    let (_, query) = link.unwrap_or_else(|| panic!("no link ends these mails: {text}"));
    let language = format!("language={}", language.tag());
    let address = ["/api/mails/", &query.replace("language=en", &language)].concat();
    page.go(&address).await;
    page.at("form button").await;
}

/// A mail of the outbox.
pub(super) async fn mail(page: &Page) {
    confirmed(page).await;
    let mail = latest(page, MailKind::Confirmed).await;
    page.visit(&format!("/outbox?mail={mail}")).await;
}

/// The door of the event to which most come.
pub(super) async fn door(page: &Page) {
    page.go("/healthz").await;
    let own = page.call::<ListOwnEvents>((), &Empty {}).await;
    let known = own.events.iter().filter(|event| event.life != EventLife::Draft);
    let most = known.max_by_key(|event| event.seats.pools.room.confirmed.people);
    page.visit(&format!("/events/{}/door", most.unwrap().id)).await;
}

impl Page {
    /// Opens the latest mail of a kind, in the outbox that is on the screen.
    pub(crate) async fn open_mail(&self, kind: MailKind) {
        let mail = latest(self, kind).await;
        self.press_at(&format!(".outbox-list a[href$='mail={mail}']")).await;
        self.at(".outbox-text").await;
        self.until_quiet().await;
    }
}
