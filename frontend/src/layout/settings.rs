//! Language and theme: kept for the whole page, remembered by the browser.

use shared::words::LANGUAGES;
use yew::{Callback, ContextProvider, Html, Properties, component, hook, html};
use yew::{use_callback, use_context, use_state};

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

#[derive(Properties, PartialEq)]
pub struct ProviderProps {
    /// The words of the first language.
    pub words: Words,
    /// The page.
    pub children: Html,
}

/// Keeps words and theme.
#[component]
pub fn SettingsProvider(props: &ProviderProps) -> Html {
    let words = use_state(|| props.words.clone());
    let theme = use_state(preferences::theme);
    let set_theme = use_callback((), {
        let setter = theme.setter();
        move |theme: Theme, ()| {
            preferences::set_theme(theme);
            setter.set(theme);
        }
    });
    let set_language = use_callback((), {
        let setter = words.setter();
        move |language: &'static str, ()| {
            preferences::remember_language(language);
            let setter = setter.clone();
            spawn(async move {
                let words = fetch_words(language).await;
                dom::set_language(words.language());
                setter.set(words);
            });
        }
    });
    let settings = Settings {
        theme: *theme,
        set_theme,
        set_language,
    };
    html! {
        <ContextProvider<Words> context={(*words).clone()}>
            <ContextProvider<Settings> context={settings}>{ props.children.clone() }</ContextProvider<Settings>>
        </ContextProvider<Words>>
    }
}

/// What the reader has chosen.
#[hook]
pub fn use_settings() -> Settings {
    use_context().unwrap_or_else(|| Settings {
        theme: Theme::System,
        set_theme: Callback::noop(),
        set_language: Callback::noop(),
    })
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
