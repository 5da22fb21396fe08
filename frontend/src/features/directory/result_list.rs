//! The rows. Arrows move between them, Home and End to the first and last, Escape back to the search field.

use std::rc::Rc;

use shared::directory::{MemberPage, MemberSummary};
use yew::{AttrValue, Html, KeyboardEvent, Properties, component, html};
use yew::{use_effect_with, use_state_eq};

use super::member_row::member_row;
use crate::browser::{dom, event};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub page: Rc<MemberPage>,
    /// What was searched for.
    #[prop_or_default]
    pub query: AttrValue,
    /// Whether a newer answer is on its way.
    #[prop_or_default]
    pub is_stale: bool,
}

/// The rows.
#[component]
pub fn ResultList(props: &Props) -> Html {
    let words = use_words();
    let active = use_state_eq(|| 0_usize);
    {
        let active = active.setter();
        use_effect_with(Rc::clone(&props.page), move |_| active.set(0));
    }
    let count = props.page.items.len();
    let onkeydown = {
        let active = active.clone();
        move |key: KeyboardEvent| {
            if event::has_modifier(&key) {
                return;
            }
            let Some(to) = step(&key.key(), *active, count) else {
                return;
            };
            key.prevent_default();
            match to {
                Step::Field => drop(dom::focus("search")),
                Step::Row(row) => {
                    active.set(row);
                    dom::focus(&["member", row.to_string().as_str()].join("-"));
                }
            }
        }
    };
    let row =
        |(index, member): (usize, &MemberSummary)| member_row(&words, member, index, &props.query, index == *active);
    html! {
        <ol
            class={if props.is_stale { "rows rows--stale" } else { "rows" }}
            id="results"
            aria-label={words.t("directory.results")}
            aria-busy={if props.is_stale { "true" } else { "false" }}
            {onkeydown}
        >
            { for props.page.items.iter().enumerate().map(row) }
        </ol>
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    Row(usize),
    Field,
}

/// Where a key leads from a row.
fn step(key: &str, row: usize, count: usize) -> Option<Step> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(Step::Row((row + 1).min(last))),
        "ArrowUp" if row == 0 => Some(Step::Field),
        "ArrowUp" => Some(Step::Row(row - 1)),
        "Home" => Some(Step::Row(0)),
        "End" => Some(Step::Row(last)),
        "Escape" => Some(Step::Field),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, step};

    #[test]
    fn keys_move_between_field_and_rows() {
        assert_eq!(step("ArrowDown", 0, 3), Some(Step::Row(1)));
        assert_eq!(step("ArrowDown", 2, 3), Some(Step::Row(2)));
        assert_eq!(step("ArrowUp", 0, 3), Some(Step::Field));
        assert_eq!(step("End", 0, 3), Some(Step::Row(2)));
        assert_eq!(step("Home", 2, 3), Some(Step::Row(0)));
        assert_eq!(step("Escape", 2, 3), Some(Step::Field));
        assert_eq!(step("Enter", 2, 3), None);
        assert_eq!(step("End", 0, 0), None);
    }
}
