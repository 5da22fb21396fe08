//! Numbers of the map in words: never without how sure they are.

use shared::fields::CountryCode;
use shared::map::{Figure, FigureKind, PlaceFigure, Scope, Years};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::picture::Picture;
use crate::ui::source;
use crate::words::Words;

/// A number of invitees: `4,562`, `about 10,000`, `at least 609`, `782 planned`.
pub(super) fn invitees(words: &Words, number: u32, kind: FigureKind, is_at_least: bool) -> AttrValue {
    let key = match (kind, is_at_least) {
        (FigureKind::Exact | FigureKind::Derived, false) => "map.exactly",
        (FigureKind::Exact | FigureKind::Derived, true) => "map.at_least",
        (FigureKind::Approximate, false) => "map.about",
        (FigureKind::Approximate, true) => "map.at_least_about",
        (FigureKind::Plan, _) => "map.planned",
        (FigureKind::Demo, _) => "map.fictional",
    };
    words.say(&Text::new(key).with("number", words.number(number)))
}

/// What the figures say about a place.
pub(super) fn place_figure(words: &Words, place: &PlaceFigure) -> AttrValue {
    invitees(words, place.invitees, place.kind, place.is_at_least)
}

/// `FY2014`, or `FY2014 to FY2016`.
pub(super) fn years(words: &Words, years: Years) -> AttrValue {
    if years.from == years.to {
        return words.year(years.from);
    }
    words.say(
        &Text::new("map.years")
            .with("from", words.year(years.from))
            .with("to", words.year(years.to)),
    )
}

/// Years and programme of a choice.
pub(super) fn choice(words: &Words, scope: Scope, of: Years) -> AttrValue {
    words.say(
        &Text::new("map.choice")
            .with("years", years(words, of))
            .with("scope", words.t(scope.key())),
    )
}

/// That no total was found for a choice.
pub(super) fn no_total(words: &Words, scope: Scope, of: Years) -> AttrValue {
    words.say(&Text::new("map.no_total").with("choice", choice(words, scope, of)))
}

/// Members of a country/region.
pub(super) fn members(words: &Words, number: Option<u32>) -> AttrValue {
    match number {
        Some(number) => words.count("map.members_here", number),
        None => words.t("map.members_few"),
    }
}

/// The number that the colour of a country/region stands for.
pub(super) fn number_of(words: &Words, picture: &Picture, country: CountryCode) -> AttrValue {
    match (picture.place(country), picture.fiction(country)) {
        _ if picture.is_waiting() => words.t("map.dash"),
        _ if picture.members.is_some() => members(words, picture.members(country)),
        (Some(place), _) => place_figure(words, place),
        (None, _) if picture.is_zero_everywhere() => words.t("shade.zero"),
        (None, Some(number)) => invitees(words, number, FigureKind::Demo, false),
        (None, None) => words.t("shade.none"),
    }
}

/// The number of a tile, with a sign for how sure it is: at least so many, about so many, planned in brackets.
pub(super) fn short(words: &Words, picture: &Picture, country: CountryCode) -> AttrValue {
    let Some(number) = picture.number(country) else {
        return AttrValue::default();
    };
    let known = picture.place(country).filter(|_| picture.members.is_none());
    let (before, after) = match known.map(|place| (place.kind, place.is_at_least)) {
        Some((FigureKind::Plan, _)) => ("(", ")"),
        Some((FigureKind::Approximate, true)) => ("≥~", ""),
        Some((FigureKind::Approximate, false)) => ("~", ""),
        Some((_, true)) => ("≥", ""),
        _ => ("", ""),
    };
    AttrValue::from([before, &words.short_number(number), after].concat())
}

/// The number of all countries/regions together.
pub(super) fn number_of_all(words: &Words, picture: &Picture) -> AttrValue {
    match (&picture.members, &picture.all) {
        _ if picture.is_waiting() => words.t("map.dash"),
        (Some(known), _) => words.count("map.members_here", known.sum),
        (None, Some(all)) => place_figure(words, all),
        (None, None) => words.t("map.nothing"),
    }
}

/// One line for those who hear the map: the name and the number that its colour stands for.
pub(super) fn line(words: &Words, picture: &Picture, country: CountryCode) -> AttrValue {
    words.say(
        &Text::new("map.line")
            .with("place", words.region(country))
            .with("number", number_of(words, picture, country)),
    )
}

/// One figure with its years, programme, kind, source and note.
pub(super) fn figure(words: &Words, figure: &Figure) -> Html {
    html! {
        <li class="figure">
            <p>
                <strong>{ invitees(words, figure.invitees, figure.kind, false) }</strong>
                { " · " }{ choice(words, figure.scope, figure.years()) }
                { " · " }{ words.t(figure.kind.key()) }
            </p>
            <p class="figure-source">{ words.t("source.label") }{ " " }{ source(&figure.source) }</p>
            { for figure.note.iter().map(|note| html! { <p class="figure-source" lang="en">{ note }</p> }) }
        </li>
    }
}
