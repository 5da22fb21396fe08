//! Names of countries/regions, to notice a row whose name and code do not go together.

use std::collections::HashMap;
use std::sync::LazyLock;

use csv::ReaderBuilder;
use shared::fields::CountryCode;

/// Codes and names from CLDR: `code,alpha3,numeric,region,subregion,name_en,name_ja`.
const COUNTRIES: &str = include_str!("../../../../data/countries.csv");
/// The columns of the names.
const NAMES: std::ops::Range<usize> = 5..7;

/// Codes by their English and Japanese names in lower case.
static CODES: LazyLock<HashMap<String, CountryCode>> = LazyLock::new(|| {
    let mut reader = ReaderBuilder::new().from_reader(COUNTRIES.as_bytes());
    let rows = reader.records().filter_map(Result::ok);
    let names = rows.flat_map(|row| {
        let code = row.get(0).and_then(|code| code.parse().ok());
        let names = NAMES.filter_map(|column| row.get(column).map(str::to_lowercase));
        names.filter_map(|name| Some((name, code?))).collect::<Vec<_>>()
    });
    names.collect()
});

/// The country/region of this name, if it is the name of one. Sources use other names too: most say nothing.
pub(super) fn country_of(name: &str) -> Option<CountryCode> {
    CODES.get(&name.to_lowercase()).copied()
}

#[cfg(test)]
mod tests {
    use super::{CODES, CountryCode, country_of};

    #[test]
    fn names_of_both_languages_are_known_in_any_case() {
        let codes = ["france", "フランス", "Viet Nam", "ASEAN"].map(|name| country_of(name).map(CountryCode::code));
        assert_eq!(codes, [Some("FR"), Some("FR"), None, None]);
        assert!(CODES.len() > 249, "{}", CODES.len());
    }
}
