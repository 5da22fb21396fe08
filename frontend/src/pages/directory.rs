//! The directory: the address is the search, the search is the question to the server.

use std::rc::Rc;

use shared::api::Empty;
use shared::directory::{GetDirectorySize, ListMembers, MAX_REACH, MemberFilter, MemberPage};
use shared::words::Text;
use yew::{Callback, Html, Properties, component, hook, html, use_effect_with, use_mut_ref, use_state_eq};

use crate::api::{Query, load, use_query};
use crate::browser::{dom, timing};
use crate::features::auth::use_session;
use crate::features::directory::{ActiveFilters, FacetPanel, NoResults, ResultList, SearchField, SortSelect};
use crate::layout::{PageTitle, use_title};
use crate::routes::{Route, UrlState, use_url_state};
use crate::ui::{Button, ButtonTone, Dialog, IconName, icon, Pager, Skeleton, SkeletonShape};
use crate::words::use_words;

/// Skeleton rows; more would be below the first screen.
const ROWS: u32 = 8;

/// The page.
#[component]
pub fn DirectoryPage() -> Html {
    let words = use_words();
    let search = use_url_state::<MemberFilter>();
    let members = use_query::<ListMembers>((), (*search.value).clone());
    use_title(words.t("directory.title"));
    use_timing(&members);
    use_page_turn(search.value.page);
    let filter = Rc::clone(&search.value);
    let on_type = {
        let filter = Rc::clone(&filter);
        search.replace.reform(move |q| MemberFilter {
            q,
            page: 1,
            ..(*filter).clone()
        })
    };
    let on_sort = {
        let filter = Rc::clone(&filter);
        search.push.reform(move |sort| MemberFilter {
            sort,
            page: 1,
            ..(*filter).clone()
        })
    };
    let facets = match &members.data {
        Some(page) => {
            html! { <FacetPanel place="side" filter={Rc::clone(&filter)} page={Rc::clone(page)} on_change={search.push.clone()} /> }
        }
        None => html! { <Skeleton shape={SkeletonShape::Facets} count={3} /> },
    };
    let skeleton = html! { <Skeleton shape={SkeletonShape::Rows} count={ROWS} /> };
    let results = load(&members, skeleton, |page| {
        html! {
            <Results {page} filter={Rc::clone(&filter)} is_stale={members.loading} on_change={search.push.clone()} />
        }
    });
    html! {
        <>
            <PageTitle title={words.t("directory.title")} />
            <div class="directory">
                <div class="directory-bar">
                    <SearchField value={filter.q.clone()} {on_type} />
                    <FilterSheet search={search.clone()} page={members.data.clone()} />
                    <SortSelect value={filter.sort} on_choose={on_sort} />
                </div>
                <section class="directory-facets" aria-label={words.t("directory.filters")}>{ facets }</section>
                <section class="directory-results" aria-label={words.t("directory.results")}>
                    <ActiveFilters filter={Rc::clone(&filter)} on_change={search.push.clone()} />
                    { results }
                    <MoreForMembers />
                </section>
            </div>
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

#[derive(Properties, PartialEq)]
struct ResultsProps {
    page: Rc<MemberPage>,
    filter: Rc<MemberFilter>,
    is_stale: bool,
    on_change: Callback<MemberFilter>,
}

#[component]
fn Results(props: &ResultsProps) -> Html {
    let words = use_words();
    let page = &props.page;
    let reach = page.total.min(MAX_REACH);
    let last = reach.div_ceil(page.per_page.max(1));
    let next = MemberFilter {
        page: 1,
        ..(*props.filter).clone()
    };
    let address = Route::Directory.with_query(&next);
    let address = [
        address.as_str(),
        if address.contains('?') { "&page=" } else { "?page=" },
    ]
    .concat();
    let is_last = props.filter.page >= last && page.total > MAX_REACH;
    html! {
        <>
            <p class="found" id="found" tabindex="-1" role="status">{ words.count("directory.total", page.total) }</p>
            if page.items.is_empty() {
                <NoResults filter={Rc::clone(&props.filter)} on_change={props.on_change.clone()} />
            } else {
                <ResultList page={Rc::clone(page)} query={props.filter.q.clone()} is_stale={props.is_stale} />
            }
            if is_last {
                <p class="reach">{ words.say(&Text::new("directory.reach").with("max", words.number(MAX_REACH))) }</p>
            }
            <Pager page={page.page} {last} {address} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SheetProps {
    search: UrlState<MemberFilter>,
    page: Option<Rc<MemberPage>>,
}

/// On phones: the button with the number of choices, and the sheet with the facets.
#[component]
fn FilterSheet(props: &SheetProps) -> Html {
    let words = use_words();
    let sheet = use_state_eq(|| false);
    let show = |is_open: bool| {
        let sheet = sheet.setter();
        Callback::from(move |()| sheet.set(is_open))
    };
    let filter = &props.search.value;
    let chosen = shared::directory::Facet::ALL
        .iter()
        .map(|facet| filter.chosen(*facet).len())
        .sum::<usize>();
    let label = match u32::try_from(chosen) {
        Ok(0) | Err(_) => words.t("directory.filter"),
        Ok(count) => words.count("directory.filter_count", count),
    };
    let total = props.page.as_ref().map_or(0, |page| page.total);
    let done = html! { <Button label={words.count("directory.show", total)} tone={ButtonTone::Primary} on_press={show(false)} /> };
    html! {
        <div class="filter-sheet">
            <Button id="open-filters" {label} icon={IconName::Filter} on_press={show(true)} />
            <Dialog id="filters" title={words.t("directory.filters")} is_open={*sheet} on_close={show(false)} footer={done}>
                if let Some(page) = &props.page {
                    <FacetPanel place="sheet" filter={Rc::clone(filter)} page={Rc::clone(page)} on_change={props.search.push.clone()} />
                }
            </Dialog>
        </div>
    }
}

/// Signed out: how many more there are to find.
#[component]
fn MoreForMembers() -> Html {
    let words = use_words();
    let session = use_session();
    let size = use_query::<GetDirectorySize>((), Empty {});
    let more = size.data.map_or(0, |size| size.members.saturating_sub(size.public));
    if !session.is_signed_out() || more == 0 {
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
