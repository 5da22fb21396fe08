//! Charts beside the table: each is a table whose rows carry a bar, so that eyes and screen readers get the same.

use shared::fields::{CountryCode, FiscalYear};
use shared::map::{Figure, FigureKind, PlaceFigure, Scope, Years, known_by_place};
use yew::{AttrValue, Html, html};

use super::atlas::{Atlas, Region};
use super::numbers::NumbersProps;
use super::picture::last_year;
use super::{said, sources};
use crate::words::Words;

/// How a bar looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// The whole number is known.
    Whole,
    /// Only a part is known: there were at least so many.
    Part,
    /// Fictional.
    Fiction,
}

/// A row: its name, its number in words and its bar.
struct Bar {
    name: AttrValue,
    said: AttrValue,
    number: u32,
    look: Look,
    /// Places of the figures behind it in the list.
    figures: Vec<usize>,
}

/// Invitees by year, by programme and by region; regions are not known without the shapes.
pub(super) fn charts(words: &Words, props: &NumbersProps) -> Html {
    let regions = props.atlas.as_ref().map(|atlas| by_region(words, props, atlas));
    let regions = regions.filter(|bars| !bars.is_empty());
    html! {
        <div class="charts">
            { chart(words, props, "map.by_year", &by_year(words, props)) }
            { chart(words, props, "map.by_programme", &by_programme(words, props)) }
            { for regions.map(|bars| chart(words, props, "map.by_region", &bars)) }
        </div>
    }
}

fn chart(words: &Words, props: &NumbersProps, title: &'static str, bars: &[Bar]) -> Html {
    let most = bars.iter().map(|bar| bar.number).max().unwrap_or(0).max(1);
    let row = |bar: &Bar| {
        let class = match bar.look {
            Look::Whole => "bar",
            Look::Part => "bar bar--part",
            Look::Fiction => "bar bar--fiction",
        };
        html! {
            <tr>
                <th scope="row">{ bar.name.clone() }</th>
                <td class="bar-cell">
                    <svg class="bar-drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect {class} x="0" y="0" height="10" width={(u64::from(bar.number) * 1000 / u64::from(most)).to_string()} />
                    </svg>
                </td>
                <td class="bar-number">{ bar.said.clone() }</td>
            </tr>
        }
    };
    let places = bars.iter().flat_map(|bar| &bar.figures);
    let figures = places.filter_map(|place| props.list.figures.get(*place));
    html! {
        <div class="chart card">
            <table>
                <caption>{ words.t(title) }</caption>
                <tbody>{ for bars.iter().map(row) }</tbody>
            </table>
            { sources::line(words, figures) }
        </div>
    }
}

fn known_bar(words: &Words, name: AttrValue, known: Option<&PlaceFigure>) -> Bar {
    let is_whole = known.is_some_and(|known| !known.is_at_least);
    Bar {
        name,
        said: known.map_or_else(|| words.t("map.not_found"), |known| said::place_figure(words, known)),
        number: known.map_or(0, |known| known.invitees),
        look: if is_whole { Look::Whole } else { Look::Part },
        figures: known.map(|known| known.figures.clone()).unwrap_or_default(),
    }
}

/// What is known of all countries/regions: the figure of all of them, or the sum of those known by name.
fn known_of_all(figures: &[Figure], scope: Scope, years: Years) -> Option<PlaceFigure> {
    let (places, all) = known_by_place(figures, scope, years);
    all.or_else(|| {
        let kind = PlaceFigure::least_sure(&places);
        (!places.is_empty()).then(|| PlaceFigure {
            country: None,
            invitees: places.iter().map(|place| place.invitees).sum(),
            is_at_least: true,
            kind,
            figures: places.iter().flat_map(|place| place.figures.clone()).collect(),
        })
    })
}

fn by_year(words: &Words, props: &NumbersProps) -> Vec<Bar> {
    let figures = &props.list.figures;
    let years = (FiscalYear::FIRST.get()..=last_year(figures).get()).filter_map(|year| FiscalYear::try_from(year).ok());
    let bar = |year: FiscalYear| {
        let only = Years { from: year, to: year };
        known_bar(
            words,
            words.year(year),
            known_of_all(figures, props.view.scope, only).as_ref(),
        )
    };
    years.map(bar).collect()
}

fn by_programme(words: &Words, props: &NumbersProps) -> Vec<Bar> {
    let years = props.picture.years;
    let bar = |scope: &Scope| {
        let known = known_of_all(&props.list.figures, *scope, years);
        known_bar(words, words.t(scope.key()), known.as_ref())
    };
    Scope::ALL.iter().map(bar).collect()
}

fn by_region(words: &Words, props: &NumbersProps, atlas: &Atlas) -> Vec<Bar> {
    let mut regions: Vec<(&str, Vec<CountryCode>)> = Vec::new();
    for Region(region, _, countries) in &atlas.regions {
        match regions.iter_mut().find(|(known, _)| *known == region.as_str()) {
            Some((_, all)) => all.extend(countries),
            None => regions.push((region, countries.clone())),
        }
    }
    let picture = &props.picture;
    // Where nobody came from anywhere, the figure of all says so of each part.
    let nobody = picture.all.as_ref().filter(|_| picture.is_zero_everywhere());
    let mut bars = Vec::new();
    for (region, countries) in &regions {
        let name = words.region_of_world(region);
        let places = countries.iter().filter_map(|country| picture.place(*country));
        let kind = PlaceFigure::least_sure(places.clone());
        let figures = places.clone().chain(nobody).flat_map(|place| place.figures.clone());
        let figures = figures.collect();
        let known: u32 = places.map(|place| place.invitees).sum();
        let fiction: u32 = countries.iter().filter_map(|country| picture.fiction(*country)).sum();
        if known > 0 || nobody.is_some() {
            let said = said::invitees(words, known, kind, nobody.is_none());
            bars.push(Bar {
                name: name.clone(),
                said,
                number: known,
                look: if nobody.is_some() { Look::Whole } else { Look::Part },
                figures,
            });
        }
        if fiction > 0 {
            let said = said::invitees(words, fiction, FigureKind::Demo, false);
            bars.push(Bar {
                name,
                said,
                number: fiction,
                look: Look::Fiction,
                figures: Vec::new(),
            });
        }
    }
    bars
}
