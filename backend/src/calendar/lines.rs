//! The lines of a calendar: escaped, folded so that none is longer than 75 octets, ended with CRLF.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Most octets of a line, without its end.
const MOST: usize = 75;

/// The lines of a calendar so far.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value is not free text.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// A line whose value somebody typed.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escape(value)));
    }

    /// A line with a moment.
    pub(super) fn utc(&mut self, name: &str, at: Timestamp) {
        let clock = TimeZone::UTC.to_datetime(at);
        self.line(&format!("{name}:{}Z", compact(clock)));
    }

    /// A line with what a clock on a wall shows.
    pub(super) fn local(&mut self, name: &str, at: DateTime) {
        self.line(&format!("{name}:{}", compact(at)));
    }

    /// All of them as one text.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn line(&mut self, line: &str) {
        // A line end in a value would begin a property of its own; the others are not allowed either.
        let clean: String = line
            .chars()
            .filter(|sign| !sign.is_control() || *sign == '\t')
            .collect();
        self.0.push_str(&fold(&clean));
        self.0.push_str("\r\n");
    }
}

/// `20261130T180000`.
fn compact(at: DateTime) -> String {
    let (date, time) = (at.date(), at.time());
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// Text as a value: signs with a meaning get a backslash, and every kind of line end becomes `\n`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' | ';' | ',' => escaped.extend(['\\', sign]),
            '\r' => {
                signs.next_if_eq(&'\n');
                escaped.push_str("\\n");
            }
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            _ => escaped.push(sign),
        }
    }
    escaped
}

/// A line in pieces of 75 octets at the most, where no piece ends within a character. What goes on begins with a space.
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / MOST * 3);
    let mut free = MOST;
    for sign in line.chars() {
        if sign.len_utf8() > free {
            folded.push_str("\r\n ");
            free = MOST - 1;
        }
        folded.push(sign);
        free -= sign.len_utf8();
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn unfold(text: &str) -> String {
        text.replace("\r\n ", "").replace("\r\n\t", "")
    }

    fn unescape(value: &str) -> String {
        let mut text = String::new();
        let mut signs = value.chars();
        while let Some(sign) = signs.next() {
            match (sign, sign == '\\') {
                (_, true) => match signs.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => panic!("{value:?} ends with a backslash"),
                },
                (other, false) => text.push(other),
            }
        }
        text
    }

    /// What a reader of calendars is to see of a text.
    fn seen(text: &str) -> String {
        let lines = text
            .replace("\r\n", "\n")
            .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
        lines
            .chars()
            .filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t'))
            .collect()
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert_eq!(escape(r"Tea, cake; C:\"), r"Tea\, cake\; C:\\");
        assert_eq!(escape("one\ntwo\r\nthree\rfour"), r"one\ntwo\nthree\nfour");
    }

    #[test]
    fn a_line_is_cut_between_characters() {
        let folded = fold(&format!("SUMMARY:{}", "桜".repeat(47)));
        let pieces: Vec<&str> = folded.split("\r\n").collect();
        assert_eq!(pieces.iter().map(|piece| piece.len()).collect::<Vec<_>>(), [74, 73, 4]);
        assert_eq!(fold(&"a".repeat(75)), "a".repeat(75));
        assert_eq!(fold(&"a".repeat(76)), format!("{}\r\n a", "a".repeat(75)));
    }

    proptest! {
        #[test]
        fn every_text_comes_back_from_its_lines(text in any::<String>(), more in ".{0,400}") {
            let text = format!("{text}{more}");
            let mut lines = Lines::default();
            lines.text("DESCRIPTION", &text);
            let written = lines.finish();
            for line in written.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(line.len() <= MOST, "{line:?}");
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let line = unfold(&written);
            let value = line.strip_prefix("DESCRIPTION:").unwrap().strip_suffix("\r\n").unwrap();
            prop_assert_eq!(unescape(value), seen(&text));
        }

        #[test]
        fn folding_is_undone_by_unfolding(line in "[^\\r\\n]*") {
            prop_assert_eq!(unfold(&fold(&line)), line);
        }
    }
}
