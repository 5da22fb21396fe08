//! Randomness for names that nobody else gives.

use js_sys::Math;

/// A key that no other request has: 24 letters and digits.
pub fn key() -> String {
    // Not a secret: that two keys of one member differ is all that matters.
    let signs = b"abcdefghijklmnopqrstuvwxyz0123456789";
    (0..24)
        .map(|_| char::from(signs[(Math::random() * 36.0) as usize % 36]))
        .collect()
}
