//! The small part of TOML that our own settings files use: sections, and keys with a
//! number, a word in double quotes or a list of such words on one line.
//! A crate for all of TOML would be compiled before anything else on a bare machine.

use crate::failure::{Failure, Result};

/// One value of a settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Number(u64),
    Word(String),
    Words(Vec<String>),
    /// Anything this reader does not know; an error only for those who ask for it.
    Other,
}

/// A section with its keys, in the order of the file. Keys before any section are in the section `""`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) name: String,
    pub(crate) entries: Vec<(String, Value)>,
}

impl Section {
    /// A whole number.
    pub(crate) fn number(&self, key: &str) -> Option<u64> {
        match self.get(key)? {
            Value::Number(number) => Some(*number),
            Value::Word(_) | Value::Words(_) | Value::Other => None,
        }
    }

    /// A word.
    pub(crate) fn word(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Value::Word(word) => Some(word),
            Value::Number(_) | Value::Words(_) | Value::Other => None,
        }
    }

    /// A list of words; empty when absent.
    pub(crate) fn words(&self, key: &str) -> &[String] {
        match self.get(key) {
            Some(Value::Words(words)) => words,
            Some(Value::Number(_) | Value::Word(_) | Value::Other) | None => &[],
        }
    }

    fn get(&self, key: &str) -> Option<&Value> {
        self.entries
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }
}

/// Reads a settings file; `file` names it in errors.
pub(crate) fn read(file: &str, text: &str) -> Result<Vec<Section>> {
    let mut sections = vec![Section::default()];
    for (number, line) in text.lines().enumerate() {
        let line = without_comment(line).trim();
        if line.is_empty() {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let name = name.trim_matches(['[', ']', ' ']).to_owned();
            sections.push(Section {
                name,
                entries: Vec::new(),
            });
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            return Err(Failure::new(format!(
                "{file}, line {}: a line is `[section]` or `key = value`.",
                number + 1
            )));
        };
        if let Some(section) = sections.last_mut() {
            section.entries.push((key.trim().to_owned(), parse(value.trim())));
        }
    }
    Ok(sections)
}

fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted => return line.get(..at).unwrap_or(line),
            _ => {}
        }
    }
    line
}

fn parse(text: &str) -> Value {
    if let Ok(number) = text.replace('_', "").parse() {
        return Value::Number(number);
    }
    if let Some(word) = unquoted(text) {
        return Value::Word(word);
    }
    let list = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let words = list.map(|list| {
        list.split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(unquoted)
            .collect()
    });
    words
        .and_then(|words: Option<Vec<String>>| words)
        .map_or(Value::Other, Value::Words)
}

fn unquoted(text: &str) -> Option<String> {
    let word = text.strip_prefix('"')?.strip_suffix('"')?;
    (!word.contains(['"', '\\'])).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "top = \"=1.2\" # pinned\n\n[a]\nsize = 180_000\nfiles = [\".css\", \"#.js\", ]\n[[b]]\nodd = true\n";

    #[test]
    fn sections_numbers_words_and_lists_are_read() -> Result<()> {
        let sections = read("x.toml", TEXT)?;
        let names: Vec<&str> = sections.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["", "a", "b"]);
        assert_eq!(sections.first().and_then(|top| top.word("top")), Some("=1.2"));
        let a = sections.get(1).cloned().unwrap_or_default();
        assert_eq!(a.number("size"), Some(180_000));
        assert_eq!(a.words("files"), [".css", "#.js"]);
        assert_eq!(a.word("size"), None);
        Ok(())
    }

    #[test]
    fn a_line_that_is_neither_is_named() {
        let failure = read("x.toml", "\nnonsense\n").map_err(|failure| failure.to_string());
        assert_eq!(
            failure,
            Err("x.toml, line 2: a line is `[section]` or `key = value`.".to_owned())
        );
    }
}
