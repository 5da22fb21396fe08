//! What became of an event: how many came, from where, how it was, and pictures.

use shared::events::EventDetail;
use shared::ids::PictureId;
use yew::{Html, html};

use super::description::prose;
use super::picture_address;
use crate::ui::place;
use crate::words::Words;

/// The report; nothing before there is one.
pub fn report(words: &Words, event: &EventDetail) -> Html {
    let Some(report) = &event.report else {
        return Html::default();
    };
    let picture = |picture: &PictureId| {
        let src = picture_address(*picture);
        html! { <li><img {src} alt="" loading="lazy" width="600" height="400" /></li> }
    };
    html! {
        <section class="event-report" aria-labelledby="report-title">
            <h2 id="report-title">{ words.t("event.report") }</h2>
            <p class="event-came">{ words.count("event.came", report.came_count) }</p>
            if !report.countries.is_empty() {
                <ul class="event-came-from" aria-label={words.t("event.came_from")}>
                    { for report.countries.iter().map(|country| html! { <li>{ place(words, *country) }</li> }) }
                </ul>
            }
            if !report.text_html.trim().is_empty() {
                { prose(&event.summary.language, &report.text_html) }
            }
            if !report.pictures.is_empty() {
                <ul class="event-pictures">{ for report.pictures.iter().map(picture) }</ul>
            }
        </section>
    }
}
