//! One country/region on the map: where it is, and what of the ground is its own.

use shared::fields::CountryCode;
use yew::AttrValue;

use super::outlines::{Point, outlines, path};

/// The width of a dot in reaches of a finger, which are twelve pixels.
const DOT: f64 = 8.0 / 12.0;

/// One country/region as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Land {
    /// Which.
    pub country: CountryCode,
    /// Its outline as the text of an SVG path; empty when it is too small for one.
    pub path: AttrValue,
    /// The same as points.
    rings: Vec<Vec<Point>>,
    /// A point in its largest part.
    pub at: Point,
    /// Whether it is so small that it is drawn as a dot.
    pub is_dot: bool,
    /// Left, top, right and bottom of its outline; its point alone when it has none.
    pub bounds: (Point, Point),
}

impl Land {
    pub(super) fn parse(row: &str, lines: &[Vec<Point>]) -> Option<Self> {
        let mut words = row.splitn(4, ' ');
        let code = words.next()?;
        let at = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let rings = outlines(words.next().unwrap_or_default(), lines);
        Some(Self {
            country: code.trim_start_matches('.').parse().ok()?,
            path: path(&rings),
            at,
            is_dot: code.starts_with('.'),
            bounds: bounds(at, &rings),
            rings,
        })
    }

    /// Whether it is drawn as a dot, or smaller than one at a scale at which a finger reaches so far.
    pub(super) fn is_small(&self, reach: f64) -> bool {
        let ((left, top), (right, bottom)) = self.bounds;
        self.is_dot || f64::from((right - left).max(bottom - top)) < reach * DOT
    }

    /// How far its own point is from another.
    pub(super) fn distance(&self, point: (f64, f64)) -> f64 {
        (f64::from(self.at.0) - point.0).hypot(f64::from(self.at.1) - point.1)
    }

    /// Whether a point is inside, by the rule of even and odd: a line to its right crosses the outline an odd number of
    /// times. Of neighbours that share a border exactly one has a point on it.
    pub(super) fn contains(&self, (x, y): (f64, f64)) -> bool {
        let ((left, top), (right, bottom)) = self.bounds;
        if x < f64::from(left) || x > f64::from(right) || y < f64::from(top) || y > f64::from(bottom) {
            return false;
        }
        let is_crossed = |from: Point, to: Point| {
            let ((x1, y1), (x2, y2)) = (
                (f64::from(from.0), f64::from(from.1)),
                (f64::from(to.0), f64::from(to.1)),
            );
            (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        };
        let crossings = |ring: &Vec<Point>| {
            let next = ring.iter().cycle().skip(1);
            ring.iter()
                .zip(next)
                .filter(|(from, to)| is_crossed(**from, **to))
                .count()
        };
        self.rings.iter().map(crossings).sum::<usize>() % 2 == 1
    }
}

fn bounds(at: Point, rings: &[Vec<Point>]) -> (Point, Point) {
    // The point of a far-flung state may stand outside its largest island.
    rings.iter().flatten().fold((at, at), |(low, high), point| {
        (
            (low.0.min(point.0), low.1.min(point.1)),
            (high.0.max(point.0), high.1.max(point.1)),
        )
    })
}
