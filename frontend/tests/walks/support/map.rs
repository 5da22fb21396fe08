//! The map's page: going there, and reading everything that it shows.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use shared::map::MapView;

use super::{Page, wait};

const READ: &str = include_str!("map.js");
const NUMBERS: &str = "#map-numbers .figures-table";
/// How much larger than its frame the map is drawn, and where its upper left corner stands in the frame.
pub(crate) const PLACE: &str = "const inside = document.querySelector('.world-drawing').getBoundingClientRect(); \
    const frame = document.getElementById('world').getBoundingClientRect(); \
    return [inside.width / frame.width, inside.left - frame.left, inside.top - frame.top]";

/// Whether the card's title can be read without scrolling.
pub(crate) const CARD_SEEN: &str = "const title = document.querySelector('#map-card h2'); \
    const { top, bottom, left, right } = title.getBoundingClientRect(); \
    const found = document.elementFromPoint(left + 2, (top + bottom) / 2); \
    return top >= 0 && bottom <= innerHeight && right > left && Boolean(found?.closest('#map-card'))";

/// A shade, the number on the tile, and what is read aloud.
pub(crate) type Tile = (String, String, String);
/// Name, number in words and width of a bar.
pub(crate) type Bar = (String, String, String);

/// What the page shows.
#[derive(Debug, Deserialize)]
pub(crate) struct Shown {
    pub(crate) shades: BTreeMap<String, String>,
    pub(crate) tiles: BTreeMap<String, Tile>,
    pub(crate) caption: String,
    pub(crate) rows: BTreeMap<String, Vec<String>>,
    pub(crate) foot: Vec<Vec<String>>,
    pub(crate) charts: Vec<(String, Vec<Bar>)>,
    /// Badge, number, choice and members of the card.
    pub(crate) card: [String; 4],
}

/// The address of a view.
pub(crate) fn map_of(view: &MapView) -> String {
    match view.to_query() {
        query if query.is_empty() => "/map".into(),
        query => format!("/map?{query}"),
    }
}

impl Page {
    /// Opens the map's page and waits for the drawing.
    pub(crate) async fn visit_map(&self, address: &str) {
        self.visit(address).await;
        self.until_drawn().await;
    }

    /// Waits until there is a map or its tiles.
    pub(crate) async fn until_drawn(&self) {
        self.at("#world [data-code], .tile").await;
        self.until_quiet().await;
    }

    /// Scrolls to table and charts, which are fetched when they are needed, and waits for them.
    pub(crate) async fn go_to_numbers(&self) {
        self.at("#map-numbers").await;
        self.js("document.getElementById('map-numbers').scrollIntoView()", &[])
            .await;
        self.at(NUMBERS).await;
        self.until_quiet().await;
    }

    /// Opens the map's page with everything that stands on it; the top is in sight.
    pub(crate) async fn visit_whole_map(&self, address: &str) {
        self.visit_map(address).await;
        self.go_to_numbers().await;
        self.js("window.scrollTo(0, 0)", &[]).await;
    }

    /// Opens the map's page with table and charts in sight.
    pub(crate) async fn visit_map_numbers(&self, address: &str) {
        self.visit_map(address).await;
        self.go_to_numbers().await;
    }

    /// Opens the start page with its small map, which is fetched when the reader comes near.
    pub(crate) async fn visit_whole_home(&self) {
        self.visit("/").await;
        self.js("document.getElementById('home-map').scrollIntoView()", &[])
            .await;
        self.until_drawn().await;
        self.js("window.scrollTo(0, 0)", &[]).await;
    }

    /// What the page shows now.
    pub(crate) async fn shown(&self) -> Shown {
        serde_json::from_value(self.js(READ, &[]).await).unwrap()
    }

    /// Waits until something can be read from the page; says what was there instead if it never can.
    pub(crate) async fn until_shown<T>(&self, read: impl Fn(Shown) -> Result<T, String>) -> T {
        let found = wait::for_some(|| async { read(self.shown().await) });
        let found = found.await;
        self.good(found).await
    }

    /// Waits until the card tells of a country/region.
    pub(crate) async fn until_card_of(&self, code: &str) {
        self.at(&format!("#map-card h2 .place-flag[data-code={code}]")).await;
    }

    /// Scale and place of the drawing in its frame.
    pub(crate) async fn map_place(&self) -> [f64; 3] {
        serde_json::from_value(self.js(PLACE, &[]).await).unwrap()
    }

    /// Waits until the drawing is about so many times as wide as its frame.
    pub(crate) async fn until_scale(&self, scale: f64) {
        let script = "const [wanted] = arguments; \
            const width = (element) => element.getBoundingClientRect().width; \
            const scale = width(document.querySelector('.world-drawing')) / width(document.getElementById('world')); \
            return Math.abs(scale - wanted) < 0.02 * wanted";
        let otherwise = format!("the map is not drawn {scale} times as large as its frame");
        self.until(&otherwise, script, &[json!(scale)]).await;
    }

    /// The codes in the order of the keyboard: that of the file of the shapes.
    pub(crate) async fn map_codes(&self) -> Vec<String> {
        let rows = include_str!("../../../map/world.txt").lines().skip(2);
        let areas = rows.filter(|row| !row.starts_with(['=', '-']));
        areas
            .map(|row| row.trim_start_matches('.').chars().take(2).collect())
            .collect()
    }

    /// The name that the page has for a country/region in English.
    pub(crate) async fn name_of(&self, code: &str) -> String {
        let script = "return new Intl.DisplayNames(['en'], { type: 'region' }).of(arguments[0])";
        let Value::String(name) = self.js(script, &[json!(code)]).await else {
            panic!("{code} has no name");
        };
        name
    }
}
