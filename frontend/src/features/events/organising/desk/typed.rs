//! What organisers typed and what is not saved yet. It lives in memory as long as the page: links inside it and the
//! back button lose nothing, and nothing is written to the computer.

use std::cell::RefCell;
use std::rc::Rc;

use shared::events::EventInput;
use shared::ids::{EventId, MemberId};

/// What was typed on which version, and by whom.
#[derive(Clone)]
struct Typed {
    event: EventId,
    author: Option<MemberId>,
    version: u32,
    input: Rc<EventInput>,
}

thread_local! {
    static TYPED: RefCell<Vec<Typed>> = const { RefCell::new(Vec::new()) };
}

/// Keeps what was typed into an event, or forgets it.
pub(super) fn keep(event: EventId, author: Option<MemberId>, typed: Option<(u32, Rc<EventInput>)>) {
    TYPED.with_borrow_mut(|kept| {
        // Somebody else at the same computer finds nothing of it.
        kept.retain(|known| known.author == author && known.event != event);
        kept.extend(typed.map(|(version, input)| Typed {
            event,
            author,
            version,
            input,
        }));
    });
}

/// Forgets what was typed into an event, because it is saved.
pub(super) fn forget(event: EventId) {
    TYPED.with_borrow_mut(|kept| kept.retain(|known| known.event != event));
}

/// What this member typed into an event.
pub(super) fn kept(event: EventId, author: Option<MemberId>) -> Option<(u32, Rc<EventInput>)> {
    TYPED.with_borrow(|kept| {
        let found = kept.iter().find(|known| known.event == event && known.author == author);
        found.map(|known| (known.version, Rc::clone(&known.input)))
    })
}
