//! Answers written as JSON straight from the index. Going through serialisers was a third of the time of an answer;
//! the tests hold every answer against the types that the page reads.

use shared::directory::{Cohort, Facet, FacetCount};
use shared::map::{CountryMembers, MapMembers};

use super::rows::{Page, Row};

/// Room for most answers.
const ANSWER_BYTES: usize = 8 * 1024;

/// JSON in the making.
#[derive(Debug)]
struct Json(Vec<u8>);

impl Json {
    /// Writes what is JSON already.
    fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    /// Writes a text, of which almost none has anything to be escaped.
    fn text(&mut self, text: &str) {
        let is_special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
        // Without a way out in between, so that many bytes are looked at together.
        if text.bytes().fold(false, |any, byte| any | is_special(byte)) {
            let escaped = serde_json::Value::from(text).to_string();
            self.raw(&escaped);
        } else {
            self.raw("\"");
            self.raw(text);
            self.raw("\"");
        }
    }

    fn number(&mut self, number: u32) {
        self.raw(itoa::Buffer::new().format(number));
    }

    fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.raw("[");
        for (place, item) in items.into_iter().enumerate() {
            if place > 0 {
                self.raw(",");
            }
            write(self, item);
        }
        self.raw("]");
    }

    fn row(&mut self, row: &Row<'_>) {
        let mut id = [0; uuid::fmt::Hyphenated::LENGTH];
        self.raw("{\"id\":\"");
        self.raw(row.id.0.hyphenated().encode_lower(&mut id));
        self.raw("\",\"name\":");
        self.text(row.name);
        if let Some(native) = row.native_name {
            self.raw(",\"native_name\":");
            self.text(native);
        }
        self.raw(",\"country\":");
        self.text(row.country.code());
        self.raw(",\"cohorts\":");
        self.list(row.cohorts.iter(), Self::cohort);
        if !row.fields.is_empty() {
            self.raw(",\"fields\":");
            self.list(row.fields.iter(), |json, field| json.text(field.code()));
        }
        if let Some(affiliation) = row.affiliation {
            self.raw(",\"affiliation\":");
            self.text(affiliation);
        }
        if let Some(country) = row.lives_in {
            self.raw(",\"lives_in\":");
            self.text(country.code());
        }
        if !row.open_to.is_empty() {
            self.raw(",\"open_to\":");
            self.list(row.open_to.iter(), |json, code| json.text(code.code()));
        }
        self.raw("}");
    }

    fn cohort(&mut self, cohort: Cohort) {
        self.raw("{\"fiscal_year\":");
        self.number(cohort.fiscal_year.get().into());
        self.raw(",\"programme\":");
        self.text(cohort.programme.code());
        self.raw("}");
    }

    fn count(&mut self, count: &FacetCount) {
        self.raw("{\"value\":");
        self.text(&count.value);
        self.raw(",\"count\":");
        self.number(count.count);
        self.raw("}");
    }
}

/// Members by country/region as JSON of a [`MapMembers`].
pub(in super::super) fn members_to_json(members: &MapMembers) -> Vec<u8> {
    let mut json = Json(Vec::with_capacity(ANSWER_BYTES));
    json.raw("{\"countries\":");
    json.list(&members.countries, |json, CountryMembers { country, members }| {
        json.raw("{\"country\":");
        json.text(country.code());
        json.raw(",\"members\":");
        json.number(*members);
        json.raw("}");
    });
    json.raw(",\"sum\":");
    json.number(members.sum);
    json.raw("}");
    json.0
}

impl Page<'_> {
    /// The page as JSON of a [`shared::directory::MemberPage`].
    pub(in super::super) fn to_json(&self) -> Vec<u8> {
        let mut json = Json(Vec::with_capacity(ANSWER_BYTES));
        json.raw("{\"items\":");
        json.list(&self.items, Json::row);
        for (key, number) in [
            (",\"total\":", self.total),
            (",\"page\":", self.page),
            (",\"per_page\":", self.per_page),
        ] {
            json.raw(key);
            json.number(number);
        }
        json.raw(",\"facets\":{");
        for (place, facet) in Facet::ALL.iter().enumerate() {
            json.raw(if place > 0 { ",\"" } else { "\"" });
            json.raw(facet.code());
            json.raw("\":");
            json.list(self.facets.of(*facet), Json::count);
        }
        json.raw("}}");
        json.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::Json;

    proptest! {
        #[test]
        fn texts_are_read_back_as_they_were(text in any::<String>(), special in "[\"\\\\\u{0}-\u{1f}a王]{0,8}") {
            for text in [text, special] {
                let mut json = Json(Vec::new());
                json.text(&text);
                assert_eq!(serde_json::from_slice::<String>(&json.0).ok(), Some(text));
            }
        }
    }
}
