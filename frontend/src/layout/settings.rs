//! Language and theme: kept by the app for the whole page, remembered by the browser.

use shared::words::LANGUAGES;
use yew::{Callback, Html, hook, html, use_state};

use crate::api::fetch_words;
use crate::browser::preferences::{self, Theme};
use crate::browser::{dom, spawn};
use crate::ui::segmented;
use crate::words::Words;

/// What the reader has chosen, and how to choose again.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The theme.
    pub theme: Theme,
    /// Chooses a theme.
    pub set_theme: Callback<Theme>,
    /// Chooses a language.
    pub set_language: Callback<&'static str>,
}

/// The words of the chosen language, and what the reader has chosen; `words` are those of the first language.
#[hook]
pub fn use_settings(words: &Words) -> (Words, Settings) {
    let words = words.clone();
    let words = use_state(move || words);
    let theme = use_state(preferences::theme);
    let setter = theme.setter();
    let set_theme = Callback::from(move |theme: Theme| {
        preferences::set_theme(theme);
        setter.set(theme);
    });
    let setter = words.setter();
    let set_language = Callback::from(move |language: &'static str| {
        preferences::remember_language(language);
        let setter = setter.clone();
        spawn(async move {
            let words = fetch_words(language).await;
            dom::set_language(words.language());
            setter.set(words);
        });
    });
    let settings = Settings {
        theme: *theme,
        set_theme,
        set_language,
    };
    ((*words).clone(), settings)
}

/// Both choices.
pub(super) fn settings_panel(words: &Words, settings: &Settings) -> Html {
    let languages = LANGUAGES.map(|language| (language, words.t(language_key(language)), Some(language)));
    let themes = Theme::ALL.map(|theme| (theme.code(), words.t(theme.key()), None));
    let on_language = settings.set_language.reform(|place: usize| LANGUAGES[place]);
    let on_theme = settings.set_theme.reform(|place: usize| Theme::ALL[place]);
    html! {
        <div class="settings">
            { segmented(words.t("settings.language"), &"language".into(), &languages, words.language(), &on_language) }
            { segmented(words.t("settings.theme"), &"theme".into(), &themes, settings.theme.code(), &on_theme) }
        </div>
    }
}

/// The key of a language's own name.
pub(super) fn language_key(language: &str) -> &'static str {
    match language {
        "ja" => "language.ja",
        _ => "language.en",
    }
}
