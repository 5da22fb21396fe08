//! The pure rules as properties.

use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use shared::codes::Audience;
use shared::directory::{Facet, MAX_REACH, MemberFilter, Relation};
use shared::fields::{COUNTRIES, CountryCode, FiscalYear};
use shared::validate::Validate;
use shared::words::{Catalogue, Text, placeholders};

fn relation() -> impl Strategy<Value = Relation> {
    any::<[bool; 4]>().prop_map(|[is_self, same_exchange, same_country, is_member]| Relation {
        is_self,
        same_exchange,
        same_country,
        is_member: is_member || is_self || same_exchange || same_country,
    })
}

proptest! {
    #[test]
    fn a_wider_audience_admits_whoever_a_narrower_one_admits(
        narrow in select(Audience::ALL), wide in select(Audience::ALL), viewer in relation(),
    ) {
        let (narrow, wide) = (narrow.min(wide), narrow.max(wide));
        prop_assert!(!narrow.admits(viewer) || wide.admits(viewer));
    }

    #[test]
    fn minors_are_seen_by_themselves_and_their_exchange_alone(audience in select(Audience::ALL), viewer in relation()) {
        let is_seen = audience.effective(true).admits(viewer);
        prop_assert!(!is_seen || viewer.is_self || viewer.same_exchange);
        prop_assert_eq!(audience.effective(false), audience);
    }

    #[test]
    fn choosing_twice_changes_nothing_but_the_page(
        facet in select(Facet::ALL), country in select(&COUNTRIES), page in 1_u32..50,
    ) {
        let value = match facet {
            Facet::Country | Facet::LivesIn => country,
            Facet::FiscalYear => "2018",
            Facet::Programme => "lotus",
            Facet::Field => "ai",
            Facet::OpenTo => "careers",
        };
        let start = MemberFilter { page, ..MemberFilter::default() };
        let once = start.toggled(facet, value);
        prop_assert_eq!(once.chosen(facet), vec![value.to_owned()]);
        prop_assert_eq!(once.toggled(facet, value), MemberFilter::default());
        prop_assert_eq!(start.toggled(facet, "no such value"), MemberFilter::default());
    }

    #[test]
    fn no_valid_page_reaches_too_deep(page in any::<u32>(), per_page in any::<u32>()) {
        let filter = MemberFilter { page, per_page, ..MemberFilter::default() };
        let reaches = u64::from(page) * u64::from(per_page);
        prop_assert!(filter.validate().is_err() || (1..=u64::from(MAX_REACH)).contains(&reaches));
    }

    #[test]
    fn values_are_said_as_they_are(name in "\\PC{0,20}") {
        let catalogue = Catalogue::parse(r#"{"greeting":"Hello {name}, {name}!"}"#).unwrap();
        let said = catalogue.say(&Text::new("greeting").with("name", &name), |_| "other".into());
        prop_assert_eq!(said, format!("Hello {name}, {name}!"));
    }
}

#[test]
fn country_codes_are_sorted_and_read_back() {
    assert!(COUNTRIES.is_sorted());
    for (place, code) in COUNTRIES.iter().enumerate() {
        let country: CountryCode = code.parse().unwrap();
        assert_eq!(
            (country.code(), country.index(), CountryCode::from_index(place)),
            (*code, place, Some(country))
        );
    }
    assert!("XX".parse::<CountryCode>().is_err() && CountryCode::from_index(249).is_none());
}

#[test]
fn years_begin_with_the_programme() {
    assert!("2013".parse::<FiscalYear>().is_err() && "2100".parse::<FiscalYear>().is_err());
    assert_eq!("2014".parse::<FiscalYear>().unwrap(), FiscalYear::FIRST);
}

#[test]
fn plurals_choose_their_form_and_missing_keys_say_themselves() {
    let catalogue = Catalogue::parse(r#"{"people":{"one":"{count} person","other":"{count} people"}}"#).unwrap();
    let plural = |count: &str| {
        if count == "1" {
            "one".to_owned()
        } else {
            "other".to_owned()
        }
    };
    let said = |count| catalogue.say(&Text::new("people").with("count", count), plural);
    assert_eq!((said(1), said(2)), ("1 person".to_owned(), "2 people".to_owned()));
    assert_eq!(catalogue.say(&Text::new("missing"), plural), "missing");
    assert_eq!(placeholders("{b} and {a} and {b}"), ["a", "b"]);
}
