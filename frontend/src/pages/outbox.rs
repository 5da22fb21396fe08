//! The outbox of the demonstration: the address says which page of it, and which mail is open.

use shared::admin::{GetMail, ListOutbox, OutboxFilter};
use shared::api::{Empty, read_pairs, write_pairs};
use shared::ids::MailId;
use yew::{Html, component, html};

use crate::api::{load, use_query, use_query_if};
use crate::features::admin::{outbox_list, outbox_mail};
use crate::layout::{page_title, use_title};
use crate::routes::{Route, use_location};
use crate::ui::{SkeletonShape, pager, skeleton};
use crate::words::use_words;

/// Skeleton rows; more would be below the first screen.
const WAITING: u32 = 6;

/// The page.
#[component]
pub fn OutboxPage() -> Html {
    let words = use_words();
    let here = use_location();
    let (page, open) = read(&here.location.query);
    let listed = use_query::<ListOutbox>((), OutboxFilter { page });
    let mail = use_query_if::<GetMail>(open.map(|id| (id, Empty {})));
    use_title(words.t("outbox.title"));
    let waiting = || skeleton(&words, SkeletonShape::Text, WAITING);
    let content = match open {
        Some(id) => load(&words, &mail, waiting(), |mail| {
            outbox_mail(&words, &mail, html_address(id), address(page, None))
        }),
        None => load(&words, &listed, waiting(), |list| {
            let last = list.total.div_ceil(OutboxFilter::PER_PAGE);
            html! {
                <>
                    { outbox_list(&words, &list, |id| address(page, Some(id))) }
                    { pager(&words, page, last, &[&Route::Outbox.path(), "?page="].concat()) }
                </>
            }
        }),
    };
    html! {
        <div class="outbox-page">
            { page_title(words.t("outbox.title"), Some(words.t("outbox.lead"))) }
            { content }
        </div>
    }
}

/// The page and the open mail of a query.
fn read(query: &str) -> (u32, Option<MailId>) {
    let (mut page, mut open) = (1, None);
    for (name, value) in read_pairs(query) {
        match name {
            "page" => page = value.parse().unwrap_or(1),
            "mail" => open = value.parse().ok(),
            _ => {}
        }
    }
    (page, open)
}

fn address(page: u32, open: Option<MailId>) -> String {
    let page = (page > 1).then(|| page.to_string());
    let open = open.map(|id| id.to_string());
    Route::Outbox.at(&write_pairs([("page", page), ("mail", open)]))
}

fn html_address(id: MailId) -> String {
    ["/api/demo/outbox/", &id.to_string(), "/html"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_page_and_mail() {
        let id: MailId = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        for (page, open) in [(1, None), (3, None), (1, Some(id)), (2, Some(id))] {
            let address = address(page, open);
            let query = address.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(read(query), (page, open), "{address}");
        }
    }
}
