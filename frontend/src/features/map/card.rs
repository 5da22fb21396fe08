//! The one card beside the map: all figures of a place with their sources, members here, and where to go on.

use std::rc::Rc;

use shared::directory::MemberFilter;
use shared::events::PastEventFilter;
use shared::fields::CountryCode;
use shared::map::{FigureKind, FigureList, MapLayer, MapMembers, MapView};
use yew::{Callback, Html, KeyboardEvent, MouseEvent, Properties, component, html};

use super::face::Face;
use super::notes::wider;
use super::picture::{Picture, members_of};
use super::{said, sources, tiles};
use crate::browser::dom;
use crate::routes::Route;
use crate::ui::{badge, place};
use crate::words::{Words, use_words};

/// The card's id: whoever chooses without a pointer on the map is led there.
pub(super) const CARD: &str = "map-card";

/// What a card tells of.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Told {
    /// What was chosen.
    pub view: Rc<MapView>,
    /// Its numbers.
    pub picture: Rc<Picture>,
    /// All published figures.
    pub list: Rc<FigureList>,
    /// Members by country/region, where they are known.
    pub members: Option<Rc<MapMembers>>,
    /// The country/region; all of them when absent.
    pub country: Option<CountryCode>,
    /// What stands in front while something passes.
    pub face: Face,
    /// Called with nothing when the choice is given up.
    pub on_choose: Callback<Option<CountryCode>>,
}

/// Chooses a country/region by pressing something else than the map, and leads to the card, which may be out of sight.
pub(super) fn led(on_choose: &Callback<Option<CountryCode>>, country: CountryCode) -> Callback<MouseEvent> {
    let on_choose = on_choose.clone();
    Callback::from(move |_| {
        on_choose.emit(Some(country));
        dom::focus(CARD);
    })
}

/// The card of a country/region, or of all of them. A component, so that it is drawn anew only when it says something
/// else.
#[component]
pub(super) fn Card(told: &Told) -> Html {
    let words = &use_words();
    let country = told.country;
    let title = match country {
        Some(country) => place(words, country),
        None => html! { <span>{ words.t("map.everywhere") }</span> },
    };
    // Where choosing has led the keyboard, giving up leads back.
    let on_choose = told.on_choose.clone();
    let onkeydown = move |key: KeyboardEvent| {
        if key.key() == "Escape" {
            on_choose.emit(None);
            if !dom::focus("world")
                && let Some(country) = country
            {
                dom::focus(&tiles::id(country));
            }
        }
    };
    let is_members = told.view.layer == MapLayer::Members;
    html! {
        <section
            class="map-card card"
            id={CARD}
            ref={told.face.card()}
            tabindex="-1"
            aria-label={words.t("map.card")}
            {onkeydown}
        >
            <div class="map-card-whole">
                <h2>{ title }</h2>
                { if is_members { counted(words, told, country) } else { number(words, told, country) } }
                { for country.map(|country| ways_on(words, told, country)) }
                if !is_members {
                    { figures(words, told, country) }
                }
            </div>
            { told.face.lines() }
        </section>
    }
}

/// In the layer of members: how many are counted.
fn counted(words: &Words, told: &Told, country: Option<CountryCode>) -> Html {
    let said = match (told.members.as_deref(), country) {
        (None, _) => html! { { words.t("map.dash") } },
        (Some(known), Some(country)) => html! { { said::members(words, members_of(known, country)) } },
        (Some(known), None) => html! { { words.count("map.members_here", known.sum) } },
    };
    html! {
        <>
            <p class="map-card-number">{ said }</p>
            <p class="map-card-choice">{ said::choice(words, told.view.scope, told.picture.years) }</p>
        </>
    }
}

fn number(words: &Words, told: &Told, country: Option<CountryCode>) -> Html {
    let picture = &*told.picture;
    let known = match country {
        Some(country) => picture.place(country),
        None => picture.all.as_ref(),
    };
    let fiction = country.and_then(|country| picture.fiction(country));
    let said = match (known, fiction) {
        (Some(known), _) => html! { { said::place_figure(words, known) } },
        (None, _) if picture.is_zero_everywhere() => html! { { words.number(0) } },
        (None, Some(number)) => html! {
            <>
                { badge(words.t("map.illustration")) }
                { said::invitees(words, number, FigureKind::Demo, false) }
            </>
        },
        (None, None) => html! { <span class="map-card-nothing">{ words.t("map.nothing") }</span> },
    };
    html! {
        <>
            <p class="map-card-number">{ said }</p>
            <p class="map-card-choice">{ said::choice(words, told.view.scope, picture.years) }</p>
        </>
    }
}

/// Where to go on: to the members of a country/region, where it is known how many they are, and to its events.
fn ways_on(words: &Words, told: &Told, country: CountryCode) -> Html {
    // In the layer of members those that are counted, else all of the country/region.
    let is_members = told.view.layer == MapLayer::Members;
    let people = MemberFilter {
        country: vec![country],
        fiscal_year: told.view.year.filter(|_| is_members).into_iter().collect(),
        programme: if is_members {
            told.view.scope.programmes().to_vec()
        } else {
            Vec::new()
        },
        ..MemberFilter::default()
    };
    let events = PastEventFilter {
        country: Some(country),
        kind: None,
    };
    html! {
        <>
            { for told.members.as_deref().filter(|_| !is_members).map(|known| html! { <p class="map-card-people">{ said::members(words, members_of(known, country)) }</p> }) }
            <div class="map-card-ways">
                if told.members.is_some() {
                    <a class="button button--primary" href={Route::Directory.with_query(&people)}>{ words.t("map.people") }</a>
                }
                <a class="button" href={Route::Events.at(&events.to_query())}>{ words.t("map.events") }</a>
            </div>
        </>
    }
}

/// The figures behind the number, then those that reach beyond the choice.
fn figures(words: &Words, told: &Told, country: Option<CountryCode>) -> Html {
    let behind = sources::behind(&told.picture, country, &told.list);
    let behind: Vec<Html> = behind.map(|figure| said::figure(words, figure)).collect();
    let beyond = wider(&told.list, country, &told.view, told.picture.years).map(|figure| said::figure(words, figure));
    html! {
        <>
            if !behind.is_empty() {
                <ul class="figures">{ behind }</ul>
            }
            if let Some(beyond) = beyond {
                <h3>{ words.t("map.wider") }</h3>
                <ul class="figures">{ beyond }</ul>
            }
        </>
    }
}
