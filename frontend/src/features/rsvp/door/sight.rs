//! What a camera sees, look after look: a ticket that is held before it for a while was shown once.

/// Looks without a code before the same one counts as shown again: two seconds.
const GONE: u32 = 10;

/// The code that is before the camera, and for how many looks it was not seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sight(Option<(String, u32)>);

impl Sight {
    /// Takes a look; tells the code that was not there before.
    pub(super) fn look(&mut self, seen: Option<String>) -> Option<String> {
        match (seen, &mut self.0) {
            (Some(code), Some((known, missed))) if code == *known => {
                *missed = 0;
                None
            }
            (Some(code), known) => {
                *known = Some((code.clone(), 0));
                Some(code)
            }
            (None, Some((_, missed))) if *missed < GONE => {
                *missed += 1;
                None
            }
            (None, known) => {
                *known = None;
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(looks: &[&str]) -> Vec<String> {
        let mut sight = Sight::default();
        let seen = |look: &&str| (!look.is_empty()).then(|| (*look).to_owned());
        looks.iter().filter_map(|look| sight.look(seen(look))).collect()
    }

    #[test]
    fn a_ticket_counts_once_while_it_is_held_there_although_it_shakes() {
        assert_eq!(shown(&["", "A", "A", "", "A", "", "", "A"]), ["A"]);
        assert_eq!(shown(&["A", "B", "B", "A"]), ["A", "B", "A"]);
    }

    #[test]
    fn a_ticket_that_was_away_is_shown_again() {
        let looks = [&["A"][..], &[""; 11], &["A"]].concat();
        assert_eq!(shown(&looks), ["A", "A"]);
        let short = [&["A"][..], &[""; 10], &["A"]].concat();
        assert_eq!(shown(&short), ["A"]);
    }
}
