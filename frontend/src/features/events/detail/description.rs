//! What the organisers wrote. HTML that the server made from Markdown and cleaned.

use shared::events::EventDetail;
use shared::words::Text;
use yew::{AttrValue, Html, html};

use crate::ui::{IconName, icon};
use crate::words::Words;

/// The description, with a word where it is in another language than the page.
pub fn description(words: &Words, event: &EventDetail) -> Html {
    if event.description_html.trim().is_empty() {
        return other_language(words, event);
    }
    html! {
        <section class="event-description" aria-labelledby="about-title">
            <h2 id="about-title">{ words.t("event.about") }</h2>
            { other_language(words, event) }
            { prose(&event.summary.language, &event.description_html) }
        </section>
    }
}

/// Cleaned HTML in a language.
pub(super) fn prose(language: &str, html: &str) -> Html {
    let content = Html::from_html_unchecked(AttrValue::from(html.to_owned()));
    html! { <div class="prose" lang={language.to_owned()}>{ content }</div> }
}

/// That there is no text in the reader's language, and in which there is.
fn other_language(words: &Words, event: &EventDetail) -> Html {
    if event.summary.language == words.language() {
        return Html::default();
    }
    let list = words.list(event.languages.iter().map(|tag| words.language_name(tag)));
    let said = words.say(&Text::new("event.other_language").with("list", list));
    html! { <p class="event-language">{ icon(IconName::Globe) }<span>{ said }</span></p> }
}
