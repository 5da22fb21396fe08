//! What the values of facets are called.

use shared::codes::{Field, OpenTo, Programme};
use shared::directory::{Cohort, Facet, MemberFilter};
use shared::fields::{CountryCode, FiscalYear};
use shared::words::Text;
use yew::AttrValue;

use crate::words::Words;

/// The name of a facet's value; the value itself where it is of a newer server.
pub fn facet_label(words: &Words, facet: Facet, value: &str) -> AttrValue {
    let label = match facet {
        Facet::Country | Facet::LivesIn => value.parse::<CountryCode>().ok().map(|country| words.region(country)),
        Facet::FiscalYear => value.parse::<FiscalYear>().ok().map(|year| words.year(year)),
        Facet::Programme => value
            .parse::<Programme>()
            .ok()
            .map(|programme| words.t(programme.key())),
        Facet::Field => value.parse::<Field>().ok().map(|field| words.t(field.key())),
        Facet::OpenTo => value.parse::<OpenTo>().ok().map(|open_to| words.t(open_to.key())),
    };
    label.unwrap_or_else(|| AttrValue::from(String::from(value)))
}

/// The name of a cohort.
pub fn cohort_name(words: &Words, cohort: Cohort) -> AttrValue {
    let text = Text::new("cohort.chip").with("year", words.year(cohort.fiscal_year));
    words.say(&text.with("programme", words.t(cohort.programme.key())))
}

/// Everything that is chosen in the facets, in their order.
pub(super) fn chosen(filter: &MemberFilter) -> Vec<(Facet, String)> {
    let values = |facet: &Facet| {
        filter.chosen(*facet).into_iter().map({
            let facet = *facet;
            move |value| (facet, value)
        })
    };
    Facet::ALL.iter().flat_map(values).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_listed_in_the_order_of_the_facets() {
        let filter = MemberFilter::default()
            .toggled(Facet::OpenTo, "meetups")
            .toggled(Facet::Country, "VN");
        let filter = filter.toggled(Facet::Country, "IN");
        let expected = [
            (Facet::Country, "IN"),
            (Facet::Country, "VN"),
            (Facet::OpenTo, "meetups"),
        ];
        assert_eq!(
            chosen(&filter),
            expected.map(|(facet, value)| (facet, String::from(value)))
        );
    }
}
