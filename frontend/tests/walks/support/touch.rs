//! Fingers, as the browser itself would report them.

use serde_json::{Value, json};

use super::Page;

/// A point in the window.
pub(crate) type Point = (f64, f64);

/// Reports between the beginning and the end of a movement.
const STEPS: u32 = 12;

impl Page {
    async fn touch(&self, kind: &str, fingers: &[Point]) {
        let touch = json!({ "type": kind, "touchPoints": touch_points(fingers) });
        self.cdp("Input.dispatchTouchEvent", touch).await;
    }

    /// Touches a point for a moment.
    pub(crate) async fn tap(&self, point: Point) {
        self.touch("touchStart", &[point]).await;
        self.touch("touchEnd", &[]).await;
    }

    /// Taps with one finger twice, a tenth of a second apart, however long the events take to get there.
    pub(crate) async fn tap_twice(&self, point: Point) {
        let now = self.moment().await;
        for at in [now, now + 0.1] {
            for (kind, fingers) in [("touchStart", &[point][..]), ("touchEnd", &[])] {
                let event = json!({ "type": kind, "touchPoints": touch_points(fingers), "timestamp": at });
                self.cdp("Input.dispatchTouchEvent", event).await;
            }
        }
    }

    /// The browser's time in seconds, for events that tell when they happened.
    pub(crate) async fn moment(&self) -> f64 {
        self.js("return Date.now() / 1000", &[]).await.as_f64().unwrap()
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

fn touch_points(fingers: &[Point]) -> Vec<Value> {
    let point = |(id, (x, y)): (usize, &Point)| json!({ "x": x, "y": y, "id": id });
    fingers.iter().enumerate().map(point).collect()
}
