//! A country/region: its flag for the eye, its name for everybody.

use shared::fields::CountryCode;
use yew::{Html, html};

use crate::words::Words;

/// Flag and name.
pub fn place(words: &Words, country: CountryCode) -> Html {
    html! {
        <span class="place">
            <span class="place-flag" data-code={country.code()} aria-hidden="true">{ flag(country) }</span>
            <span class="place-name">{ words.region(country) }</span>
        </span>
    }
}

/// The flag as two regional indicator letters.
fn flag(country: CountryCode) -> String {
    let letter = |byte: u8| char::from_u32(0x1F1E6 + u32::from(byte.saturating_sub(b'A')));
    country.code().bytes().filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::flag;

    #[test]
    fn flags_are_regional_indicators() {
        assert_eq!(flag("JP".parse().unwrap()), "🇯🇵");
    }
}
