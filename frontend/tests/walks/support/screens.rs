//! Every screen there is, and how to come to it.

use shared::codes::Role;
use shared::directory::{ListMembers, MemberFilter, MemberSummary};
use shared::fields::CountryCode;

use super::{Language, Page};

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
    Map,
    MapCountry,
    MapTiles,
    MapMembers,
    MapYear,
    MapNumbers,
    Events,
    NoEvents,
}

impl Screen {
    pub(crate) const ALL: [Self; 28] = [
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
        Self::MemberHome,
        Self::AccountMenu,
        Self::MemberDirectory,
        Self::Own,
        Self::OwnWrong,
    ];

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
        }
    }

    /// Whether it is a member's.
    pub(crate) fn is_members(self) -> bool {
        let members = [
            Self::MemberHome,
            Self::AccountMenu,
            Self::MemberDirectory,
            Self::Own,
            Self::OwnWrong,
        ];
        members.contains(&self)
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
            Self::Suggestions => suggestions(page).await,
            Self::Unreachable => unreachable(page).await,
            Self::Filters => filters(page).await,
            Self::Settings => settings(page, language).await,
            Self::Profile => profile(page, "IN", |member| usize::from(member.affiliation.is_some())).await,
            Self::LongProfile => profile(page, "TH", |member| member.name.chars().count()).await,
            Self::AccountMenu => menu(page).await,
            Self::OwnWrong => own_wrong(page).await,
            Self::Map => page.visit_whole_map("/map").await,
            Self::MapCountry => page.visit_whole_map("/map?country=IN").await,
            Self::MapTiles => page.visit_whole_map("/map?form=tiles&country=PW").await,
            Self::MapMembers => page.visit_whole_map("/map?year=2019&layer=members").await,
            Self::MapYear => page.visit_whole_map("/map?year=2017").await,
            Self::MapNumbers => page.visit_map_numbers("/map?scope=high_school&year=2017").await,
            Self::Events => page.visit("/events").await,
            Self::NoEvents => page.visit("/events?country=BT&kind=forum").await,
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

async fn suggestions(page: &Page) {
    page.visit("/").await;
    page.fill("#search", "tanaka").await;
    let shown = "return document.querySelectorAll('[role=option]').length > 1";
    page.until("nobody is suggested", shown, &[]).await;
}

async fn unreachable(page: &Page) {
    page.cut_off(&["*/api/members*"]).await;
    page.go("/directory").await;
    page.at("[role=alert]").await;
    page.until_quiet().await;
}

async fn filters(page: &Page) {
    page.visit("/directory?country=VN&fiscal_year=2019").await;
    page.press_at("#open-filters button").await;
    page.at("dialog[open] fieldset").await;
    page.until_quiet().await;
}

async fn settings(page: &Page, language: Language) {
    page.visit("/").await;
    let name = language.words().t("nav.settings");
    page.press("button", &name).await;
    page.at("dialog[open] fieldset").await;
    page.until_quiet().await;
}

/// The public profile from a country/region that has most of something.
async fn profile(page: &Page, country: &str, most: impl Fn(&MemberSummary) -> usize) {
    let country: CountryCode = country.parse().unwrap();
    let filter = MemberFilter {
        country: vec![country],
        per_page: 100,
        ..MemberFilter::default()
    };
    page.go("/healthz").await;
    let found = page.call::<ListMembers>((), &filter).await;
    let best = found.items.iter().max_by_key(|member| most(member)).unwrap();
    page.visit(&format!("/members/{}", best.id)).await;
}

async fn menu(page: &Page) {
    page.visit("/").await;
    page.press_at("[popovertarget=account-menu]").await;
    let shown = "return document.getElementById('account-menu').matches(':popover-open')";
    page.until("the menu does not open", shown, &[]).await;
    page.until_quiet().await;
}

async fn own_wrong(page: &Page) {
    page.visit("/me").await;
    page.fill("#name", " ").await;
    page.press_at("form [type=submit]").await;
    page.at("#name[aria-invalid=true]").await;
    page.until_quiet().await;
}

/// Opens every screen of a choice, signed in where it has to be.
impl Page {
    pub(crate) async fn every_screen(
        &self,
        language: Language,
        is_wanted: impl Fn(Screen) -> bool,
        mut look: impl AsyncFnMut(Screen),
    ) {
        let mut is_member = false;
        for screen in Screen::ALL.into_iter().filter(|screen| is_wanted(*screen)) {
            if screen.is_members() && !is_member {
                self.become_role(Role::Member).await;
                is_member = true;
            }
            screen.open(self, language).await;
            look(screen).await;
            screen.leave(self).await;
        }
    }
}
