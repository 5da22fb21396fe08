//! The directory: the address is the search, the search is the question to the server.

use std::rc::Rc;

use shared::api::Empty;
use shared::directory::{DirectorySize, Facet, GetDirectorySize, ListMembers, MAX_REACH, MemberFilter, MemberPage};
use shared::words::Text;
use yew::{Callback, Html, component, hook, html, use_effect_with, use_mut_ref};

use crate::api::{Query, load, use_query};
use crate::browser::{dom, timing};
use crate::features::auth::use_session;
use crate::features::directory::{ResultList, active_filters, facet_panel, no_results, search_field, sort_select};
use crate::layout::{page_title, use_title};
use crate::routes::{Route, UrlState, use_url_state};
use crate::ui::{Dialog, IconName, SkeletonShape, icon, main_button, pager, press_button, skeleton, turn, use_flag};
use crate::words::{Words, use_words};

/// Skeleton rows; more would be below the first screen.
const ROWS: u32 = 8;

/// The page.
#[component]
pub fn DirectoryPage() -> Html {
    let words = use_words();
    let session = use_session();
    let search = use_url_state::<MemberFilter>();
    let is_open = use_flag();
    let members = use_query::<ListMembers>((), (*search.value).clone());
    let size = use_query::<GetDirectorySize>((), Empty {}).data;
    use_title(words.t("directory.title"));
    use_timing(&members);
    use_page_turn(search.value.page);
    let filter = &search.value;
    let panel = |place: &'static str| match &members.data {
        Some(page) => facet_panel(place, filter, page, &search.push),
        None if members.failure.is_some() => Html::default(),
        None => skeleton(&words, SkeletonShape::Facets, 3),
    };
    let found = load(&words, &members, skeleton(&words, SkeletonShape::Rows, ROWS), |page| {
        results(&words, &page, &search, members.loading)
    });
    html! {
        <>
            { page_title(words.t("directory.title"), None) }
            <div class="directory">
                { bar(&words, &search, &turn(&is_open, true)) }
                <section class="directory-facets" aria-label={words.t("directory.filters")}>{ panel("side") }</section>
                <section class="directory-results" aria-label={words.t("directory.results")}>
                    { active_filters(&words, filter, &search.push) }
                    { found }
                    { for size.filter(|_| session.is_signed_out() && members.failure.is_none()).map(|size| more_for_members(&words, *size)) }
                </section>
            </div>
            <Dialog
                id="filters"
                title={words.t("directory.filters")}
                is_open={*is_open}
                on_close={turn(&is_open, false)}
                footer={done(&words, members.data.as_deref(), &turn(&is_open, false))}
            >
                { if *is_open { panel("sheet") } else { Html::default() } }
            </Dialog>
        </>
    }
}

/// Notes when the rows of the last keystroke are there.
#[hook]
fn use_timing(members: &Query<MemberPage>) {
    let answer = members.data.as_ref().map(|page| Rc::as_ptr(page).addr());
    use_effect_with((answer, members.loading), |(_, is_loading)| {
        if !is_loading {
            timing::rows_shown();
        }
    });
}

/// A turned page begins at its first row.
#[hook]
fn use_page_turn(page: u32) {
    let before = use_mut_ref(|| page);
    use_effect_with(page, move |page| {
        if before.replace(*page) != *page {
            dom::jump_to("found");
        }
    });
}

/// Search field, order, and on phones the button to the facets with the number of choices.
fn bar(words: &Words, search: &UrlState<MemberFilter>, on_filters: &Callback<()>) -> Html {
    let filter = &search.value;
    let typed = Rc::clone(filter);
    let on_type = search.replace.reform(move |q| MemberFilter {
        q,
        page: 1,
        ..(*typed).clone()
    });
    let sorted = Rc::clone(filter);
    let on_sort = search.push.reform(move |sort| MemberFilter {
        sort,
        page: 1,
        ..(*sorted).clone()
    });
    let chosen = Facet::ALL
        .iter()
        .map(|facet| filter.chosen(*facet).len())
        .sum::<usize>();
    let label = match u32::try_from(chosen) {
        Ok(0) | Err(_) => words.t("directory.filter"),
        Ok(count) => words.count("directory.filter_count", count),
    };
    html! {
        <div class="directory-bar">
            { search_field(words, &filter.q, &on_type) }
            <div class="filter-sheet" id="open-filters">{ press_button(label, Some(IconName::Filter), on_filters) }</div>
            { sort_select(words, filter.sort, on_sort) }
        </div>
    }
}

/// What closes the sheet, saying what is behind it.
fn done(words: &Words, page: Option<&MemberPage>, on_press: &Callback<()>) -> Html {
    main_button(
        words.count("directory.show", page.map_or(0, |page| page.total)),
        on_press,
    )
}

/// How many, who, and the other pages.
fn results(words: &Words, page: &Rc<MemberPage>, search: &UrlState<MemberFilter>, is_stale: bool) -> Html {
    let filter = &search.value;
    let last = page.total.min(MAX_REACH).div_ceil(page.per_page.max(1));
    let first = Route::Directory.with_query(&MemberFilter {
        page: 1,
        ..(**filter).clone()
    });
    let address = [first.as_str(), if first.contains('?') { "&page=" } else { "?page=" }].concat();
    let is_end = page.page >= last && page.total > MAX_REACH;
    html! {
        <>
            <p class="found" id="found" tabindex="-1" role="status">{ words.count("directory.total", page.total) }</p>
            if page.items.is_empty() {
                { no_results(words, filter, &search.push) }
            } else {
                <ResultList page={Rc::clone(page)} query={filter.q.clone()} {is_stale} />
            }
            if is_end {
                <p class="reach">{ words.say(&Text::new("directory.reach").with("max", words.number(MAX_REACH))) }</p>
            }
            { pager(words, page.page, last, &address) }
        </>
    }
}

/// Signed out: how many more there are to find.
fn more_for_members(words: &Words, size: DirectorySize) -> Html {
    let more = size.members.saturating_sub(size.public);
    if more == 0 {
        return Html::default();
    }
    html! {
        <aside class="more-for-members" aria-label={words.t("directory.more_label")}>
            { icon(IconName::People) }
            <p>{ words.count("directory.more", more) }</p>
            <a class="button button--primary" href={Route::SignIn.path()}>{ words.t("account.sign_in") }</a>
        </aside>
    }
}
