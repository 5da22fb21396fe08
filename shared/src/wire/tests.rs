//! The reader against `serde_json`, and what it refuses.

use std::collections::BTreeMap;

use proptest::prelude::{prop_assert_eq, proptest};

use super::{Unreadable, from_json, from_query};
use crate::directory::MemberFilter;

type Texts = BTreeMap<String, Vec<Option<String>>>;

#[test]
fn json_is_read_however_it_is_spaced_and_escaped() {
    let texts = from_json::<Texts>(" {\n\"a\" : [ \"\\u00e9\\n\\\"\\/\" , null,\"\" ] , \"b\":[]}\r\n").unwrap();
    let expected = vec![Some("é\n\"/".to_owned()), None, Some(String::new())];
    assert_eq!(texts, Texts::from([("a".into(), expected), ("b".into(), vec![])]));
    assert_eq!(from_json::<String>(r#""桜\ud83c\udf38.""#), Ok("桜🌸.".into()));
    assert_eq!(from_json::<Vec<u16>>("[0,65535]"), Ok(vec![0, 65535]));
}

#[test]
fn what_is_malformed_is_refused() {
    for text in [
        "",
        "{",
        "[1",
        "[1,]",
        "[1 2]",
        "[,]",
        "[] []",
        "nul",
        "\"a",
        "\"\\x\"",
        "\"\\ud83c\"",
        "\"\\ud83cabdf38\"",
        "\"\\ud83c\\u0041\"",
        "{\"a\"}",
        "{\"a\":}",
        "{a:[]}",
        "{\"a\":[],}",
    ] {
        assert_eq!(from_json::<Texts>(text), Err(Unreadable), "{text}");
        assert_eq!(from_json::<Vec<u16>>(text), Err(Unreadable), "{text}");
        assert_eq!(from_json::<String>(text), Err(Unreadable), "{text}");
    }
    for number in ["-1", "1.5", "1e3", "65536", "\"x\"", "true"] {
        assert_eq!(from_json::<u16>(number), Err(Unreadable), "{number}");
    }
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    assert_eq!(from_json::<Texts>(&deep), Err(Unreadable));
}

#[test]
fn a_query_is_read_as_the_server_reads_it() {
    for query in [
        "",
        "q=a+b%26c%20%E6%A1%9C",
        "country=VN",
        "country=VN&q=x&country=IN&utm=1",
        "fiscal_year=2014&fiscal_year=2015&page=2",
        "sort=name&per_page=100",
    ] {
        let read = from_query::<MemberFilter>(query).unwrap();
        assert_eq!(Some(read), crate::api::from_query(query).ok(), "{query}");
    }
    for query in ["country=XX", "page=x", "page=1&page=2", "fiscal_year=1999", "sort=size"] {
        assert_eq!(from_query::<MemberFilter>(query), Err(Unreadable), "{query}");
        assert!(crate::api::from_query::<MemberFilter>(query).is_err(), "{query}");
    }
}

proptest! {
    #[test]
    fn every_text_is_read_as_it_was_written(text: String) {
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(from_json(&json), Ok(text));
    }

    #[test]
    fn no_text_stops_the_reader(text in "[\\[\\]{}\",:\\\\ua1 -]{0,12}") {
        let known = serde_json::from_str::<BTreeMap<String, Option<String>>>(&text).ok();
        prop_assert_eq!(from_json(&text).ok(), known);
    }
}
