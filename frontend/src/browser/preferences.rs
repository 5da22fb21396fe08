//! What this browser remembers between visits: language and theme. Never who is signed in.

use shared::words::LANGUAGES;
use web_sys::Storage;

use super::dom;

const LANGUAGE: &str = "club-language";
const THEME: &str = "club-theme";

/// Light, dark, or as the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in storage.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The catalogue's key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "theme.system",
            Self::Light => "theme.light",
            Self::Dark => "theme.dark",
        }
    }
}

/// The language of the last visit, or the first of the browser's that we speak.
pub fn language() -> &'static str {
    let stored = get(LANGUAGE);
    let preferred = super::window().and_then(|window| window.navigator().language());
    let known = |tag: &String| {
        LANGUAGES
            .into_iter()
            .find(|language| tag.split('-').next() == Some(language))
    };
    stored
        .as_ref()
        .and_then(known)
        .or_else(|| preferred.as_ref().and_then(known))
        .unwrap_or(LANGUAGES[0])
}

/// Remembers the language.
pub fn remember_language(language: &str) {
    set(LANGUAGE, Some(language));
}

/// The theme of the last visit.
pub fn theme() -> Theme {
    let stored = get(THEME).unwrap_or_default();
    Theme::ALL
        .into_iter()
        .find(|theme| theme.code() == stored)
        .unwrap_or_default()
}

/// Applies the theme and remembers it.
pub fn set_theme(theme: Theme) {
    let code = (theme != Theme::System).then(|| theme.code());
    set(THEME, code);
    dom::set_root_attribute("data-theme", code);
}

fn storage() -> Option<Storage> {
    super::window()?.local_storage().ok()?
}

pub(super) fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

pub(super) fn set(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    match value {
        Some(value) => drop(storage.set_item(key, value)),
        None => drop(storage.remove_item(key)),
    }
}
