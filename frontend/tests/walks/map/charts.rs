//! The charts beside the table: every bar against the server's answer to the question that it stands for.

use std::collections::BTreeMap;

use shared::fields::{CountryCode, FiscalYear};
use shared::map::{FigureList, ListFigures, MapView, PlaceFigure, Scope};

use super::choices;
use crate::support::{Bar, DESKTOP, Expected, Language, Page, Shown, grouped, said, say, walk, words};

const COUNTRIES: &str = include_str!("../../../../backend/data/countries.csv");

/// What is known of all: the figure of all of them, or the sum of those known by name.
fn of_all(list: &FigureList) -> Option<PlaceFigure> {
    list.all.clone().or_else(|| {
        Some(PlaceFigure {
            country: None,
            invitees: list.sum,
            is_at_least: true,
            kind: list.places.iter().map(|place| place.kind).max()?,
            figures: Vec::new(),
        })
    })
}

/// Bars as long as their numbers, the longest a thousand.
fn bars(rows: Vec<(String, String, u32)>) -> Vec<Bar> {
    let most = rows.iter().map(|(.., number)| *number).max().unwrap_or(0).max(1);
    let length = |number: u32| u64::from(number) * 1_000 / u64::from(most);
    rows.into_iter()
        .map(|(name, said, number)| (name, said, length(number).to_string()))
        .collect()
}

async fn row(page: &Page, name: String, view: &MapView) -> (String, String, u32) {
    let known = of_all(&page.call::<ListFigures>((), &view.figures()).await);
    let number = known.as_ref().map_or(0, |known| known.invitees);
    (
        name,
        known.as_ref().map_or_else(|| words("map.not_found"), said),
        number,
    )
}

async fn by_year(page: &Page, expected: &Expected) -> Vec<Bar> {
    let mut rows = Vec::new();
    for year in FiscalYear::FIRST.get()..=expected.last.get() {
        let year = FiscalYear::try_from(year).unwrap();
        let view = MapView {
            year: Some(year),
            ..expected.view.clone()
        };
        rows.push(row(page, Language::English.words().year(year).to_string(), &view).await);
    }
    bars(rows)
}

async fn by_programme(page: &Page, expected: &Expected) -> Vec<Bar> {
    let mut rows = Vec::new();
    for scope in Scope::ALL {
        let view = MapView {
            scope: *scope,
            ..expected.view.clone()
        };
        rows.push(row(page, words(scope.key()), &view).await);
    }
    bars(rows)
}

/// The parts of the world have a bar for published figures and one of its own for fictional ones.
fn by_region(expected: &Expected) -> Vec<Bar> {
    let mut sums: BTreeMap<String, (Option<PlaceFigure>, u32)> = BTreeMap::new();
    for row in COUNTRIES.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let country: CountryCode = cells[0].parse().unwrap();
        let (known, fiction) = sums.entry(cells[3].into()).or_default();
        if let Some(place) = expected.place(country) {
            // A sum is as sure as the least sure of its parts: plans are said to be plans.
            let sum = known.get_or_insert_with(|| place.clone());
            sum.kind = sum.kind.max(place.kind);
            sum.invitees += if sum.country == place.country {
                0
            } else {
                place.invitees
            };
            sum.is_at_least = true;
        }
        *fiction += expected.fiction.get(&country).copied().unwrap_or(0);
    }
    let mut rows = Vec::new();
    for (region, (known, fiction)) in sums {
        let name = Language::English.words().region_of_world(&region).to_string();
        if expected.is_zero() {
            rows.push((name, grouped(0), 0));
            continue;
        }
        rows.extend(known.map(|known| (name.clone(), said(&known), known.invitees)));
        rows.push((name, say("map.fictional", fiction), fiction));
    }
    // Of what nothing is known nothing is drawn.
    rows.retain(|(.., number)| *number > 0 || expected.is_zero());
    bars(rows)
}

fn check(shown: &Shown, titles: [&'static str; 3], wanted: &[Vec<Bar>; 3]) -> Result<(), String> {
    for ((title, wanted), shown) in titles.into_iter().zip(wanted).zip(&shown.charts) {
        let (caption, mut bars) = shown.clone();
        let mut wanted = wanted.clone();
        if title == "map.by_region" {
            // In which order the regions stand is a matter of the drawing.
            wanted.sort();
            bars.sort();
        }
        if caption != words(title) || bars != wanted {
            return Err(format!("{caption} shows {bars:?} and not {wanted:?}"));
        }
    }
    let drawn = wanted.iter().filter(|bars| !bars.is_empty()).count();
    match shown.charts.len() {
        count if count == drawn => Ok(()),
        count => Err(format!("there are {count} charts and not {drawn}")),
    }
}

async fn check_charts(page: &Page, views: impl Iterator<Item = MapView>) {
    let titles = ["map.by_year", "map.by_programme", "map.by_region"];
    for view in views {
        let expected = page.visit_expected(&view).await;
        page.go_to_numbers().await;
        let wanted = [
            by_year(page, &expected).await,
            by_programme(page, &expected).await,
            by_region(&expected),
        ];
        page.until_shown(|shown| check(&shown, titles, &wanted)).await;
        let source = page.texts(".chart:first-child > .figure-source").await.concat();
        assert!(
            source.starts_with(&words("source.label")),
            "the years have the source {source:?}"
        );
    }
}

#[tokio::test]
async fn bars_are_as_long_as_the_servers_numbers() {
    walk(DESKTOP, async |page: &Page| check_charts(page, choices(false)).await).await;
}

#[tokio::test]
async fn fictional_bars_stand_for_themselves() {
    walk(DESKTOP, async |page: &Page| check_charts(page, choices(true)).await).await;
}
