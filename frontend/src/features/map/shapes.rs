//! The drawing itself: drawn once for an atlas, in the colours of that moment. Others are set on its elements afterwards
//! (`colours.rs`), because comparing 249 paths in every frame of a playing map would take longer than the frame. It is
//! one text, which the browser reads faster than Yew makes its elements one by one; everything in it is our own.

use yew::AttrValue;

use super::atlas::Atlas;
use super::land::Land;
use super::markup::element;
use super::outlines::Point;
use super::picture::Picture;

/// Hatching for where there is no figure, stripes for fictional ones: gradients that repeat. Patterns would be drawn anew
/// for every country/region that gets one.
const STRIPES: &str = include_str!("../../../templates/map_stripes.svg");

/// All land: areas, and dots for what is too small to be seen or touched. One element with a `data-code` for each
/// country/region, in the order of [`in_order`].
pub(super) fn land_drawing(atlas: &Atlas, picture: &Picture) -> AttrValue {
    let lands = in_order(&atlas.lands).map(|land| drawn(land, picture.shade(land.country).code()));
    let parts = [
        STRIPES.to_owned(),
        element("path", &[("class", "land land--other"), ("d", &atlas.other)], ""),
        lands.collect(),
        cover(&atlas.lands),
    ];
    let attributes = [("class", "world-land"), ("viewBox", &atlas.view_box())];
    AttrValue::from(element("svg", &attributes, &parts.concat()))
}

fn drawn(land: &Land, shade: &str) -> String {
    let class = ("class", if land.is_dot { "dot" } else { "land" });
    let (code, shade) = (("data-code", land.country.code()), ("data-shade", shade));
    if !land.is_dot {
        return element("path", &[class, code, shade, ("d", &land.path)], "");
    }
    let area = element("path", &[("class", "land"), ("d", &land.path)], "");
    let spot = element("path", &[("class", "dot-spot"), ("d", &spot(land.at))], "");
    element("g", &[class, code, shade], &[area, spot].concat())
}

/// Everything once more in two lines, hidden until all of it has one colour.
fn cover(lands: &[Land]) -> String {
    let areas: String = lands.iter().map(|land| land.path.as_str()).collect();
    let dots = lands.iter().filter(|land| land.is_dot);
    let dots: String = dots.map(|land| spot(land.at).to_string()).collect();
    let line = |class, line: &str| element("path", &[("class", class), ("d", line)], "");
    let lines = [line("cover-areas", &areas), line("cover-dots", &dots)];
    element("g", &[("class", "cover")], &lines.concat())
}

/// The order of drawing: dots after areas, which would hide them.
pub(super) fn in_order(lands: &[Land]) -> impl Iterator<Item = &Land> {
    let of_kind = |is_dot: bool| lands.iter().filter(move |land| land.is_dot == is_dot);
    of_kind(false).chain(of_kind(true))
}

/// A line of no length: with round ends and a width that does not grow with the map, it is a dot of constant size.
pub(super) fn spot(at: Point) -> AttrValue {
    AttrValue::from(["M", &at.0.to_string(), " ", &at.1.to_string(), "h0"].concat())
}

#[cfg(test)]
mod tests {
    use shared::map::MapView;

    use super::*;

    #[test]
    fn everybody_is_drawn_once_and_in_order() {
        let atlas = Atlas::parse(include_str!("../../../map/world.txt")).unwrap();
        let svg = land_drawing(&atlas, &Picture::of(&MapView::default(), &[], None, None));
        let codes = svg.split(" data-code='").skip(1).map(|rest| &rest[..2]);
        let expected: Vec<&str> = in_order(&atlas.lands).map(|land| land.country.code()).collect();
        assert_eq!(codes.collect::<Vec<_>>(), expected);
        assert_eq!(svg.matches(" data-shade='none'").count(), expected.len());
        assert_eq!(svg.matches("<stop ").count(), 6 * 4);
    }
}
