//! Taking the map along: the present view as SVG and PNG with title, legend and source, the numbers as CSV.

use std::rc::Rc;

use shared::map::{MapLayer, MapView};
use shared::words::Text;
use yew::{Callback, Html, html};

use super::atlas::Atlas;
use super::legend::{Entry, entries, label};
use super::picture::Picture;
use super::said;
use super::shade::Shade;
use super::shapes::spot;
use crate::browser::{save, spawn};
use crate::ui::{IconName, press_button};
use crate::words::Words;

/// Units of the text above and below the map.
const HEAD: i32 = 130;
const FOOT: i32 = 150;

/// The buttons.
pub(super) fn downloads(words: &Words, view: &MapView, picture: &Rc<Picture>, atlas: Option<&Rc<Atlas>>) -> Html {
    let query = shared::api::to_query(&view.figures()).unwrap_or_default();
    let csv = ["/api/map/figures.csv?", &query].concat();
    let image = |atlas: &Rc<Atlas>, kind: save::Kind, key: &'static str| {
        let drawn = (words.clone(), view.clone(), Rc::clone(picture), Rc::clone(atlas));
        let on_press = Callback::from(move |()| {
            let (words, view, picture, atlas) = &drawn;
            let (svg, size) = svg(words, view, picture, atlas);
            spawn(async move { save::image(&svg, size, "sakura-science-map", kind).await });
        });
        press_button(words.t(key), Some(IconName::Download), &on_press)
    };
    html! {
        <section class="downloads" aria-label={words.t("map.downloads")}>
            if let Some(atlas) = atlas {
                { image(atlas, save::Kind::Svg, "map.save_svg") }
                { image(atlas, save::Kind::Png, "map.save_png") }
            }
            if view.layer == MapLayer::Figures {
                <a class="button" href={csv} download="sakura-science-figures.csv">{ words.t("map.save_csv") }</a>
            }
        </section>
    }
}

/// The frame of the saved picture, which stands outside the page's style sheets: the colours of the light theme.
const FRAME: &str = include_str!("../../../templates/saved_map.svg");

/// The class of a shade in the saved picture, and how strong its dots are.
fn class(shade: Shade) -> (&'static str, &'static str) {
    let step = |names: [&'static str; 5], step: u8| names.get(usize::from(step) - 1).copied().unwrap_or(names[4]);
    match shade {
        Shade::Nothing => ("none", "1"),
        Shade::Zero => ("zero", "1"),
        Shade::Step(number) => (step(["s1", "s2", "s3", "s4", "s5"], number), "1"),
        Shade::Fiction(number) => (step(["f1", "f2", "f3", "f4", "f5"], number), ".5"),
    }
}

/// The view as a picture of its own, and its size.
fn svg(words: &Words, view: &MapView, picture: &Picture, atlas: &Atlas) -> (String, (i32, i32)) {
    let (width, height) = atlas.size;
    let whole = height + HEAD + FOOT;
    let mut shapes = shape("l none", "1", &atlas.other);
    for land in &atlas.lands {
        let (name, strength) = class(picture.shade(land.country));
        shapes.push_str(&if land.is_dot {
            shape(&["d", name].join(" "), strength, &spot(land.at))
        } else {
            shape(&["l", name].join(" "), "1", &land.path)
        });
    }
    let choice = said::choice(words, view.scope, picture.years);
    let sources = words.say(&Text::new("map.saved_source").with("club", words.t("club.name")));
    let texts = [
        text((40, 60), 40, &words.t("map.title")),
        text((40, 104), 26, &words.list([words.t(view.layer.key()), choice])),
        legend(words, picture, HEAD + height + 50),
        text((40, whole - 30), 22, &sources),
    ];
    let parts = [
        ("{width}", width.to_string()),
        ("{height}", whole.to_string()),
        ("{top}", HEAD.to_string()),
        ("{texts}", texts.concat()),
        ("{shapes}", shapes),
    ];
    let svg = parts
        .iter()
        .fold(FRAME.to_owned(), |svg, (name, part)| svg.replace(name, part));
    (svg, (width, whole))
}

fn shape(class: &str, opacity: &str, d: &str) -> String {
    element("path", &[("class", class), ("opacity", opacity), ("d", d)], "")
}

/// The colours and what they mean, from left to right.
fn legend(words: &Words, picture: &Picture, top: i32) -> String {
    let mut left = 40;
    let mut drawn = String::new();
    for entry in entries(picture.layer, picture.has_fiction()) {
        let Entry::Shade(shade) = entry else {
            drawn.push_str(&text((40, top + 40), 22, &words.t("map.saved_fiction")));
            continue;
        };
        let (x, y) = (left.to_string(), (top - 22).to_string());
        let place = [
            ("class", class(shade).0),
            ("x", &x),
            ("y", &y),
            ("width", "28"),
            ("height", "28"),
        ];
        drawn.push_str(&element("rect", &place, ""));
        drawn.push_str(&text((left + 38, top), 22, &label(words, picture.layer, entry)));
        left += 275;
    }
    drawn
}

fn text(at: (i32, i32), size: i32, said: &str) -> String {
    let (x, y, size) = (at.0.to_string(), at.1.to_string(), size.to_string());
    element("text", &[("x", &x), ("y", &y), ("font-size", &size)], said)
}

/// An element whose attributes hold no quotes; its content may hold anything.
fn element(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let mut element = ["<", name].concat();
    for (name, value) in attributes {
        element.push(' ');
        element.push_str(name);
        element.push_str("='");
        element.push_str(value);
        element.push('\'');
    }
    let content = content.replace('&', "&amp;").replace('<', "&lt;");
    [element.as_str(), ">", &content, "</", name, ">"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_out_of_the_saved_picture() {
        assert_eq!(
            text((1, 2), 3, "a<b&c"),
            "<text x='1' y='2' font-size='3'>a&lt;b&amp;c</text>"
        );
    }

    #[test]
    fn the_saved_picture_has_title_legend_source_and_every_country() {
        let atlas = Atlas::parse(include_str!("../../../map/world.txt")).unwrap();
        let picture = Picture::of(&MapView::default(), &[], None, None);
        let words = Words::default();
        let (svg, size) = svg(&words, &MapView::default(), &picture, &atlas);
        assert_eq!(size, (2000, 1300));
        assert_eq!(svg.matches("<path class").count(), 250);
        assert_eq!(svg.matches("<rect class").count(), 7);
        for key in ["map.title", "club.name", "shade.none"] {
            assert!(svg.contains(words.t(key).as_str()), "{key}");
        }
        assert!(
            !["{width}", "{height}", "{top}", "{texts}", "{shapes}"]
                .iter()
                .any(|name| svg.contains(name))
        );
    }
}
