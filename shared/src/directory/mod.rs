//! Members and the search for them: the directory's endpoints, types and privacy rules.

mod facets;
mod filter;
mod member;
mod profile;
mod visibility;

pub use facets::{Facet, FacetCount, Facets};
pub use filter::{DEFAULT_PER_PAGE, MAX_PER_PAGE, MAX_QUERY_CHARS, MAX_REACH, MemberFilter};
pub use filter::{MemberPage, SuggestFilter, Suggestions};
pub use member::{Cohort, ExchangeSummary, MemberDetail, MemberSummary, OrganisationSummary};
pub use profile::{Audiences, OwnProfile, PreviewFilter, ProfileInput, ProfilePreview};
pub use visibility::{PersonalField, Relation};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::{Empty, table::endpoints};
use crate::ids::MemberId;

endpoints! { Directory;
    /// Finds members by words and facets; only what the caller may see is found, listed or counted.
    ListMembers: Get "/api/members" [Public] () MemberFilter => MemberPage;
    /// Up to ten members whose names begin like the words typed so far.
    SuggestMembers: Get "/api/members/suggest" [Public] () SuggestFilter => Suggestions;
    /// One member's profile, as far as the caller may see it.
    GetMember: Get "/api/members/{member_id}" [Public] (MemberId) Empty => MemberDetail;
    /// How many members there are, and how many of them show themselves to everybody.
    GetDirectorySize: Get "/api/directory/size" [Public] () Empty => DirectorySize;
    /// One's own profile with the audience of every part.
    GetOwnProfile: Get "/api/me/profile" [Member] () Empty => OwnProfile;
    /// Replaces one's own profile.
    UpdateProfile: Put "/api/me/profile" [Member] () ProfileInput => OwnProfile;
    /// One's own profile as somebody else sees it.
    PreviewProfile: Get "/api/me/profile/preview" [Member] () PreviewFilter => ProfilePreview;
}

/// The size of the directory: two totals of the whole club, the same for every caller and every search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectorySize {
    /// Members that a signed-in member can find at the least.
    pub members: u32,
    /// Members that everybody can find.
    pub public: u32,
}
