//! The shapes of the world, decoded from `frontend/map/world.txt` (made by `cargo xtask data`, whose script
//! `frontend/tools/world/format.mjs` describes the form): lines that neighbours share, joined to outlines.

use shared::fields::CountryCode;
use yew::AttrValue;

use super::land::Land;
use super::outlines::{Point, lines, numbers, outlines, path};

/// A part of the world (UN M.49) with its countries/regions in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region(pub String, pub String, pub Vec<CountryCode>);

/// The whole world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atlas {
    /// Width and height in units.
    pub size: Point,
    /// Countries/regions in the order of the regions: the order of the keyboard.
    pub lands: Vec<Land>,
    /// Land that no code of ISO 3166-1 names.
    pub other: AttrValue,
    /// The regions in reading order.
    pub regions: Vec<Region>,
}

impl Atlas {
    /// Reads the file; nothing when it is not of that form.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rows = text.lines();
        let size = numbers(rows.next()?);
        let lines = lines(rows.next()?);
        let mut atlas = Self {
            size: (*size.first()?, *size.get(1)?),
            lands: Vec::new(),
            other: AttrValue::default(),
            regions: Vec::new(),
        };
        for row in rows {
            if let Some(region) = row.strip_prefix('=') {
                let (region, subregion) = region.split_once(' ')?;
                atlas.regions.push(Region(region.into(), subregion.into(), Vec::new()));
            } else if let Some(rings) = row.strip_prefix('-') {
                atlas.other = path(&outlines(rings, &lines));
            } else {
                let land = Land::parse(row, &lines)?;
                atlas.regions.last_mut()?.2.push(land.country);
                atlas.lands.push(land);
            }
        }
        Some(atlas)
    }

    /// The `viewBox` of a drawing of the whole world.
    pub(super) fn view_box(&self) -> AttrValue {
        let (width, height) = (self.size.0.to_string(), self.size.1.to_string());
        AttrValue::from(["0", "0", &width, &height].join(" "))
    }

    /// The country/region that follows another in reading order, going round.
    pub fn after(&self, country: Option<CountryCode>, step: isize) -> Option<CountryCode> {
        let count = isize::try_from(self.lands.len()).ok()?;
        let here = self.lands.iter().position(|land| Some(land.country) == country);
        let next = match here.and_then(|place| isize::try_from(place).ok()) {
            Some(place) => (place + step).rem_euclid(count.max(1)),
            None if step > 0 => 0,
            None => count - 1,
        };
        let land = self.lands.get(usize::try_from(next).ok()?)?;
        Some(land.country)
    }

    /// The country/region at a point. What is drawn smaller than a dot has the ground around its own point, as far as
    /// `reach`; where several have a claim, also the land under the point, it is the one whose own point is nearest.
    pub(super) fn country_at(&self, point: (f64, f64), reach: f64) -> Option<CountryCode> {
        let under = || {
            let of_kind = |is_dot: bool| self.lands.iter().filter(move |land| land.is_dot == is_dot);
            let mut lands = of_kind(true).chain(of_kind(false));
            lands.find(|land| land.contains(point))
        };
        let small = self.lands.iter().filter(|land| land.is_small(reach));
        let near = small.filter(|land| land.distance(point) <= reach);
        let claims = near.chain(under());
        let nearest = claims.min_by(|one, other| one.distance(point).total_cmp(&other.distance(point)));
        nearest.map(|land| land.country)
    }

    /// One country/region.
    pub fn land(&self, country: CountryCode) -> Option<&Land> {
        self.lands.iter().find(|land| land.country == country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORLD: &str = include_str!("../../../map/world.txt");
    /// Two squares side by side and a point. Lines: the border, the rest of the left one, the rest of the right one.
    const SQUARES: &str =
        "40 20\nP FUZ ZKF\tZPFUPFU\tZPPPPZ\n=142 030\nJP 5 5 0 0\nKR 15 5 0 1\n=009 057\n.PW 30 5\n-\n";

    #[test]
    fn neighbours_share_their_border() {
        let atlas = Atlas::parse(SQUARES).unwrap();
        let path = |code: &str| atlas.land(code.parse().unwrap()).unwrap().path.clone();
        assert_eq!(path("JP"), "M10 0l0 10l-10 0l0 -10z");
        assert_eq!(path("KR"), "M10 0l0 10l10 0l0 -10z");
        assert_eq!(path("PW"), "");
        assert_eq!(atlas.land("PW".parse().unwrap()).unwrap().bounds, ((30, 5), (30, 5)));
    }

    #[test]
    fn a_point_belongs_to_the_land_around_it_and_near_a_dot_to_the_dot() {
        let atlas = Atlas::parse(SQUARES).unwrap();
        let at = |x: f64, y: f64| atlas.country_at((x, y), 3.0).map(CountryCode::code);
        assert_eq!((at(5.0, 5.0), at(15.0, 5.0)), (Some("JP"), Some("KR")));
        // On the border that both share, one of them.
        assert_eq!(at(10.0, 5.0), Some("KR"));
        assert_eq!((at(32.0, 5.0), at(34.0, 5.0)), (Some("PW"), None));
        assert_eq!(at(5.0, 11.0), None);
    }

    /// What is touched so many pixels from the own point of a land, on a frame of a width in pixels.
    fn touched(atlas: &Atlas, width: f64, land: &Land, (x, y): (f64, f64)) -> Option<CountryCode> {
        let pixel = f64::from(atlas.size.0) / width;
        let point = (f64::from(land.at.0) + x * pixel, f64::from(land.at.1) + y * pixel);
        atlas.country_at(point, 12.0 * pixel)
    }

    #[test]
    fn everybody_is_touched_at_the_own_point_at_every_size() {
        let atlas = Atlas::parse(WORLD).unwrap();
        for width in [320.0, 390.0, 820.0, 1_100.0] {
            for land in &atlas.lands {
                let found = touched(&atlas, width, land, (0.0, 0.0));
                assert_eq!(found, Some(land.country), "{width}: {land:?}");
            }
        }
    }

    #[test]
    fn a_dot_with_nothing_near_has_24_pixels() {
        let atlas = Atlas::parse(WORLD).unwrap();
        let palau = atlas.land("PW".parse().unwrap()).unwrap();
        let at = |x: f64, y: f64| touched(&atlas, 820.0, palau, (x, y)) == Some(palau.country);
        assert!(at(11.9, 0.0) && at(-8.0, 8.0) && at(0.0, -11.9) && !at(-12.1, 0.0));
    }

    #[test]
    fn the_keyboard_goes_round_in_reading_order() {
        let atlas = Atlas::parse(SQUARES).unwrap();
        let code = |code: &str| code.parse().ok();
        assert_eq!(atlas.after(None, 1), code("JP"));
        assert_eq!(atlas.after(code("JP"), 1), code("KR"));
        assert_eq!(atlas.after(code("JP"), -1), code("PW"));
        assert_eq!(atlas.after(code("PW"), 1), code("JP"));
    }

    #[test]
    fn the_real_world_has_everybody_and_no_streaks() {
        let atlas = Atlas::parse(WORLD).unwrap();
        assert_eq!(atlas.lands.len(), shared::fields::COUNTRIES.len());
        for land in &atlas.lands {
            let ((left, top), (right, bottom)) = land.bounds;
            assert!(
                left >= 0 && top >= 0 && right <= atlas.size.0 && bottom <= atlas.size.1,
                "{land:?}"
            );
            assert!(land.is_dot || !land.path.is_empty(), "{land:?}");
        }
    }

    #[test]
    fn everybody_is_found_at_the_own_point() {
        let atlas = Atlas::parse(WORLD).unwrap();
        for land in &atlas.lands {
            let point = (f64::from(land.at.0), f64::from(land.at.1));
            assert_eq!(atlas.country_at(point, 0.0), Some(land.country), "{land:?}");
        }
    }
}
