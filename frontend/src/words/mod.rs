//! Words on the screen: the catalogue of the reader's language, and the hook that says its sentences.
//! No text for people stands anywhere else; keys are `area.what` (see `locales/en.json`).

#[cfg(test)]
mod tests;

use std::rc::Rc;

use jiff::civil::Date;
use shared::fields::{CountryCode, FiscalYear};
use shared::words::{Catalogue, LANGUAGES, Text};
use yew::{AttrValue, ContextProvider, Html, Properties, component, hook, html, use_context, use_memo};

use crate::browser::intl;

const ENGLISH: &str = include_str!("../../locales/en.json");

/// The sentences of one language. Cheap to clone; a context of the whole page.
#[derive(Clone, Debug)]
pub struct Words {
    language: &'static str,
    catalogue: Rc<Catalogue>,
    /// Those that only parts of the page need, and that come with them.
    later: Option<Rc<Catalogue>>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        let later = [&self.later, &other.later].map(|later| later.as_ref().map(Rc::as_ptr));
        self.language == other.language && Rc::ptr_eq(&self.catalogue, &other.catalogue) && later[0] == later[1]
    }
}

impl Default for Words {
    fn default() -> Self {
        let catalogue = Catalogue::parse(ENGLISH).unwrap_or_default();
        Self {
            language: LANGUAGES[0],
            catalogue: Rc::new(catalogue),
            later: None,
        }
    }
}

impl Words {
    /// Sentences from the text of a language file.
    pub fn parse(language: &'static str, json: &str) -> Option<Self> {
        let catalogue = Catalogue::parse(json).ok()?;
        Some(Self {
            language,
            catalogue: Rc::new(catalogue),
            later: None,
        })
    }

    /// The same with those sentences that only parts of the page need.
    #[must_use]
    pub fn with_later(&self, later: Rc<Catalogue>) -> Self {
        Self {
            later: Some(later),
            ..self.clone()
        }
    }

    /// The same with the sentences that a part brings along in its code: a file for each of [`LANGUAGES`].
    #[must_use]
    fn with_own(&self, files: [&str; LANGUAGES.len()]) -> Self {
        let place = LANGUAGES.iter().position(|language| *language == self.language);
        let file = place.and_then(|place| files.get(place)).copied();
        let own = file.and_then(|file| Catalogue::parse(file).ok());
        self.with_later(Rc::new(own.unwrap_or_default()))
    }

    /// The language's tag.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A sentence without arguments.
    pub fn t(&self, key: &'static str) -> AttrValue {
        self.say(&Text::new(key))
    }

    /// A sentence with arguments, such as the ones the server sends.
    pub fn say(&self, text: &Text) -> AttrValue {
        self.say_by(text, |count| {
            intl::plural(self.language, count.parse().unwrap_or_default())
        })
    }

    fn say_by(&self, text: &Text, plural: impl Fn(&str) -> String) -> AttrValue {
        let later = self.later.as_ref().filter(|_| !self.catalogue.has(&text.key));
        AttrValue::from(later.unwrap_or(&self.catalogue).say(text, plural))
    }

    /// A sentence about a number of things, said as `{number}`.
    pub fn count(&self, key: &'static str, count: u32) -> AttrValue {
        self.say(&Text::new(key).with("count", count).with("number", self.number(count)))
    }

    /// A sentence about a place in an order, said as `{number}`: 1st, 2nd, 3rd.
    pub fn ordinal(&self, key: &'static str, place: u32) -> AttrValue {
        let text = Text::new(key).with("count", place).with("number", self.number(place));
        self.say_by(&text, |place| {
            intl::ordinal(self.language, place.parse().unwrap_or_default())
        })
    }

    /// A number.
    pub fn number(&self, number: u32) -> AttrValue {
        intl::number(self.language, number)
    }

    /// The name of a country/region.
    pub fn region(&self, country: CountryCode) -> AttrValue {
        intl::region_name(self.language, country.code())
    }

    /// The name of a part of the world by its UN M.49 number.
    pub fn region_of_world(&self, number: &str) -> AttrValue {
        let key = ["region.m", number].concat();
        self.say(&Text {
            key: key.into(),
            args: Default::default(),
        })
    }

    /// A number in few signs, such as 10K or 1万.
    pub fn short_number(&self, number: u32) -> AttrValue {
        intl::short_number(self.language, number)
    }

    /// The name of a language.
    pub fn language_name(&self, tag: &str) -> AttrValue {
        intl::language_name(self.language, tag)
    }

    /// A fiscal year, the name of a cohort.
    pub fn year(&self, year: FiscalYear) -> AttrValue {
        self.say(&Text::new("cohort.year").with("year", year))
    }

    /// From one day to another.
    pub fn dates(&self, first: Date, last: Date) -> AttrValue {
        self.range(intl::date(self.language, first), intl::date(self.language, last))
    }

    /// From one date to another, both in words.
    pub fn range(&self, first: AttrValue, last: AttrValue) -> AttrValue {
        self.say(&Text::new("exchange.range").with("first", first).with("last", last))
    }

    /// Several names as one list.
    pub fn list<T: AsRef<str>>(&self, names: impl IntoIterator<Item = T>) -> AttrValue {
        let separator = self.t("list.separator");
        let names: Vec<T> = names.into_iter().collect();
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        AttrValue::from(names.join(&separator))
    }
}

/// Brings sentences along in the code of a part: in the page's own catalogue everybody would fetch them first.
#[component]
pub fn WithOwn(props: &OwnProps) -> Html {
    let words = use_words();
    let files = props.files;
    let words = use_memo(words, |words| words.with_own(files));
    html! { <ContextProvider<Words> context={Words::clone(&words)}>{ props.children.clone() }</ContextProvider<Words>> }
}

/// What a part brings along, and who says it.
#[derive(PartialEq, Properties)]
pub struct OwnProps {
    /// A language file for each of [`LANGUAGES`].
    pub files: [&'static str; LANGUAGES.len()],
    /// Who says it.
    pub children: Html,
}

/// The words of the page that the component stands on; English where nobody provides any.
#[hook]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_default()
}
