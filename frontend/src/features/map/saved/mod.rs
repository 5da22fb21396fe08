//! The present view as a picture of its own: map or tiles with title, legend and sources, outside the page's style
//! sheets and therefore in the colours of the light theme.

mod draw;
mod tiles;

use shared::map::{FigureKind, FigureList, MapForm, MapLayer, MapView, PlaceFigure};
use shared::words::Text;

use self::draw::{class, rect, shape, text};
use self::tiles::tiles;
use super::atlas::Atlas;
use super::legend::{Entry, entries, label};
use super::picture::Picture;
use super::shapes::spot;
use super::{said, sources};
use crate::words::Words;

/// Units of the text above and below the drawing, and beside it.
const HEAD: i32 = 130;
const FOOT: i32 = 150;
const MARGIN: i32 = 40;
/// The frame: its styles and its patterns.
const FRAME: &str = include_str!("../../../../templates/saved_map.svg");

/// The view as the text of an SVG document, and its size.
pub(super) fn svg(
    words: &Words,
    view: &MapView,
    picture: &Picture,
    list: &FigureList,
    atlas: &Atlas,
) -> (String, (i32, i32)) {
    let width = atlas.size.0;
    let (drawing, height) = match view.form {
        MapForm::World => (world(picture, atlas), atlas.size.1),
        MapForm::Tiles => tiles(words, picture, atlas),
    };
    let whole = height + HEAD + FOOT;
    let choice = said::choice(words, view.scope, picture.years);
    let mut told = vec![words.t(view.layer.key()), choice];
    if view.layer == MapLayer::Figures && PlaceFigure::least_sure(&picture.places) == FigureKind::Plan {
        told.push(words.t(FigureKind::Plan.key()));
    }
    let texts = [
        text((MARGIN, 60), 40, "", &words.t("map.title")),
        text((MARGIN, 104), 26, "", &words.list(told)),
        legend(words, picture, HEAD + height + 50),
        source_line(words, picture, list, (width, whole - 30)),
    ];
    let parts = [
        ("{width}", width.to_string()),
        ("{height}", whole.to_string()),
        ("{top}", HEAD.to_string()),
        ("{texts}", texts.concat()),
        ("{shapes}", drawing),
    ];
    let svg = parts
        .iter()
        .fold(FRAME.to_owned(), |svg, (name, part)| svg.replace(name, part));
    (svg, (width, whole))
}

/// Who says so, as small as it must be to fit into one line; `end` is the right end of the line.
fn source_line(words: &Words, picture: &Picture, list: &FigureList, end: (i32, i32)) -> String {
    let text_of = |key: &'static str| Text::new(key).with("club", words.t("club.name"));
    let said = if picture.layer == MapLayer::Members {
        words.say(&text_of("map.saved_members"))
    } else {
        let names = sources::names(words, sources::added(picture, list));
        if names.is_empty() {
            words.t("club.name")
        } else {
            words.say(&text_of("map.saved_source").with("sources", names))
        }
    };
    // Letters of Latin are about half as wide as they are high, others as wide.
    let halves: i32 = said.chars().map(|letter| if letter.is_ascii() { 11 } else { 20 }).sum();
    let size = ((end.0 - 2 * MARGIN) * 20 / halves.max(1)).clamp(10, 22);
    text((MARGIN, end.1), size, "", &said)
}

fn world(picture: &Picture, atlas: &Atlas) -> String {
    let mut shapes = shape("l none", "1", &atlas.other);
    for land in &atlas.lands {
        let (name, strength) = class(picture.shade(land.country));
        shapes.push_str(&if land.is_dot {
            shape(&["d", name].join(" "), strength, &spot(land.at))
        } else {
            shape(&["l", name].join(" "), "1", &land.path)
        });
    }
    shapes
}

/// The colours and what they mean, from left to right.
fn legend(words: &Words, picture: &Picture, top: i32) -> String {
    let mut left = MARGIN;
    let mut drawn = String::new();
    for entry in entries(picture.layer, picture.has_fiction()) {
        let Entry::Shade(shade) = entry else {
            drawn.push_str(&text((MARGIN, top + 40), 22, "", &words.t("map.saved_fiction")));
            continue;
        };
        drawn.push_str(&rect(class(shade).0, (left, top - 22), (28, 28)));
        drawn.push_str(&text((left + 38, top), 22, "", &label(words, picture.layer, entry)));
        left += 275;
    }
    drawn
}

#[cfg(test)]
mod tests {
    use shared::words::Catalogue;

    use super::*;

    /// English, with the sentences of this part.
    fn words() -> Words {
        let own = Catalogue::parse(include_str!("../../../../locales/numbers/en.json")).unwrap();
        Words::default().with_later(own.into())
    }

    fn saved(view: &MapView) -> (String, (i32, i32)) {
        let atlas = Atlas::parse(include_str!("../../../../map/world.txt")).unwrap();
        let picture = Picture::of(view, &[], None, None);
        let list = FigureList {
            figures: Vec::new(),
            places: Vec::new(),
            sum: 0,
            all: None,
        };
        svg(&words(), view, &picture, &list, &atlas)
    }

    fn check_words(svg: &str, keys: &[&'static str]) {
        for key in keys {
            assert!(svg.contains(words().t(key).as_str()), "{key}");
        }
        let is_filled = |name: &&str| !svg.contains(*name);
        assert!(
            ["{width}", "{height}", "{top}", "{texts}", "{shapes}"]
                .iter()
                .all(is_filled)
        );
    }

    #[test]
    fn the_saved_picture_has_title_legend_source_and_every_country() {
        let (svg, size) = saved(&MapView::default());
        assert_eq!(size, (2000, 1300));
        assert_eq!(svg.matches("<path class").count(), 250);
        assert_eq!(svg.matches("<rect class").count(), 7);
        check_words(&svg, &["map.title", "club.name", "shade.none"]);
    }

    #[test]
    fn saved_tiles_are_every_country_once_and_stay_inside_the_picture() {
        let view = MapView {
            form: MapForm::Tiles,
            ..MapView::default()
        };
        let (svg, (width, height)) = saved(&view);
        assert_eq!(svg.matches("<rect class").count(), 249 + 7);
        check_words(&svg, &["map.title", "club.name", "shade.none"]);
        let number = |tile: &str, name: &str| -> i32 {
            let value = tile.split(&[name, "='"].concat()).nth(1).unwrap();
            value.split('\'').next().unwrap().parse().unwrap()
        };
        let mut places: Vec<(i32, i32)> = Vec::new();
        for tile in svg.split("<rect class=").skip(1).take(249) {
            let (left, top) = (number(tile, "x"), number(tile, "y"));
            assert!(left >= 0 && left + number(tile, " width") <= width, "{tile:.80}");
            assert!(top >= 0 && top + number(tile, " height") + HEAD <= height, "{tile:.80}");
            places.push((left, top));
        }
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), 249, "no tile on another one");
    }

    #[test]
    fn a_picture_of_members_does_not_claim_published_sources() {
        let view = MapView {
            layer: MapLayer::Members,
            ..MapView::default()
        };
        let said = words().t("map.saved_members");
        let said = said.as_str().replace("{club}", "");
        let (svg, _) = saved(&view);
        assert!(svg.contains(said.trim_start_matches(['.', ' '])), "{said}");
    }
}
