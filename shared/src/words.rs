//! Words for people: texts as keys with arguments, and the catalogue that says them in a language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::wire::{Unreadable, from_json};

/// The languages the product speaks, the first being the one that is compiled in.
pub const LANGUAGES: [&str; 2] = ["en", "ja"];

/// A sentence to be said in the reader's language: its key in the catalogue and what fills its braces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// The key in the catalogue.
    pub key: Cow<'static, str>,
    /// Values for the `{placeholders}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<Cow<'static, str>, String>,
}

impl Text {
    /// A sentence without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self {
            key: Cow::Borrowed(key),
            args: BTreeMap::new(),
        }
    }

    /// Adds the value of one placeholder.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(Cow::Borrowed(name), value.to_string());
        self
    }
}

/// One entry of a catalogue: a sentence, or one sentence for each plural category of `{count}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The same sentence for every count.
    One(String),
    /// Sentences by CLDR plural category; `other` is always there.
    Plural(BTreeMap<String, String>),
}

// By hand: what is derived for either of two forms first copies everything into a value of any kind.
impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sentence or its plural forms")
    }

    fn visit_str<E: de::Error>(self, form: &str) -> Result<Entry, E> {
        Ok(Entry::One(form.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
        let mut forms = BTreeMap::new();
        while let Some((category, form)) = map.next_entry()? {
            forms.insert(category, form);
        }
        Ok(Entry::Plural(forms))
    }
}

impl Entry {
    /// Every form of the sentence.
    pub fn forms(&self) -> Vec<&str> {
        match self {
            Self::One(form) => vec![form],
            Self::Plural(forms) => forms.values().map(String::as_str).collect(),
        }
    }

    fn form(&self, category: &str) -> &str {
        match self {
            Self::One(form) => form,
            Self::Plural(forms) => forms
                .get(category)
                .or_else(|| forms.get("other"))
                .map_or("", String::as_str),
        }
    }
}

/// All sentences of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Catalogue(BTreeMap<String, Entry>);

impl Catalogue {
    /// Reads a language file: a flat JSON object from key to sentence or plural forms.
    ///
    /// # Errors
    /// When the file is not of that form.
    pub fn parse(json: &str) -> Result<Self, Unreadable> {
        from_json(json)
    }

    /// Reads several files of one language as one; no key stands in two of them.
    ///
    /// # Errors
    /// When a file is not of that form.
    pub fn joined<'a>(files: impl IntoIterator<Item = &'a str>) -> Result<Self, Unreadable> {
        let mut joined = BTreeMap::new();
        for file in files {
            joined.extend(Self::parse(file)?.0);
        }
        Ok(Self(joined))
    }

    /// Every key with its entry, in order.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.0.iter().map(|(key, entry)| (key.as_str(), entry))
    }

    /// Whether the key exists.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Says a text. `plural` gives the CLDR category of the argument `count` in this language.
    /// A missing key says itself, so that nothing on a screen is ever blank.
    pub fn say(&self, text: &Text, plural: impl Fn(&str) -> String) -> String {
        let Some(entry) = self.0.get(text.key.as_ref()) else {
            return text.key.clone().into_owned();
        };
        let form = match (entry, text.args.get("count")) {
            (Entry::Plural(_), Some(count)) => entry.form(&plural(count)),
            _ => entry.form("other"),
        };
        fill(form, &text.args)
    }
}

/// Fills the `{placeholders}` in one pass, so that a value that looks like a placeholder stays as it is.
fn fill(form: &str, args: &BTreeMap<Cow<'static, str>, String>) -> String {
    let mut said = String::with_capacity(form.len());
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        said.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            said.push('{');
            rest = after;
            continue;
        };
        match args.get(name) {
            Some(value) => said.push_str(value),
            None => {
                said.push('{');
                said.push_str(name);
                said.push('}');
            }
        }
        rest = tail;
    }
    said.push_str(rest);
    said
}

/// The names of the `{placeholders}` of a sentence, sorted, each once.
pub fn placeholders(sentence: &str) -> Vec<&str> {
    let mut names: Vec<&str> = sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
