//! What became of an event that is over.

use shared::events::EventReport;
use yew::{AttrValue, Html, html};

use crate::words::Words;

/// How many came, from where, how it was, pictures.
pub fn report_view(words: &Words, report: &EventReport) -> Html {
    let countries = words.list(report.countries.iter().map(|country| words.region(*country)));
    let picture = |id: &shared::ids::PictureId| {
        let address = ["/api/pictures", &id.to_string()].join("/");
        html! { <li><img src={address} alt={words.t("report.picture")} loading="lazy" /></li> }
    };
    html! {
        <section class="report">
            <h2>{ words.t("report.how_it_was") }</h2>
            <p><strong>{ words.count("report.people", report.came_count) }</strong></p>
            if !report.countries.is_empty() {
                <p>{ countries }</p>
            }
            <div class="prose">{ Html::from_html_unchecked(AttrValue::from(report.text_html.clone())) }</div>
            if !report.pictures.is_empty() {
                <ul class="report-pictures">{ for report.pictures.iter().map(picture) }</ul>
            }
        </section>
    }
}
