//! What other features may ask the directory about people: who somebody is to an event's audience, and how others see
//! them. Answered by the read model, without the database.

use shared::directory::MemberSummary;
use shared::events::Invitee;
use shared::ids::MemberId;

use super::Directory;

impl Directory {
    /// What counts of a member for who may know of an event; nothing for somebody whom the directory does not know.
    pub fn invitee(&self, id: MemberId) -> Option<Invitee> {
        self.index().invitee(id)
    }

    /// Those of these members whom a viewer may see, as the viewer sees them.
    pub fn seen(&self, viewer: MemberId, ids: &[MemberId]) -> Vec<MemberSummary> {
        let index = self.index();
        index.summaries(&self.sights().get(&index, Some(viewer)), ids)
    }

    /// Those of these members who were on an exchange of somebody's, who is not one of them.
    pub fn fellows(&self, of: MemberId, ids: &[MemberId]) -> Vec<MemberId> {
        self.index().fellows(of, ids)
    }
}
