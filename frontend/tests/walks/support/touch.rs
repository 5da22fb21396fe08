//! Fingers, as the browser itself would report them.

use serde_json::{Value, json};

use super::Page;

/// A point in the window.
pub(crate) type Point = (f64, f64);

/// Reports between the beginning and the end of a movement.
const STEPS: u32 = 12;

impl Page {
    async fn touch(&self, kind: &str, fingers: &[Point]) {
        let points: Vec<Value> = fingers
            .iter()
            .enumerate()
            .map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id }))
            .collect();
        let touch = json!({ "type": kind, "touchPoints": points });
        self.cdp("Input.dispatchTouchEvent", touch).await;
    }

    /// Touches a point for a moment.
    pub(crate) async fn tap(&self, point: Point) {
        self.touch("touchStart", &[point]).await;
        self.touch("touchEnd", &[]).await;
    }

    /// Moves fingers from one place to another.
    pub(crate) async fn drag(&self, fingers: &[(Point, Point)]) {
        let at = |step: u32| -> Vec<Point> {
            let part = f64::from(step) / f64::from(STEPS);
            let between = |from: f64, to: f64| from + (to - from) * part;
            let place = |(from, to): &(Point, Point)| (between(from.0, to.0), between(from.1, to.1));
            fingers.iter().map(place).collect()
        };
        self.touch("touchStart", &at(0)).await;
        for step in 1..=STEPS {
            self.touch("touchMove", &at(step)).await;
        }
        self.touch("touchEnd", &[]).await;
    }
}
