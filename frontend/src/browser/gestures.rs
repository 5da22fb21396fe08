//! What a pointer does on a surface that can be moved and zoomed: mouse, pen and fingers alike, and the wheel with a
//! modifier. Lengths are parts of the surface's width, so that they mean the same after the window has changed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};

use super::pointing::is_mouse;
use super::timing::{self, Timeout};

/// A pointer that has moved less than so many pixels since it was pressed is still a tap.
const TAP: f64 = 8.0;
/// Milliseconds in which two taps are a double tap.
const DOUBLE: f64 = 350.0;
/// Milliseconds without a turn of the wheel that end a zoom.
const WHEEL_REST: u32 = 140;

/// A point or a distance on the surface.
pub type Place = (f64, f64);

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Gesture {
    /// The pointer stands somewhere, or nowhere any more.
    Pointed(Option<Hit>),
    /// A short press.
    Tapped(Hit),
    /// Two short presses in one place.
    DoubleTapped(Hit),
    /// Dragged by so much.
    Moved(Place),
    /// Pinched or wheeled around a point.
    Zoomed(f64, Place),
    /// The hand rests: time for what is too slow to be done in every frame.
    Settled,
}

/// Where a pointer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hit {
    /// On the surface.
    pub at: Place,
    /// One pixel.
    pub pixel: f64,
}

#[derive(Default)]
struct Hand {
    /// Fingers or the mouse: id and last place, in pixels.
    pressed: Vec<(i32, Place)>,
    travelled: f64,
    /// When and where the last tap was.
    tapped: Option<(f64, Place)>,
    on: Hit,
    rest: Option<Timeout>,
}

/// Listens as long as it is kept.
pub struct Gestures(#[expect(dead_code, reason = "dropping them ends the listening")] Vec<EventListener>);

impl Gestures {
    /// Calls back for everything that is done on a surface.
    pub fn on(surface: &Element, callback: impl Fn(Gesture) + 'static) -> Self {
        let callback: Rc<dyn Fn(Gesture)> = Rc::new(callback);
        let hand = Rc::new(RefCell::new(Hand::default()));
        let pointers = [
            "pointerdown",
            "pointermove",
            "pointerup",
            "pointercancel",
            "pointerleave",
        ];
        let mut listeners = Vec::new();
        for kind in pointers {
            let (surface, hand, callback) = (surface.clone(), Rc::clone(&hand), Rc::clone(&callback));
            listeners.push(EventListener::new(&surface.clone(), kind, move |event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    let done = hand.borrow_mut().follow(kind, event, &surface);
                    done.into_iter().for_each(|gesture| callback(gesture));
                }
            }));
        }
        let (at, hand) = (surface.clone(), Rc::clone(&hand));
        let options = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(
            surface,
            "wheel",
            options,
            move |event| {
                if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
                    wheeled(wheel, &at, &hand, &callback);
                }
            },
        ));
        Self(listeners)
    }
}

/// The wheel zooms with a modifier only: without one it scrolls the page, also over a map.
fn wheeled(wheel: &WheelEvent, surface: &Element, hand: &RefCell<Hand>, callback: &Rc<dyn Fn(Gesture)>) {
    if !(wheel.ctrl_key() || wheel.meta_key() || wheel.shift_key() || wheel.alt_key()) {
        return;
    }
    wheel.prevent_default();
    let at = hit(place(wheel), surface).at;
    // With shift some browsers turn the wheel sideways.
    let turned = if wheel.delta_y() == 0.0 {
        wheel.delta_x()
    } else {
        wheel.delta_y()
    };
    callback(Gesture::Zoomed((-turned.clamp(-120.0, 120.0) / 300.0).exp2(), at));
    let callback = Rc::clone(callback);
    let rest = timing::after(WHEEL_REST, move || callback(Gesture::Settled));
    hand.borrow_mut().rest = Some(rest);
}

/// Where an event happened on the surface, in pixels: it lies on top, so that nothing inside has events of its own.
fn place(event: &MouseEvent) -> Place {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}

/// How wide the surface is.
fn width(surface: &Element) -> f64 {
    f64::from(surface.client_width().max(1))
}

impl Hand {
    fn follow(&mut self, kind: &str, event: &PointerEvent, surface: &Element) -> Vec<Gesture> {
        let place = place(event);
        let id = event.pointer_id();
        match kind {
            "pointerdown" if event.button() == 0 => {
                let on = hit(place, surface);
                // A button that is let go outside the surface is let go all the same.
                drop(surface.set_pointer_capture(id));
                self.press(id, place, on)
            }
            "pointermove" if self.pressed.iter().any(|(known, _)| *known == id) => self.drag(id, place, surface),
            "pointermove" => vec![Gesture::Pointed(Some(hit(place, surface)))],
            "pointerup" => self.release(id, place, event.time_stamp()),
            "pointercancel" => {
                self.pressed.retain(|(known, _)| *known != id);
                vec![Gesture::Settled]
            }
            // A finger that is lifted leaves too, but what it touched stays shown.
            "pointerleave" if is_mouse(event) => vec![Gesture::Pointed(None)],
            _ => Vec::new(),
        }
    }

    fn press(&mut self, id: i32, place: Place, on: Hit) -> Vec<Gesture> {
        if self.pressed.is_empty() {
            self.travelled = 0.0;
            self.on = on;
        } else {
            // Two fingers are no tap, however still they are.
            self.travelled = TAP;
        }
        self.pressed.push((id, place));
        Vec::new()
    }

    fn drag(&mut self, id: i32, place: Place, surface: &Element) -> Vec<Gesture> {
        let before = spread(&self.pressed);
        if let Some((_, known)) = self.pressed.iter_mut().find(|(known, _)| *known == id) {
            self.travelled += (place.0 - known.0).abs() + (place.1 - known.1).abs();
            *known = place;
        }
        if self.travelled < TAP {
            return Vec::new();
        }
        let after = spread(&self.pressed);
        let width = width(surface);
        let mut done = vec![Gesture::Moved((
            (after.0.0 - before.0.0) / width,
            (after.0.1 - before.0.1) / width,
        ))];
        if self.pressed.len() > 1 && before.1 > 0.0 {
            let at = (after.0.0 / width, after.0.1 / width);
            done.push(Gesture::Zoomed(after.1 / before.1, at));
        }
        done
    }

    fn release(&mut self, id: i32, place: Place, now: f64) -> Vec<Gesture> {
        let count = self.pressed.len();
        self.pressed.retain(|(known, _)| *known != id);
        if self.pressed.len() == count {
            return Vec::new();
        }
        if self.travelled >= TAP || !self.pressed.is_empty() {
            return vec![Gesture::Settled];
        }
        let is_double = self.tapped.is_some_and(|(when, at)| {
            now - when < DOUBLE && (at.0 - place.0).abs() + (at.1 - place.1).abs() < 3.0 * TAP
        });
        self.tapped = (!is_double).then_some((now, place));
        if is_double {
            return vec![Gesture::DoubleTapped(self.on), Gesture::Settled];
        }
        vec![Gesture::Tapped(self.on)]
    }
}

/// The middle of the pressed points, and how far the first two are apart.
fn spread(pressed: &[(i32, Place)]) -> (Place, f64) {
    match pressed {
        [(_, one), (_, two), ..] => (
            ((one.0 + two.0) / 2.0, (one.1 + two.1) / 2.0),
            (one.0 - two.0).hypot(one.1 - two.1),
        ),
        [(_, one)] => (*one, 0.0),
        [] => ((0.0, 0.0), 0.0),
    }
}

fn hit(place: Place, surface: &Element) -> Hit {
    let width = width(surface);
    Hit {
        at: (place.0 / width, place.1 / width),
        pixel: width.recip(),
    }
}
