//! Who may see what of whom: the audience ladder as a pure rule.

use crate::codes::Audience;

crate::codes::codes! {
    /// The parts of a profile that have an audience of their own, besides the listing itself.
    /// Name, home country/region, year and programme are the listing.
    PersonalField in "personal_field" {
        /// The name in the member's own script.
        NativeName = "native_name",
        /// Where they work or study.
        Affiliation = "affiliation",
        /// Fields of science.
        Fields = "fields",
        /// Country/region of residence.
        LivesIn = "lives_in",
        /// Languages.
        Languages = "languages",
        /// What they are open to.
        OpenTo = "open_to",
        /// Host, sending organisation, theme and dates of the exchanges.
        Trip = "trip",
    }
}

/// How a viewer stands to a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// They are the same person.
    pub is_self: bool,
    /// They were on the same exchange.
    pub same_exchange: bool,
    /// They have the same home country/region.
    pub same_country: bool,
    /// The viewer is signed in.
    pub is_member: bool,
}

impl Audience {
    /// Whether a viewer in this relation belongs to the audience. Every rung includes the ones below it.
    pub const fn admits(self, viewer: Relation) -> bool {
        let exchange = viewer.is_self || viewer.same_exchange;
        match self {
            Self::OnlyMe => viewer.is_self,
            Self::Exchange => exchange,
            Self::Country => exchange || viewer.same_country,
            Self::Members => exchange || viewer.same_country || viewer.is_member,
            Self::Public => true,
        }
    }

    /// The audience that counts: minors are never shown beyond their exchange, whatever was chosen.
    #[must_use]
    pub fn effective(self, is_minor: bool) -> Self {
        if is_minor { self.min(Self::Exchange) } else { self }
    }
}
