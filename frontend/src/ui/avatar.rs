//! A tile with somebody's initials, in one of a few quiet colours.

use yew::{Html, html};

const COLOURS: usize = 6;

/// The size of a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AvatarSize {
    /// In a row.
    Small,
    /// At the head of a profile.
    Large,
}

/// The tile. Its letters are drawn by the style sheet: they are not text, because the name always stands beside it.
pub fn avatar(name: &str, size: AvatarSize) -> Html {
    let large = match size {
        AvatarSize::Small => "",
        AvatarSize::Large => " avatar--large",
    };
    html! {
        <span class={["avatar ", shade(name), large].concat()} data-initials={initials(name)} aria-hidden="true" />
    }
}

/// The first letters of the first and the last word; one letter for a mononym.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.first().and_then(|word| word.chars().next());
    let last = words
        .get(1..)
        .and_then(|rest| rest.last())
        .and_then(|word| word.chars().next());
    first.into_iter().chain(last).collect()
}

fn shade(name: &str) -> &'static str {
    let sum = name
        .bytes()
        .fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    [
        "avatar--0",
        "avatar--1",
        "avatar--2",
        "avatar--3",
        "avatar--4",
        "avatar--5",
    ][sum % COLOURS]
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_suit_every_kind_of_name() {
        let cases = [
            ("Nguyễn Thị Minh Khai", "NK"),
            ("Suharto", "S"),
            ("Y", "Y"),
            ("Élodie de la Cour", "ÉC"),
            ("王", "王"),
            ("  ", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
