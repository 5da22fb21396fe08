//! Numbered pages as real links, with gaps where there are many.

use yew::{Html, html};

use super::{IconName, icon};
use crate::words::Words;

/// Pages shown on either side of the present one.
const AROUND: u32 = 2;

/// The pager; nothing where there is one page. `address` is every page's, up to the number at its end.
pub fn pager(words: &Words, page: u32, last: u32, address: &str) -> Html {
    if last <= 1 {
        return Html::default();
    }
    let address = |page: u32| [address, page.to_string().as_str()].concat();
    let step = |page: Option<u32>, key: &'static str, name: IconName| match page {
        Some(page) => html! {
            <li><a class="pager-link" href={address(page)} aria-label={words.t(key)}>{ icon(name) }</a></li>
        },
        None => html! { <li><span class="pager-link pager-link--off" aria-hidden="true">{ icon(name) }</span></li> },
    };
    let number = |number: Option<u32>| match number {
        Some(number) => html! {
            <li>
                <a
                    class="pager-link"
                    href={address(number)}
                    aria-current={(number == page).then_some("page")}
                    aria-label={words.count("pager.page", number)}
                >
                    { words.number(number) }
                </a>
            </li>
        },
        None => html! { <li class="pager-gap" aria-hidden="true">{ "…" }</li> },
    };
    html! {
        <nav class="pager" aria-label={words.t("pager.label")}>
            <ul>
                { step((page > 1).then(|| page - 1), "pager.previous", IconName::Back) }
                { for pages(page, last).into_iter().map(number) }
                { step((page < last).then(|| page + 1), "pager.next", IconName::Forward) }
            </ul>
        </nav>
    }
}

/// The pages to offer: first, last, those around the present one, and `None` for a gap.
pub fn pages(page: u32, last: u32) -> Vec<Option<u32>> {
    let is_near = |number: &u32| number.abs_diff(page) <= AROUND || *number == 1 || *number == last;
    let mut pages = Vec::new();
    let mut previous = 0;
    let near = (1..=last.min(1))
        .chain(page.saturating_sub(AROUND).max(2)..=(page + AROUND).min(last))
        .chain([last]);
    for number in near.filter(is_near) {
        match number.checked_sub(previous) {
            None | Some(0) => continue,
            Some(1) => {}
            // A gap of one page is as wide as the page itself.
            Some(2) => pages.push(Some(number - 1)),
            Some(_) => pages.push(None),
        }
        pages.push(Some(number));
        previous = number;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::pages;

    fn said(page: u32, last: u32) -> String {
        let parts = pages(page, last).into_iter();
        parts
            .map(|page| page.map_or_else(|| "…".into(), |page| page.to_string()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn first_last_and_neighbours_are_offered() {
        assert_eq!(said(1, 1), "1");
        assert_eq!(said(1, 5), "1 2 3 4 5");
        assert_eq!(said(1, 500), "1 2 3 … 500");
        assert_eq!(said(5, 500), "1 2 3 4 5 6 7 … 500");
        assert_eq!(said(6, 500), "1 … 4 5 6 7 8 … 500");
        assert_eq!(said(500, 500), "1 … 498 499 500");
        assert_eq!(said(496, 500), "1 … 494 495 496 497 498 499 500");
    }

    #[test]
    fn a_page_beyond_the_last_still_leads_back() {
        assert_eq!(said(9, 3), "1 2 3");
    }
}
