//! Every screen there is, and how to come to it.

use shared::codes::Role;

use super::{Language, Page, answered, organising, ways};

const NARROWED: &str = "/directory?q=nguyen&country=VN&fiscal_year=2019&page=2";

/// One screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    Home,
    Suggestions,
    Directory,
    Narrowed,
    LongNames,
    Nobody,
    Unreachable,
    Filters,
    Settings,
    Profile,
    LongProfile,
    NoProfile,
    SignIn,
    NotFound,
    OwnSignedOut,
    MemberHome,
    AccountMenu,
    MemberDirectory,
    Own,
    OwnWrong,
    MemberEvent,
    AnswerForm,
    Notices,
    NoticesAddress,
    Ticket,
    Unsubscribe,
    Outbox,
    OutboxMail,
    Map,
    MapCountry,
    MapTiles,
    MapMembers,
    MapYear,
    MapNumbers,
    Events,
    NoEvents,
    PastEvents,
    Event,
    CancelledEvent,
    PastEvent,
    NoEvent,
    Organiser,
    NewEvent,
    Editor,
    EditorWrong,
    FairClock,
    Attendees,
    Door,
    NoOrganiser,
}

impl Screen {
    pub(crate) const ALL: [Self; 49] = [
        Self::Home,
        Self::Suggestions,
        Self::Directory,
        Self::Narrowed,
        Self::LongNames,
        Self::Nobody,
        Self::Unreachable,
        Self::Filters,
        Self::Settings,
        Self::Profile,
        Self::LongProfile,
        Self::NoProfile,
        Self::SignIn,
        Self::NotFound,
        Self::OwnSignedOut,
        Self::Map,
        Self::MapCountry,
        Self::MapTiles,
        Self::MapMembers,
        Self::MapYear,
        Self::MapNumbers,
        Self::Events,
        Self::NoEvents,
        Self::PastEvents,
        Self::Event,
        Self::CancelledEvent,
        Self::PastEvent,
        Self::NoEvent,
        Self::MemberHome,
        Self::AccountMenu,
        Self::MemberDirectory,
        Self::Own,
        Self::OwnWrong,
        Self::MemberEvent,
        Self::AnswerForm,
        Self::Notices,
        Self::NoticesAddress,
        Self::Ticket,
        Self::Unsubscribe,
        Self::Outbox,
        Self::OutboxMail,
        Self::NoOrganiser,
        Self::Organiser,
        Self::NewEvent,
        Self::Editor,
        Self::EditorWrong,
        Self::FairClock,
        Self::Attendees,
        Self::Door,
    ];

    /// Whether it is a member's.
    pub(crate) fn is_members(self) -> bool {
        use Screen as S;
        let own = [S::MemberHome, S::AccountMenu, S::MemberDirectory, S::Own, S::OwnWrong];
        let answered = [S::MemberEvent, S::AnswerForm, S::Notices, S::NoticesAddress, S::Ticket];
        let mails = [S::Unsubscribe, S::Outbox, S::OutboxMail, S::NoOrganiser];
        own.contains(&self) || answered.contains(&self) || mails.contains(&self)
    }

    /// Whether it is an organiser's.
    pub(crate) fn is_organisers(self) -> bool {
        use Screen as S;
        let editor = [S::Organiser, S::NewEvent, S::Editor, S::EditorWrong, S::FairClock];
        editor.contains(&self) || [S::Attendees, S::Door].contains(&self)
    }

    /// Whether it is there on phones only.
    pub(crate) fn is_phones(self) -> bool {
        matches!(self, Self::Filters | Self::Settings)
    }

    /// Goes there, at whatever size the screen has.
    pub(crate) async fn open(self, page: &Page, language: Language) {
        match self {
            Self::Home | Self::MemberHome => page.visit_whole_home().await,
            Self::Directory | Self::MemberDirectory => page.visit("/directory").await,
            Self::Narrowed => page.visit(NARROWED).await,
            Self::LongNames => page.visit("/directory?country=ID&country=TH&sort=name").await,
            Self::Nobody => page.visit("/directory?q=qqqqqq&country=VN").await,
            Self::NoProfile => page.visit("/members/01890000-0000-7000-8000-000000000001").await,
            Self::SignIn => page.visit("/sign-in").await,
            Self::NotFound => page.visit("/no/such/page").await,
            Self::Own | Self::OwnSignedOut => page.visit("/me").await,
            Self::Suggestions => ways::suggestions(page).await,
            Self::Unreachable => ways::unreachable(page).await,
            Self::Filters => ways::filters(page).await,
            Self::Settings => ways::settings(page, language).await,
            Self::Profile => ways::profile(page, "IN", |member| usize::from(member.affiliation.is_some())).await,
            Self::LongProfile => ways::profile(page, "TH", |member| member.name.chars().count()).await,
            Self::AccountMenu => ways::menu(page).await,
            Self::OwnWrong => ways::own_wrong(page).await,
            Self::Map => page.visit_whole_map("/map").await,
            Self::MapCountry => page.visit_whole_map("/map?country=IN").await,
            Self::MapTiles => page.visit_whole_map("/map?form=tiles&country=PW").await,
            Self::MapMembers => page.visit_whole_map("/map?year=2019&layer=members").await,
            Self::MapYear => page.visit_whole_map("/map?year=2017").await,
            Self::MapNumbers => page.visit_map_numbers("/map?scope=high_school&year=2017").await,
            Self::Events => page.visit("/events").await,
            Self::NoEvents => page.visit("/events?country=BT&kind=forum").await,
            Self::PastEvents => page.visit("/events?past=true").await,
            Self::Event | Self::MemberEvent => page.visit(&demo_event(1)).await,
            Self::CancelledEvent => page.visit(&demo_event(14)).await,
            Self::PastEvent => page.visit(&demo_event(16)).await,
            Self::NoEvent => page.visit("/events/01890000-0000-7000-8000-000000000001").await,
            Self::AnswerForm => ways::answer_form(page, &demo_event(1)).await,
            Self::Notices => page.visit("/me/notices").await,
            Self::NoticesAddress => answered::own_calendar(page).await,
            Self::Ticket => answered::ticket(page).await,
            Self::Unsubscribe => answered::unsubscribe(page, language).await,
            Self::Outbox => page.visit("/outbox").await,
            Self::OutboxMail => answered::mail(page).await,
            Self::Door => answered::door(page).await,
            Self::Organiser | Self::NoOrganiser => page.visit("/organiser").await,
            Self::NewEvent => page.visit("/organiser/new").await,
            Self::Editor => organising::editor(page).await,
            Self::EditorWrong => organising::wrong(page).await,
            Self::FairClock => organising::fair_clock(page).await,
            Self::Attendees => organising::attendees(page).await,
        }
    }

    /// Undoes what would follow to the next screen.
    pub(crate) async fn leave(self, page: &Page) {
        if self == Self::Unreachable {
            page.cut_off(&[]).await;
        }
        if self == Self::OwnWrong {
            // The page would ask before it is left with something unsaved.
            page.fill("#name", "A").await;
            page.js(
                "window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)",
                &[],
            )
            .await;
        }
    }
}

/// The address of a fictional event by its number: a full reunion, one that is called off, one that is over.
fn demo_event(number: u8) -> String {
    format!("/events/01900000-0000-7000-8000-00e7000000{number:02x}")
}

/// Opens every screen of a choice, signed in where it has to be.
impl Page {
    pub(crate) async fn every_screen(
        &self,
        language: Language,
        is_wanted: impl Fn(Screen) -> bool,
        mut look: impl AsyncFnMut(Screen),
    ) {
        let mut role = None;
        for screen in Screen::ALL.into_iter().filter(|screen| is_wanted(*screen)) {
            let wanted = match screen {
                screen if screen.is_organisers() => Some(Role::Coordinator),
                screen if screen.is_members() => Some(Role::Member),
                _ => None,
            };
            if let Some(wanted) = wanted.filter(|_| wanted != role) {
                self.become_role(wanted).await;
                role = Some(wanted);
            }
            screen.open(self, language).await;
            look(screen).await;
            screen.leave(self).await;
        }
    }
}
