//! From JSON's text to a value.

use std::borrow::Cow;

use super::Value;

/// How deep things may lie in each other: far deeper than ours do, and not so deep that reading them ends the page.
const DEEPEST: u32 = 32;

/// Reads a whole text; nothing when it is malformed.
pub(super) fn parse(text: &str) -> Option<Value<'_>> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0)?;
    parser.peek().is_none().then_some(value)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    /// The next byte that is not space, which stays.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            if !byte.is_ascii_whitespace() {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// Goes past a sign if it is the next one.
    fn skip(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    /// The bytes that belong together from here on, with the place after them.
    fn run(&mut self, belongs: fn(u8) -> bool) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.bytes().position(|byte| !belongs(byte)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn value(&mut self, depth: u32) -> Option<Value<'a>> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'"' => self.string().map(Value::Text),
            b'[' => self.list(depth),
            b'{' => self.map(depth),
            b'-' | b'0'..=b'9' => {
                Some(Value::Number(self.run(|byte| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
                })))
            }
            _ => match self.run(|byte| byte.is_ascii_lowercase()) {
                "null" => Some(Value::Null),
                "true" => Some(Value::Bool(true)),
                "false" => Some(Value::Bool(false)),
                _ => None,
            },
        }
    }

    fn list(&mut self, depth: u32) -> Option<Value<'a>> {
        let mut items = Vec::new();
        self.at += 1;
        while !self.skip(b']') {
            if !items.is_empty() && !self.skip(b',') {
                return None;
            }
            items.push(self.value(depth + 1)?);
        }
        Some(Value::List(items))
    }

    fn map(&mut self, depth: u32) -> Option<Value<'a>> {
        let mut entries = Vec::new();
        self.at += 1;
        while !self.skip(b'}') {
            if !entries.is_empty() && !self.skip(b',') {
                return None;
            }
            let key = self.string()?;
            if !self.skip(b':') {
                return None;
            }
            entries.push((key, self.value(depth + 1)?));
        }
        Some(Value::Map(entries))
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        if !self.skip(b'"') {
            return None;
        }
        let mut text = Cow::Borrowed("");
        loop {
            let plain = self.run(|byte| byte != b'"' && byte != b'\\');
            // What has no escapes is not copied.
            if text.is_empty() {
                text = Cow::Borrowed(plain);
            } else {
                text.to_mut().push_str(plain);
            }
            let sign = *self.text.as_bytes().get(self.at)?;
            self.at += 1;
            if sign == b'"' {
                return Some(text);
            }
            text.to_mut().push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let sign = *self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(match sign {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'"' | b'\\' | b'/' => char::from(sign),
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    /// Four digits, or twice four for what is beyond them.
    fn unicode(&mut self) -> Option<char> {
        let high = self.digits()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high);
        }
        if !self.text.get(self.at..)?.starts_with("\\u") {
            return None;
        }
        self.at += 2;
        let low = self.digits()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + low)
    }

    fn digits(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
