//! Texts in the reader's language, the original where there is none.

use shared::events::{EventFilter, EventInput, GetEvent, LanguageFilter, ListEvents};

use super::{complete, coordinator, published, text};
use crate::support::TestApp;

#[tokio::test]
async fn readers_get_their_own_language_and_are_told_which_it_is() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let input = EventInput {
        texts: vec![text("en", "Reunion"), text("ja", "同窓会"), text("zh-TW", "同學會")],
        ..complete()
    };
    let id = published(&olga, input).await;
    for (wanted, language, title) in [
        ("", "en", "Reunion"),
        ("ja", "ja", "同窓会"),
        ("ja-JP", "ja", "同窓会"),
        ("zh", "zh-TW", "同學會"),
        ("fr", "en", "Reunion"),
    ] {
        let language_filter = LanguageFilter {
            language: wanted.into(),
        };
        let event = t.anonymous().call::<GetEvent>(id, language_filter).await.good();
        assert_eq!(
            (event.summary.language.as_str(), event.summary.title.as_str()),
            (language, title)
        );
        assert!(event.description_html.contains(title) && event.summary.summary.contains(title));
        assert_eq!(event.languages, ["en", "ja", "zh-TW"]);
        let filter = EventFilter {
            language: wanted.into(),
            ..EventFilter::default()
        };
        let page = t.anonymous().call::<ListEvents>((), filter).await.good();
        assert_eq!(page.events[0], event.summary);
    }
}
