//! The tiles of a saved picture.

use super::super::atlas::{Atlas, Region};
use super::super::picture::Picture;
use super::super::said;
use super::super::shade::Shade;
use super::MARGIN;
use super::draw::{class, rect, text};
use crate::words::Words;

/// A tile with the room around it, and the heading of a part of the world.
const TILE: (i32, i32) = (86, 62);
const GAP: i32 = 6;
const HEADING: i32 = 36;
/// The fewest tiles that a heading has room above, and the most beside each other.
const BESIDE: (usize, usize) = (3, 7);

/// Parts of the world beside each other as far as there is room, and how high all of them are.
pub(super) fn tiles(words: &Words, picture: &Picture, atlas: &Atlas) -> (String, i32) {
    let (mut left, mut top, mut lowest) = (MARGIN, 0, 0);
    let mut drawn = String::new();
    for region in &atlas.regions {
        let beside = region.2.len().clamp(BESIDE.0, BESIDE.1);
        let size = (
            TILE.0 * beside as i32 + MARGIN,
            HEADING + TILE.1 * region.2.len().div_ceil(BESIDE.1) as i32 + GAP,
        );
        if left + size.0 > atlas.size.0 {
            (left, top) = (MARGIN, lowest);
        }
        drawn.push_str(&region_tiles(words, picture, region, (left, top)));
        left += size.0;
        lowest = lowest.max(top + size.1);
    }
    (drawn, lowest)
}

fn region_tiles(words: &Words, picture: &Picture, Region(_, subregion, countries): &Region, at: (i32, i32)) -> String {
    let mut drawn = text((at.0, at.1 + HEADING - 12), 18, "", &words.region_of_world(subregion));
    for (place, country) in countries.iter().enumerate() {
        let left = at.0 + TILE.0 * (place % BESIDE.1) as i32;
        let top = at.1 + HEADING + TILE.1 * (place / BESIDE.1) as i32;
        let shade = picture.shade(*country);
        drawn.push_str(&rect(class(shade).0, (left, top), (TILE.0 - GAP, TILE.1 - GAP)));
        let ink = match shade {
            Shade::Step(4 | 5) => "w",
            Shade::Fiction(_) => "o",
            _ => "",
        };
        let number = said::short(words, picture, *country);
        drawn.push_str(&text((left + 8, top + 25), 20, ink, country.code()));
        drawn.push_str(&text((left + 8, top + 47), 17, ink, &number));
    }
    drawn
}
