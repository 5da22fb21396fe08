//! Reads QR codes out of pictures, for browsers that cannot. A part of its own, fetched when a camera runs and nothing
//! else can read.

use quircs::Quirc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::browser::scanner::Decode;

/// What reads a picture.
#[wasm_split(decoder, fallible)]
pub(super) fn decoder() -> Result<Decode, SplitLoaderError> {
    Ok(decode)
}

/// The first code in a picture of so many points with red, green, blue and opacity.
fn decode(width: u32, height: u32, pixels: &[u8]) -> Option<String> {
    let (width, height) = (width as usize, height as usize);
    if pixels.len() != width * height * 4 || pixels.is_empty() {
        return None;
    }
    // How bright red, green and blue are to the eye, nearly: the sum of the weights is 256.
    let brightness = |point: &[u8]| {
        let sum = u32::from(point[0]) * 77 + u32::from(point[1]) * 150 + u32::from(point[2]) * 29;
        u8::try_from(sum >> 8).unwrap_or(u8::MAX)
    };
    let grey: Vec<u8> = pixels.chunks_exact(4).map(brightness).collect();
    let mut reader = Quirc::default();
    let mut codes = reader.identify(width, height, &grey);
    codes.find_map(|code| String::from_utf8(code.ok()?.decode().ok()?.payload).ok())
}

#[cfg(test)]
mod tests {
    use fast_qr::QRBuilder;

    use super::*;

    const SIDE: usize = 480;
    const ROUNDS: u32 = 60;

    /// A ticket's code as a camera sees it: so many points a module, turned by an angle, with dark and light of its own,
    /// and noise.
    fn seen(text: &str, module: f64, degrees: f64, dark: u8, light: u8, noise: u8) -> Vec<u8> {
        let code = QRBuilder::new(text).build().unwrap();
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let middle = SIDE as f64 / 2.0;
        let mut random = 1_u32;
        let mut pixels = Vec::with_capacity(SIDE * SIDE * 4);
        for place in 0..SIDE * SIDE {
            let (x, y) = ((place % SIDE) as f64 - middle, (place / SIDE) as f64 - middle);
            let [column, row] = [x * cosine + y * sine, y * cosine - x * sine]
                .map(|along| (along / module + code.size as f64 / 2.0).floor());
            let is_inside = [column, row].iter().all(|at| (0.0..code.size as f64).contains(at));
            let is_dark = is_inside && code[row as usize][column as usize].value();
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = u8::try_from((random >> 16) % (u32::from(noise) + 1)).unwrap();
            let grey = if is_dark {
                dark.saturating_add(grain)
            } else {
                light.saturating_sub(grain)
            };
            pixels.extend([grey, grey, grey, 255]);
        }
        pixels
    }

    fn read(pixels: &[u8]) -> Option<String> {
        decode(SIDE as u32, SIDE as u32, pixels)
    }

    #[test]
    fn a_ticket_is_read_straight_turned_small_and_in_bad_light() {
        for (module, degrees, dark, light, noise) in [
            (8.0, 0.0, 0, 255, 0),
            (5.0, 20.0, 20, 230, 30),
            (6.5, 135.0, 60, 170, 20),
            (3.0, 90.0, 0, 255, 10),
        ] {
            let pixels = seen("7K3QF0M2XZ", module, degrees, dark, light, noise);
            let said = format!("{module} points a module, {degrees}°, {dark} to {light}");
            assert_eq!(read(&pixels).as_deref(), Some("7K3QF0M2XZ"), "{said}");
        }
    }

    #[test]
    fn where_there_is_no_code_none_is_read() {
        assert_eq!(read(&vec![200; SIDE * SIDE * 4]), None);
        assert_eq!(read(&seen("7K3QF0M2XZ", 0.8, 0.0, 0, 255, 0)), None);
        assert_eq!(decode(640, 480, &[0; 16]), None);
        assert_eq!(decode(0, 0, &[]), None);
    }

    #[test]
    fn nothing_that_a_camera_sees_ends_the_page() {
        let mut random = 7_u32;
        let mut next = move || {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            random >> 16
        };
        for (width, height) in [(1, 1), (2, 9), (17, 3), (64, 48)] {
            let noise: Vec<u8> = (0..width * height * 4).map(|_| next() as u8).collect();
            drop(decode(width, height, &noise));
        }
        let whole = seen("7K3QF0M2XZ", 6.5, 33.0, 20, 230, 10);
        for _ in 0..ROUNDS {
            // Torn, smeared and half covered codes, of which nearly everything can still be found.
            let mut torn = whole.clone();
            for _ in 0..1 + next() % 40 {
                let (left, top) = (next() as usize % SIDE, next() as usize % SIDE);
                let (wide, high, grey) = (next() as usize % 40, next() as usize % 40, next() as u8);
                for y in top..(top + high).min(SIDE) {
                    let row = (y * SIDE + left) * 4..(y * SIDE + (left + wide).min(SIDE)) * 4;
                    torn[row].fill(grey);
                }
            }
            let read = read(&torn);
            assert!(read.as_deref().is_none_or(|text| text == "7K3QF0M2XZ"), "{read:?}");
        }
    }
}
