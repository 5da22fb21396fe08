//! The sections of the editor, each with the questions that belong together.

mod audience;
mod cover;
mod place;
mod questions;
mod seats;
mod texts;
mod what;
mod when;

pub use audience::audience;
pub use cover::cover;
pub use place::{Shelf, place};
pub use questions::questions;
pub use seats::seats;
pub use texts::texts;
pub use what::what;
pub use when::{When, when};

use shared::fields::{COUNTRIES, CountryCode};
use yew::{AttrValue, Html, html};

use crate::forms::SelectOption;
use crate::words::Words;

/// A section: its name, a sentence where one helps, and its fields.
fn section(id: &'static str, title: AttrValue, lead: Option<AttrValue>, content: Html) -> Html {
    let title_id = [id, "title"].join("-");
    html! {
        <section class="card editor-section" {id} aria-labelledby={title_id.clone()}>
            <h2 id={title_id}>{ title }</h2>
            { for lead.map(|lead| html! { <p class="field-hint">{ lead }</p> }) }
            { content }
        </section>
    }
}

/// All countries/regions with their names.
fn countries(words: &Words) -> impl Iterator<Item = SelectOption> {
    let all = (0..COUNTRIES.len()).filter_map(CountryCode::from_index);
    all.map(|country| named(words, country))
}

fn named(words: &Words, country: CountryCode) -> SelectOption {
    (country.code().into(), words.region(country))
}
