//! What part of the map is seen: pure arithmetic of panning and zooming, in CSS pixels of the frame.

use super::outlines::Point;

/// Nearest view.
pub(super) const CLOSEST: f64 = 16.0;

/// The map's place in its frame: a point `p` of the unzoomed map is seen at `p * scale + (x, y)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Viewport {
    /// How many times larger than the whole map in its frame.
    pub scale: f64,
    /// Shift to the right; never positive, because the map always fills its frame.
    pub x: f64,
    /// Shift downwards; never positive.
    pub y: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self {
            scale: 1.0,
            x: 0.0,
            y: 0.0,
        }
    }
}

impl Viewport {
    /// Zooms so that what is seen at `point` stays there.
    #[must_use]
    pub(super) fn zoomed(self, factor: f64, point: (f64, f64), frame: (f64, f64)) -> Self {
        let scale = (self.scale * factor).clamp(1.0, CLOSEST);
        let factor = scale / self.scale;
        Self {
            scale,
            x: point.0 - (point.0 - self.x) * factor,
            y: point.1 - (point.1 - self.y) * factor,
        }
        .within(frame)
    }

    /// Moves by so many pixels, as far as there is map.
    #[must_use]
    pub(super) fn moved(self, by: (f64, f64), frame: (f64, f64)) -> Self {
        Self {
            x: self.x + by.0,
            y: self.y + by.1,
            ..self
        }
        .within(frame)
    }

    /// Shows a box of the map, given in its units, with room around it.
    #[must_use]
    pub(super) fn showing(bounds: (Point, Point), size: Point, frame: (f64, f64)) -> Self {
        let unit = frame.0 / f64::from(size.0.max(1));
        let (low, high) = bounds;
        let width = f64::from(high.0 - low.0).max(1.0) * unit;
        let height = f64::from(high.1 - low.1).max(1.0) * unit;
        let scale = (frame.0 / width).min(frame.1 / height) * 0.6;
        let scale = scale.clamp(1.0, CLOSEST * 0.6);
        let middle = (
            f64::from(low.0 + high.0) * unit / 2.0,
            f64::from(low.1 + high.1) * unit / 2.0,
        );
        Self {
            scale,
            x: frame.0 / 2.0 - middle.0 * scale,
            y: frame.1 / 2.0 - middle.1 * scale,
        }
        .within(frame)
    }

    /// Moves as little as needed to have a point of the map, given in its units, well inside the frame.
    #[must_use]
    pub(super) fn with_in_sight(self, point: Point, size: Point, frame: (f64, f64)) -> Self {
        let unit = frame.0 / f64::from(size.0.max(1));
        let into = |seen: f64, length: f64| seen.clamp(length * 0.1, length * 0.9) - seen;
        let seen = (
            f64::from(point.0) * unit * self.scale + self.x,
            f64::from(point.1) * unit * self.scale + self.y,
        );
        self.moved((into(seen.0, frame.0), into(seen.1, frame.1)), frame)
    }

    fn within(self, frame: (f64, f64)) -> Self {
        let hold = |shift: f64, length: f64| shift.clamp(length - length * self.scale, 0.0);
        Self {
            x: hold(self.x, frame.0),
            y: hold(self.y, frame.1),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: (f64, f64) = (800.0, 400.0);
    const SIZE: Point = (2000, 1000);

    fn fills(view: Viewport) -> bool {
        let covers = |shift: f64, length: f64| shift <= 1e-6 && shift + length * view.scale >= length - 1e-6;
        covers(view.x, FRAME.0) && covers(view.y, FRAME.1) && (1.0..=CLOSEST).contains(&view.scale)
    }

    #[test]
    fn whatever_is_done_the_map_fills_its_frame() {
        let mut view = Viewport::default();
        // A fixed walk through all moves with growing and alternating amounts.
        for step in 0..400 {
            let amount = f64::from(step % 37) * 11.0 - 150.0;
            view = match step % 4 {
                0 => view.zoomed(1.0 + f64::from(step % 5) * 0.3, (amount + 200.0, 100.0), FRAME),
                1 => view.moved((amount, -amount * 2.0), FRAME),
                2 => view.zoomed(0.8, (10.0, 390.0), FRAME),
                _ => view.with_in_sight((step * 5 % 2000, step * 7 % 1000), SIZE, FRAME),
            };
            assert!(fills(view), "{step}: {view:?}");
        }
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let view = Viewport::default().zoomed(4.0, (400.0, 200.0), FRAME);
        let before = ((300.0 - view.x) / view.scale, (150.0 - view.y) / view.scale);
        let nearer = view.zoomed(1.5, (300.0, 150.0), FRAME);
        let after = ((300.0 - nearer.x) / nearer.scale, (150.0 - nearer.y) / nearer.scale);
        assert!((before.0 - after.0).abs() < 1e-9 && (before.1 - after.1).abs() < 1e-9);
    }

    #[test]
    fn a_country_is_shown_in_the_middle_and_a_point_not_nearer_than_allowed() {
        let view = Viewport::showing(((900, 400), (1100, 600)), SIZE, FRAME);
        assert!((1000.0 * 0.4 * view.scale + view.x - 400.0).abs() < 1e-6);
        let dot = Viewport::showing(((1000, 500), (1000, 500)), SIZE, FRAME);
        assert!(dot.scale < CLOSEST && fills(dot));
    }
}
