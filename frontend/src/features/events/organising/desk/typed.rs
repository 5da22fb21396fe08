//! What organisers typed and what is not saved yet. It lives in memory as long as the page: links inside it and the
//! back button lose nothing, and nothing is written to the computer.

use std::cell::RefCell;
use std::rc::Rc;

use shared::events::{EventDraft, EventInput};
use shared::ids::{EventId, MemberId};

/// What was typed over what the server had, and by whom.
struct Typed {
    author: Option<MemberId>,
    saved: Rc<EventDraft>,
    input: Rc<EventInput>,
}

/// What the server had, and what was typed.
pub(super) type Kept = (Rc<EventDraft>, Rc<EventInput>);

thread_local! {
    static TYPED: RefCell<Vec<Typed>> = const { RefCell::new(Vec::new()) };
}

/// Keeps what was typed into an event, or forgets it.
pub(super) fn keep(event: EventId, author: Option<MemberId>, typed: Option<Kept>) {
    TYPED.with_borrow_mut(|kept| {
        // Somebody else at the same computer finds nothing of it.
        kept.retain(|known| known.author == author && known.saved.id != event);
        kept.extend(typed.map(|(saved, input)| Typed { author, saved, input }));
    });
}

/// Forgets what was typed into an event, because it is saved.
pub(super) fn forget(event: EventId) {
    TYPED.with_borrow_mut(|kept| kept.retain(|known| known.saved.id != event));
}

/// What this member typed into an event.
pub(super) fn kept(event: EventId, author: Option<MemberId>) -> Option<Kept> {
    TYPED.with_borrow(|kept| {
        let found = kept
            .iter()
            .find(|known| known.saved.id == event && known.author == author);
        found.map(|known| (Rc::clone(&known.saved), Rc::clone(&known.input)))
    })
}

/// What the server had when this member typed into an event: the editor has something to show although the server is
/// not reached.
pub fn kept_draft(event: EventId, author: Option<MemberId>) -> Option<Rc<EventDraft>> {
    kept(event, author).map(|(saved, _)| saved)
}
