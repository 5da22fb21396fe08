//! What counts as one typo: a letter too many, too few, another one, or two swapped.

use super::fold;

/// Whether two words differ by exactly one letter too many, too few, another, or two swapped.
pub(crate) fn is_one_typo_apart(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let (short, long) = if left.len() <= right.len() {
        (&left, &right)
    } else {
        (&right, &left)
    };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 if same == short.len() => false,
        0 => {
            let swapped = same + 1 < short.len() && short[same] == long[same + 1] && short[same + 1] == long[same];
            short[same + 1..] == long[same + 1..] || (swapped && short[same + 2..] == long[same + 2..])
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// From how many letters on a word may have a typo.
pub(crate) const TYPO_FROM_CHARS: usize = 5;

/// Whether a query word may match with a typo.
pub(crate) fn forgives_typo(word: &str) -> bool {
    !fold::is_east_asian_word(word) && word.chars().count() >= TYPO_FROM_CHARS
}

#[cfg(test)]
mod tests {
    use super::is_one_typo_apart;

    #[test]
    fn one_typo_is_one_step() {
        for (left, right) in [
            ("nguyen", "nguyn"),
            ("nguyen", "ngyuen"),
            ("nguyen", "nguyem"),
            ("nguyen", "nguyenn"),
        ] {
            assert!(
                is_one_typo_apart(left, right) && is_one_typo_apart(right, left),
                "{left} {right}"
            );
        }
        for (left, right) in [
            ("nguyen", "nguyen"),
            ("nguyen", "nguyeeen"),
            ("abcde", "badce"),
            ("abcdef", "acbdfe"),
        ] {
            assert!(!is_one_typo_apart(left, right), "{left} {right}");
        }
    }
}
