//! What the colours mean. Pointing at an entry, or stepping on it with the keyboard, leaves only its places in full
//! colour; pressing keeps it so.

use std::rc::Rc;

use yew::{AttrValue, Callback, FocusEvent, Html, MouseEvent, Properties, component, html};

use super::picture::Picture;
use super::shade::Shade;
use shared::map::MapLayer;
use shared::words::Text;

use crate::words::{Words, use_words};

/// An entry of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// One colour.
    Shade(Shade),
    /// All striped ones.
    Fiction,
}

impl Entry {
    /// Its name in style sheets.
    const fn code(self) -> &'static str {
        match self {
            Self::Shade(shade) => shade.code(),
            Self::Fiction => "demo",
        }
    }
}

/// The one kind of places that is kept in full colour.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Only {
    /// By pressing.
    pressed: Option<Entry>,
    /// By pointing.
    pointed: Option<Entry>,
}

impl Only {
    /// Its name in style sheets.
    pub(super) fn code(self) -> Option<&'static str> {
        self.pointed.or(self.pressed).map(Entry::code)
    }
}

/// The entries of a picture.
pub(super) fn entries(picture: &Picture) -> impl Iterator<Item = Entry> {
    let is_figures = picture.layer == MapLayer::Figures;
    let has_fiction = is_figures && picture.fiction_sum() > 0;
    let shades = Shade::ALL
        .into_iter()
        .filter(move |shade| is_figures || *shade != Shade::Zero);
    shades.map(Entry::Shade).chain(has_fiction.then_some(Entry::Fiction))
}

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What is shown.
    pub picture: Rc<Picture>,
    /// The one kind that is kept.
    pub only: Only,
    /// Called with the kind that is to be kept.
    pub on_only: Callback<Only>,
}

/// The legend of a picture. A component, because it need not be drawn anew when the pointer moves on the map.
#[component]
pub(super) fn Legend(props: &Props) -> Html {
    let words = use_words();
    let (picture, only, on_only) = (&*props.picture, props.only, &props.on_only);
    let entry = |entry: Entry| {
        let is_pressed = only.pressed == Some(entry);
        let point = move |pointed: Option<Entry>| Only { pointed, ..only };
        let pressed = Only {
            pressed: (!is_pressed).then_some(entry),
            pointed: None,
        };
        html! {
            <li>
                <button
                    type="button"
                    class="legend-entry"
                    aria-pressed={if is_pressed { "true" } else { "false" }}
                    onclick={on_only.reform(move |_: MouseEvent| pressed)}
                    onmouseenter={on_only.reform(move |_: MouseEvent| point(Some(entry)))}
                    onmouseleave={on_only.reform(move |_: MouseEvent| point(None))}
                    onfocus={on_only.reform(move |_: FocusEvent| point(Some(entry)))}
                    onblur={on_only.reform(move |_: FocusEvent| point(None))}
                >
                    <span class="legend-colour" data-shade={entry.code()} aria-hidden="true"></span>
                    <span>{ label(&words, picture.layer, entry) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="legend" aria-label={words.t("map.legend")}>
            <ul>{ for entries(picture).map(entry) }</ul>
        </section>
    }
}

/// What a colour stands for.
pub(super) fn label(words: &Words, layer: MapLayer, entry: Entry) -> AttrValue {
    let Entry::Shade(shade) = entry else {
        return words.t("shade.demo");
    };
    let range = |step: u8| match step {
        1 => (1, 9),
        2 => (10, 99),
        3 => (100, 999),
        4 => (1_000, 9_999),
        _ => (10_000, 0),
    };
    let said = |step: u8| {
        let (from, to) = range(step);
        let text = Text::new(if to == 0 { "map.or_more" } else { "map.range" });
        words.say(&text.with("from", words.number(from)).with("to", words.number(to)))
    };
    match (shade, layer) {
        (Shade::Nothing, MapLayer::Figures) => words.t("shade.none"),
        (Shade::Nothing, MapLayer::Members) => words.t("shade.few"),
        (Shade::Zero, _) => words.t("shade.zero"),
        // Fewer than five members are never shown.
        (Shade::Step(1), MapLayer::Members) => {
            let text = Text::new("map.range").with("from", words.number(5));
            words.say(&text.with("to", words.number(9)))
        }
        (Shade::Step(step) | Shade::Fiction(step), _) => said(step),
    }
}
