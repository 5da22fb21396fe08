//! What screens are called in file names and messages.

use super::Screen;

impl Screen {
    /// Its name in file names and messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Suggestions => "home-suggestions",
            Self::Directory => "directory",
            Self::Narrowed => "directory-narrowed",
            Self::LongNames => "directory-long-names",
            Self::Nobody => "directory-nobody",
            Self::Unreachable => "directory-unreachable",
            Self::Filters => "directory-filters",
            Self::Settings => "settings",
            Self::Profile => "profile",
            Self::LongProfile => "profile-long",
            Self::NoProfile => "profile-none",
            Self::SignIn => "sign-in",
            Self::NotFound => "not-found",
            Self::OwnSignedOut => "own-signed-out",
            Self::MemberHome => "member-home",
            Self::AccountMenu => "member-menu",
            Self::MemberDirectory => "member-directory",
            Self::Own => "own",
            Self::OwnWrong => "own-wrong",
            Self::Map => "map",
            Self::MapCountry => "map-country",
            Self::MapTiles => "map-tiles",
            Self::MapMembers => "map-members",
            Self::MapYear => "map-year",
            Self::MapNumbers => "map-numbers",
            Self::Events => "events",
            Self::NoEvents => "events-none",
            Self::PastEvents => "events-past",
            Self::Event => "event",
            Self::CancelledEvent => "event-cancelled",
            Self::PastEvent => "event-past",
            Self::NoEvent => "event-none",
            Self::MemberEvent => "member-event",
            Self::AnswerForm => "member-event-answer",
            Self::Organiser => "organiser",
            Self::NewEvent => "organiser-new",
            Self::Editor => "organiser-editor",
            Self::EditorWrong => "organiser-editor-wrong",
            Self::FairClock => "organiser-fair-clock",
            Self::Attendees => "organiser-attendees",
            Self::NoOrganiser => "organiser-refused",
        }
    }
}
