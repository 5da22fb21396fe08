//! What the colours mean. Pointing at an entry, or stepping on it with the keyboard, leaves only its places in full
//! colour; pressing keeps it so.

use shared::map::MapLayer;
use shared::words::Text;
use yew::{
    AttrValue, Callback, FocusEvent, Html, MouseEvent, NodeRef, Properties, component, hook, html, use_node_ref,
};

use super::shade::Shade;
use crate::ui::use_pointed;
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

/// The entries of a layer, the same in all years.
pub(super) fn entries(layer: MapLayer, has_fiction: bool) -> impl Iterator<Item = Entry> {
    let is_figures = layer == MapLayer::Figures;
    let has_fiction = is_figures && has_fiction;
    let shades = Shade::ALL
        .into_iter()
        .filter(move |shade| is_figures || *shade != Shade::Zero);
    shades.map(Entry::Shade).chain(has_fiction.then_some(Entry::Fiction))
}

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What is counted.
    pub layer: MapLayer,
    /// Whether fictional numbers are shown.
    pub has_fiction: bool,
    /// The one kind that is kept.
    pub only: Only,
    /// Called with the kind that is to be kept.
    pub on_only: Callback<Only>,
}

/// The legend. A component, because it need not be drawn anew when the pointer moves on the map or the years pass.
#[component]
pub(super) fn Legend(props: &Props) -> Html {
    let words = use_words();
    let list = use_node_ref();
    let (layer, only, on_only) = (props.layer, props.only, &props.on_only);
    use_pointing(&list, props);
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
                    data-code={entry.code()}
                    aria-pressed={if is_pressed { "true" } else { "false" }}
                    onclick={on_only.reform(move |_: MouseEvent| pressed)}
                    onfocus={on_only.reform(move |_: FocusEvent| point(Some(entry)))}
                    onblur={on_only.reform(move |_: FocusEvent| point(None))}
                >
                    <span class="legend-colour" data-shade={entry.code()} aria-hidden="true"></span>
                    <span>{ label(&words, layer, entry) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="legend" aria-label={words.t("map.legend")}>
            <ul ref={list}>{ for entries(layer, props.has_fiction).map(entry) }</ul>
        </section>
    }
}

/// Keeps the kind that is pointed at.
#[hook]
fn use_pointing(list: &NodeRef, props: &Props) {
    let (layer, has_fiction, only, on_only) = (props.layer, props.has_fiction, props.only, props.on_only.clone());
    use_pointed(list, move |code| {
        let pointed = entries(layer, has_fiction).find(|entry| Some(entry.code()) == code);
        on_only.emit(Only { pointed, ..only });
    });
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
