//! Who may see what, as sets: for every class of words and facets one set for each rung of the audience ladder.

use shared::codes::Audience;
use shared::directory::PersonalField;

use super::super::record::MemberRecord;
use super::bits::Bits;

/// The rungs that more than oneself stand on, widest first.
const RUNGS: [Audience; 4] = [
    Audience::Public,
    Audience::Members,
    Audience::Country,
    Audience::Exchange,
];
/// The listing and every personal field.
const CLASSES: usize = 1 + PersonalField::ALL.len();

/// What an audience applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Being listed: name, home country/region, year and programme.
    Listing,
    /// A part with an audience of its own.
    Part(PersonalField),
}

impl Class {
    const fn place(self) -> usize {
        match self {
            Self::Listing => 0,
            Self::Part(field) => 1 + field as usize,
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Listing).chain(PersonalField::ALL.iter().map(|field| Self::Part(*field)))
    }

    fn audience(self, member: &MemberRecord) -> Audience {
        match self {
            Self::Listing => member.listing_audience(),
            Self::Part(field) => member.audience_of(field),
        }
    }
}

/// For each class and rung the members whose audience reaches at least that far.
#[derive(Debug, Default)]
pub(super) struct Audiences {
    reach: [[Bits; RUNGS.len()]; CLASSES],
}

impl Audiences {
    /// Makes room for `size` members.
    pub(super) fn grow(&mut self, size: usize) {
        for bits in self.reach.iter_mut().flatten() {
            bits.grow(size);
        }
    }

    /// Notes the audiences of one member.
    pub(super) fn set(&mut self, doc: u32, member: &MemberRecord) {
        for class in Class::all() {
            let audience = class.audience(member);
            for (rung, bits) in RUNGS.into_iter().zip(&mut self.reach[class.place()]) {
                bits.set(doc, audience >= rung);
            }
        }
    }

    /// How many members everybody finds, and how many every signed-in member finds.
    pub(super) fn sizes(&self) -> (u32, u32) {
        let [public, members, ..] = &self.reach[Class::Listing.place()];
        (public.count(), members.count())
    }

    /// What a viewer sees: nobody's in particular, or that of a member with their compatriots and fellow travellers.
    pub(super) fn sight(&self, viewer: Option<&Standing>) -> Sight {
        let seen = |class: usize| {
            let [public, members, country, exchange] = &self.reach[class];
            let Some(standing) = viewer else {
                return public.clone();
            };
            let mut seen = members.clone();
            seen.add_both(country, &standing.compatriots);
            seen.add_both(exchange, &standing.fellows);
            seen.insert(standing.doc);
            seen
        };
        let mut visible: [Bits; CLASSES] = std::array::from_fn(seen);
        // What a search makes of these sets has no more room than they: a visitor's is short.
        visible.iter_mut().for_each(Bits::trim);
        Sight { visible }
    }
}

/// Where a signed-in viewer stands.
#[derive(Debug)]
pub(super) struct Standing {
    /// The viewer's own number.
    pub(super) doc: u32,
    /// Members of the same home country/region.
    pub(super) compatriots: Bits,
    /// Members of the same exchanges.
    pub(super) fellows: Bits,
}

/// What one viewer may see, class by class.
#[derive(Clone, Debug)]
pub(in super::super) struct Sight {
    visible: [Bits; CLASSES],
}

impl Sight {
    /// The members of whom the viewer sees this class.
    pub(super) fn of(&self, class: Class) -> &Bits {
        &self.visible[class.place()]
    }

    /// The members whom the viewer sees listed.
    pub(super) fn listing(&self) -> &Bits {
        self.of(Class::Listing)
    }

    /// Whether the viewer sees this part of this member.
    pub(super) fn sees(&self, doc: u32, field: PersonalField) -> bool {
        self.of(Class::Part(field)).contains(doc)
    }
}
