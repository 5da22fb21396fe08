//! Addresses that stand in a text as they are become links: those of https alone, and of a name that could be one. Pure.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

const SCHEME: &str = "https://";
/// Longest address; what is longer is none that anybody typed.
const MAX_BYTES: usize = 2_000;
/// Longest label of a name.
const MAX_LABEL: usize = 63;

/// The same with links. What is code, or in a link or picture already, stays as it is.
pub(super) fn linked<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    let mut inside = 0_u32;
    events.flat_map(move |event| {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => inside += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => inside = inside.saturating_sub(1),
            Event::Text(text) if inside == 0 => return pieces(text),
            _ => {}
        }
        vec![event]
    })
}

/// A text as texts and links.
fn pieces(text: &str) -> Vec<Event<'static>> {
    let plain = |text: &str| Event::Text(CowStr::from(text.to_owned()));
    let lower = text.to_ascii_lowercase();
    let (mut pieces, mut told) = (Vec::new(), 0);
    for (start, _) in lower.match_indices(SCHEME) {
        let is_word = text[..start].ends_with(|sign: char| sign.is_ascii_alphanumeric());
        if start < told || is_word {
            continue;
        }
        let Some(address) = address(&text[start..]) else {
            continue;
        };
        pieces.push(plain(&text[told..start]));
        pieces.push(Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: CowStr::from(address.to_owned()),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        }));
        pieces.push(plain(address));
        pieces.push(Event::End(TagEnd::Link));
        told = start + address.len();
    }
    pieces.push(plain(&text[told..]));
    pieces
}

/// The address with which a text begins. It ends where a sentence goes on: in Japanese there is no blank before that, so
/// that an address has no other signs than those of the standard; browsers copy addresses so.
fn address(text: &str) -> Option<&str> {
    let end = text
        .bytes()
        .take(MAX_BYTES + 1)
        .take_while(|byte| is_part(*byte))
        .count();
    let mut address = Some(&text[..end]).filter(|_| end <= MAX_BYTES)?;
    // Counted once: a text may be nothing but brackets.
    let unopened = |open, close| {
        address
            .matches(close)
            .count()
            .saturating_sub(address.matches(open).count())
    };
    let (mut round, mut square) = (unopened('(', ')'), unopened('[', ']'));
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if round > 0 => round -= 1,
            ']' if square > 0 => square -= 1,
            sign if ".,;:!?'*_~".contains(sign) => {}
            _ => break,
        }
        address = &address[..address.len() - 1];
    }
    let host = address.get(SCHEME.len()..)?.split(['/', '?', '#']).next()?;
    is_host(host).then_some(address)
}

const fn is_part(sign: u8) -> bool {
    sign.is_ascii_graphic() && !matches!(sign, b'<' | b'>' | b'"' | b'`' | b'\\' | b'^' | b'{' | b'|' | b'}')
}

/// Whether this is a name with a dot, and perhaps a port. Who somebody is belongs into no address: `https://a@b` leads to
/// b and looks like a.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |label: &str| {
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=MAX_LABEL).contains(&label.len()) && label.bytes().all(is_sign) && !label.starts_with('-')
    };
    name.contains('.') && name.split('.').all(is_label) && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses of a text, which must be whole when they are put together with what stands between.
    fn addresses(text: &str) -> Vec<String> {
        let (mut found, mut whole) = (Vec::new(), String::new());
        for piece in pieces(text) {
            match piece {
                Event::Start(Tag::Link { dest_url, .. }) => found.push(dest_url.into_string()),
                Event::Text(text) => whole.push_str(&text),
                _ => {}
            }
        }
        assert_eq!(whole, text);
        found
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, expected) in [
            ("https://club.example", "https://club.example"),
            ("See https://club.example/a.", "https://club.example/a"),
            ("Really https://club.example/a?!", "https://club.example/a"),
            ("(https://club.example/a)", "https://club.example/a"),
            ("(see https://club.example/a_(b))", "https://club.example/a_(b)"),
            ("https://club.example/a, or not", "https://club.example/a"),
            ("\"https://club.example/a\"", "https://club.example/a"),
            ("'https://club.example/a'", "https://club.example/a"),
            ("詳細はhttps://club.example/aを見てください。", "https://club.example/a"),
            ("会場：https://club.example/a。", "https://club.example/a"),
            (
                "https://club.example:8443/?a=1&b=%20#c-d",
                "https://club.example:8443/?a=1&b=%20#c-d",
            ),
            ("HTTPS://CLUB.example/", "HTTPS://CLUB.example/"),
        ] {
            assert_eq!(addresses(text), [expected], "{text}");
        }
        let two = "https://a.example and https://b.example/https://c.example";
        assert_eq!(
            addresses(two),
            ["https://a.example", "https://b.example/https://c.example"]
        );
    }

    #[test]
    fn what_could_be_no_address_is_text() {
        for text in [
            "",
            "https://",
            "https://...",
            "https://localhost",
            "https://-a.example",
            "https://a..example",
            "https://club.example@evil.example/",
            "https://club.example:99999/",
            "https://[::1]/",
            "http://club.example",
            "xhttps://club.example",
            "javascript:alert(1)",
            "//club.example",
            "club.example",
        ] {
            assert!(addresses(text).is_empty(), "{text}");
        }
    }
}
