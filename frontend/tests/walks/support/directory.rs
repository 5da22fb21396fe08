//! Reading the directory's screen: rows, total, counts, and comparing them with what the server says.

use serde_json::json;
use shared::directory::{Facet, ListMembers, MemberFilter, MemberPage};

use super::{Page, digits};

const BOXES: &str = "return [...document.querySelectorAll(`input[type=checkbox][name=${arguments[0]}]`)] \
    .map((box) => [box.value, box.closest('label').querySelector('.facet-count').textContent])";
/// Letters without marks, as somebody types them who has no such keys.
const FOLDED: &str = "return [...document.querySelectorAll('#results > li .row-link')].map((row) => row.textContent \
    .normalize('NFD').replace(/\\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase())";

impl Page {
    /// Waits until the rows are those of a search, and compares everything on the screen with the server's answer.
    pub(crate) async fn until_shows(&self, filter: &MemberFilter) -> MemberPage {
        let expected = self.call::<ListMembers>((), filter).await;
        let ids: Vec<String> = expected
            .items
            .iter()
            .map(|member| format!("/members/{}", member.id))
            .collect();
        let script = "const rows = [...document.querySelectorAll('#results > li a[href]')]; \
            return JSON.stringify(rows.map((row) => row.getAttribute('href'))) === JSON.stringify(arguments[0])";
        self.until("the rows are not what the server says", script, &[json!(ids)])
            .await;
        self.until_quiet().await;
        let total = self.texts("#found").await;
        assert_eq!(digits(&total.concat()), Some(expected.total), "the total is {total:?}");
        self.compare_counts(&expected, "side").await;
        expected
    }

    /// Compares the numbers beside the facets' values with the server's.
    pub(crate) async fn compare_counts(&self, expected: &MemberPage, place: &str) {
        for facet in Facet::ALL {
            let name = format!("{place}-{}", facet.code());
            let shown = self.js(BOXES, &[json!(name)]).await;
            let shown: Vec<(String, String)> = serde_json::from_value(shown).unwrap();
            let counts = expected.facets.of(*facet);
            assert_eq!(shown.is_empty(), counts.is_empty(), "values of {name}");
            for (value, text) in shown {
                let count = counts.iter().find(|count| count.value == value);
                assert_eq!(
                    digits(&text),
                    Some(count.map_or(0, |count| count.count)),
                    "{name} {value}"
                );
            }
        }
    }

    /// The addresses of the rows, from top to bottom.
    pub(crate) async fn rows(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('#results > li a[href]')].map((row) => row.getAttribute('href'))";
        serde_json::from_value(self.js(script, &[]).await).unwrap()
    }

    /// The names in the rows, folded.
    pub(crate) async fn folded_names(&self) -> Vec<String> {
        serde_json::from_value(self.js(FOLDED, &[]).await).unwrap()
    }

    /// How far the page is scrolled.
    pub(crate) async fn scrolled(&self) -> f64 {
        self.js("return window.scrollY", &[]).await.as_f64().unwrap_or_default()
    }

    /// The values that are chosen in a facet.
    pub(crate) async fn chosen(&self, facet: Facet) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll(`input[name=side-${arguments[0]}]:checked`)].map((box) => box.value)";
        serde_json::from_value(self.js(script, &[json!(facet.code())]).await).unwrap()
    }
}
