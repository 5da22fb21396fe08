//! The map to take along: pictures that carry title, legend and source, and the figures as CSV.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use shared::map::MapView;

use crate::support::{DESKTOP, Expected, Language, Page, csv, map_of, walk, words};

/// Keeps what the page would save.
const KEEP: &str = "window.saved = []; \
    HTMLAnchorElement.prototype.click = function () { window.saved.push([this.download, this.href]); }";
const SAVED: &str = "return window.saved.find(([name]) => name.endsWith(arguments[0])) ?? null";
const PARSED: &str = include_str!("picture.js");
const PIXELS: &str = include_str!("pixels.js");

/// Presses a button and returns the address of what the page saves then.
async fn saved(page: &Page, button: &str, name: &str) -> Value {
    page.press("button", button).await;
    let saved = page.until("nothing is saved", SAVED, &[json!(name)]).await;
    saved[1].clone()
}

async fn check_svg(page: &Page, language: Language) {
    let words = language.words();
    let address = saved(page, &words.t("map.save_svg"), ".svg").await;
    let picture = page.js(PARSED, &[address]).await;
    assert_eq!(picture["error"], Value::Null);
    assert_eq!(picture["root"], "svg");
    assert_eq!(
        picture["elsewhere"],
        Value::Null,
        "the picture needs nothing from elsewhere"
    );
    // Every country/region and the land that no code names.
    assert_eq!(picture["shapes"], 250);
    assert_eq!(picture["swatches"], 7, "every colour of the legend");
    let texts: Vec<String> = serde_json::from_value(picture["texts"].clone()).unwrap();
    let whole = texts.join("\n");
    for key in [
        "map.title",
        "map_layer.figures",
        "scope.high_school",
        "shade.none",
        "shade.zero",
        "club.name",
    ] {
        assert!(whole.contains(words.t(key).as_str()), "{key} is not in {texts:?}");
    }
    assert!(whole.contains("2017"), "the year is not in {texts:?}");
    if language == Language::English {
        check_sources(page, &whole).await;
    }
    for end in ["9", "99", "999", "9,999", "10,000"] {
        assert!(whole.contains(end), "{end} is not in {texts:?}");
    }
}

async fn check_sources(page: &Page, whole: &str) {
    let expected = page.expected(&MapView::from_query("scope=high_school&year=2017")).await;
    let sources = expected.sources();
    assert!(!sources.is_empty());
    for source in sources {
        assert!(whole.contains(&source), "{source} is not in {whole}");
    }
}

#[tokio::test]
async fn tiles_are_saved_as_tiles_with_their_numbers() {
    walk(DESKTOP, async |page: &Page| {
        page.before_every_page(KEEP).await;
        let view = MapView::from_query("form=tiles&scope=high_school&year=2017&illustration=false");
        page.visit_whole_map(&map_of(&view)).await;
        let expected = page.expected(&view).await;
        let address = saved(page, &words("map.save_svg"), ".svg").await;
        let picture = page.js(PARSED, &[address]).await;
        assert_eq!((&picture["error"], &picture["elsewhere"]), (&Value::Null, &Value::Null));
        assert_eq!(picture["shapes"], 0, "there is no map among the tiles");
        assert_eq!(
            picture["swatches"],
            249 + 7,
            "every tile and every colour of the legend"
        );
        let texts: Vec<String> = serde_json::from_value(picture["texts"].clone()).unwrap();
        let tiles = page.shown().await.tiles;
        for (code, (_, number, _)) in &tiles {
            let place = texts.iter().position(|text| text == code);
            let place = place.unwrap_or_else(|| panic!("{code} is not in {texts:?}"));
            assert_eq!(texts[place + 1], *number, "the number of {code}");
        }
        assert!(!expected.list.places.is_empty());
        check_sources(page, &texts.join("\n")).await;
    })
    .await;
}

#[tokio::test]
async fn the_map_is_saved_as_a_drawing_with_title_legend_and_source() {
    walk(DESKTOP, async |page: &Page| {
        page.before_every_page(KEEP).await;
        page.visit_whole_map("/map?scope=high_school&year=2017").await;
        check_svg(page, Language::English).await;
        page.prefer("dark", Language::Japanese).await;
        page.visit_whole_map("/map?scope=high_school&year=2017").await;
        check_svg(page, Language::Japanese).await;
    })
    .await;
}

#[tokio::test]
async fn the_map_is_saved_as_pixels_of_the_same_size() {
    walk(DESKTOP, async |page: &Page| {
        page.before_every_page(KEEP).await;
        page.visit_whole_map("/map?illustration=false").await;
        let drawing = saved(page, &words("map.save_svg"), ".svg").await;
        let drawing = page.js(PARSED, &[drawing]).await;
        let size = |place: usize| drawing["size"][place].as_str().unwrap().parse::<u32>().unwrap();
        let size = json!([size(0), size(1)]);
        let pixels = saved(page, &words("map.save_png"), ".png").await;
        let picture = page.driver.execute_async(PIXELS, vec![pixels]).await.unwrap();
        let picture = picture.json();
        assert_eq!(picture["signature"], "PNG", "{picture}");
        assert_eq!((&picture["size"], &picture["drawn"]), (&size, &size));
        let colours = picture["colours"].as_u64().unwrap();
        assert!(colours > 20, "the picture has {colours} colours");
    })
    .await;
}

/// Fetches a file with its type and the name that it is saved under.
const FETCH: &str = "const [address, done] = arguments; \
    fetch(address).then(async (answer) => done([answer.status, answer.headers.get('content-type'), \
        answer.headers.get('content-disposition'), await answer.text()]))";

/// Rows by code without names, sources and notes: years, scope, number, completeness, kind.
fn rows_of(expected: &Expected) -> BTreeMap<String, Vec<String>> {
    let (list, view) = (&expected.list, &expected.view);
    let places = list.places.iter().chain(&list.all);
    let row = |place: &shared::map::PlaceFigure| {
        let code = place.country.map_or("", shared::fields::CountryCode::code);
        let years = view.figures().years(expected.last);
        let completeness = if place.is_at_least { "at_least" } else { "whole" };
        let cells = [
            years.from.to_string(),
            years.to.to_string(),
            view.scope.code().into(),
            place.invitees.to_string(),
            completeness.into(),
            place.kind.code().into(),
        ];
        (code.to_owned(), cells.into())
    };
    places.map(row).collect()
}

#[tokio::test]
async fn the_csv_file_has_the_numbers_of_the_page() {
    walk(DESKTOP, async |page: &Page| {
        for view in super::choices(true) {
            page.visit_map(&map_of(&view)).await;
            page.go_to_numbers().await;
            let expected = page.expected(&view).await;
            let link = page.get("link", &words("map.save_csv")).await;
            let address = json!(link.attr("href").await.unwrap());
            let answer = page.driver.execute_async(FETCH, vec![address]).await.unwrap();
            let [status, kind, name, text] = answer.json().as_array().unwrap().as_slice() else {
                panic!("the file was not answered: {:?}", answer.json());
            };
            assert_eq!(status, 200);
            assert!(kind.as_str().unwrap().starts_with("text/csv"), "{kind}");
            assert!(name.as_str().unwrap().contains(".csv"), "{name}");
            let rows = csv::rows(text.as_str().unwrap());
            assert_eq!(rows[0][0], "country_code");
            let found: BTreeMap<String, Vec<String>> = rows[1..]
                .iter()
                .map(|row| (row[0].clone(), row[3..9].to_vec()))
                .collect();
            assert_eq!(found.len(), rows.len() - 1, "each place once");
            assert_eq!(found, rows_of(&expected), "{}", map_of(&view));
            let is_sourced = |row: &&Vec<String>| !row[1].is_empty() && !row[9].is_empty();
            assert!(
                rows[1..].iter().all(|row| is_sourced(&row)),
                "a row has no name or no source"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn members_are_not_in_the_file_of_published_figures() {
    walk(DESKTOP, async |page: &Page| {
        page.visit_whole_map("/map?layer=members").await;
        assert!(!page.has("link", &words("map.save_csv")).await);
        assert!(page.has("button", &words("map.save_svg")).await);
        let expected = page.expected(&MapView::from_query("layer=members")).await;
        page.until_shown(|shown| expected.check_shades(&shown)).await;
    })
    .await;
}

#[tokio::test]
async fn members_on_the_screen_have_a_file_and_pictures_of_their_own() {
    walk(DESKTOP, async |page: &Page| {
        page.before_every_page(KEEP).await;
        let view = MapView::from_query("layer=members&year=2019&scope=high_school");
        page.visit_whole_map(&map_of(&view)).await;
        let expected = page.expected(&view).await;
        page.until_shown(|shown| expected.check_shades(&shown)).await;
        let address = saved(page, &words("map.save_members"), ".csv").await;
        let text = "return decodeURIComponent(arguments[0].slice(arguments[0].indexOf(',') + 1))";
        let text = page.js(text, &[address]).await;
        let rows = csv::rows(text.as_str().unwrap());
        assert_eq!(rows[0].last().unwrap(), "members_rounded");
        let mut wanted = Vec::new();
        for entry in &expected.members.countries {
            let code = entry.country.code();
            let [year, name] = ["2019".to_owned(), page.name_of(code).await];
            let (scope, number) = ("high_school".to_owned(), entry.members.to_string());
            wanted.push(vec![code.to_owned(), name, year.clone(), year, scope, number]);
        }
        assert_eq!(rows[1..], wanted);
        let address = saved(page, &words("map.save_svg"), ".svg").await;
        let picture = page.js(PARSED, &[address]).await;
        let texts: Vec<String> = serde_json::from_value(picture["texts"].clone()).unwrap();
        let source = words("map.saved_members").replace("{club}", &words("club.name"));
        assert!(texts.contains(&source), "{texts:?}");
    })
    .await;
}
