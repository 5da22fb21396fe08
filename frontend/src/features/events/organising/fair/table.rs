//! All beginnings of the day as a table, each with a way to take it.

use shared::events::fair_clock::SlotScore;
use shared::words::Text;
use yew::{Html, MouseEvent, html};

use super::super::times::time_of_day;
use super::Shown;
use super::said::night_names;

/// The table, closed at first.
pub fn table(shown: &Shown<'_>) -> Html {
    let words = shown.words;
    let slots = shown.clock.slots.iter().enumerate();
    html! {
        <details class="fair-table">
            <summary>{ words.t("fair.table") }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={words.t("fair.table")}>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{ words.t("fair.venue_clock") }</th>
                            <th scope="col" class="table-number">{ words.t("fair.score") }</th>
                            <th scope="col" class="table-number">{ words.t("comfort.day") }</th>
                            <th scope="col" class="table-number">{ words.t("comfort.edge") }</th>
                            <th scope="col" class="table-number">{ words.t("comfort.night") }</th>
                            <th scope="col">{ words.t("fair.whose_night") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for slots.map(|(at, slot)| row(shown, at, slot)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(shown: &Shown<'_>, at: usize, slot: &SlotScore) -> Html {
    let words = shown.words;
    let time = time_of_day(&slot.local.at).to_owned();
    let label = words.say(&Text::new("fair.use").with("time", &time));
    let onclick = shown.on_choose.reform(move |_: MouseEvent| at);
    let is_best = shown.clock.best.and_then(|best| usize::try_from(best).ok()) == Some(at);
    let class = if is_best { "table-row--strong" } else { "" };
    html! {
        <tr {class}>
            <th scope="row"><button type="button" class="button button--quiet" aria-label={label} {onclick}>{ time }</button></th>
            <td class="table-number">{ words.number(slot.score) }</td>
            <td class="table-number">{ words.number(slot.day) }</td>
            <td class="table-number">{ words.number(slot.edge) }</td>
            <td class="table-number">{ words.number(slot.night) }</td>
            <td>{ night_names(shown, &[at]) }</td>
        </tr>
    }
}
