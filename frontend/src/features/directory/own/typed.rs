//! What somebody typed into their profile and did not save yet. It lives in memory as long as the page: links inside it
//! and the back button lose nothing, and nothing is written to the computer.

use std::cell::RefCell;

use shared::directory::ProfileInput;
use shared::ids::MemberId;

thread_local! {
    static TYPED: RefCell<Option<(MemberId, ProfileInput)>> = const { RefCell::new(None) };
}

/// Keeps a member's draft, or forgets it.
pub(super) fn keep(id: MemberId, draft: Option<ProfileInput>) {
    TYPED.set(draft.map(|draft| (id, draft)));
}

/// The draft of this member; nobody gets that of another.
pub(super) fn kept(id: MemberId) -> Option<ProfileInput> {
    TYPED.with_borrow(|draft| {
        draft
            .as_ref()
            .filter(|(owner, _)| *owner == id)
            .map(|(_, draft)| draft.clone())
    })
}
