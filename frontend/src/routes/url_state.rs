//! State that lives in the address: what can be linked to, shared, and gone back to.

use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::wire::from_query;
use yew::{Callback, hook};

use super::use_location;

/// A value read from the query, and two ways to change it.
#[derive(Clone, Debug, PartialEq)]
pub struct UrlState<T> {
    /// The present value.
    pub value: Rc<T>,
    /// Sets it as a new entry of the history: a choice.
    pub push: Callback<T>,
    /// Sets it in the present entry: a step of typing.
    pub replace: Callback<T>,
}

/// The query of the address as a value of type `T`.
#[hook]
pub fn use_url_state<T>() -> UrlState<T>
where
    T: Serialize + DeserializeOwned + Default + PartialEq + 'static,
{
    let here = use_location();
    let path = here.location.path.clone();
    let push = here.push.reform(move |value: T| address(&path, &value));
    let path = here.location.path.clone();
    let replace = here.replace.reform(move |value: T| address(&path, &value));
    UrlState {
        value: Rc::new(read(&here.location.query)),
        push,
        replace,
    }
}

fn address<T: Serialize>(path: &str, value: &T) -> String {
    let query = shared::api::to_query(value).unwrap_or_default();
    if query.is_empty() {
        path.into()
    } else {
        [path, query.as_str()].join("?")
    }
}

/// Reads a query as far as it is understood: an old or mistyped link still shows what it can.
fn read<T: DeserializeOwned + Default>(query: &str) -> T {
    if let Ok(value) = from_query(query) {
        return value;
    }
    let known: Vec<&str> = query.split('&').filter(|pair| from_query::<T>(pair).is_ok()).collect();
    from_query(&known.join("&")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use shared::codes::MemberSort;
    use shared::directory::{Facet, MemberFilter};

    use super::*;

    #[test]
    fn a_search_survives_the_address() {
        let filter = MemberFilter {
            q: "Nguyễn ".into(),
            page: 3,
            sort: MemberSort::Name,
            ..MemberFilter::default()
        };
        let filter = MemberFilter {
            page: 3,
            ..filter.toggled(Facet::Country, "VN").toggled(Facet::Country, "IN")
        };
        let address = address("/directory", &filter);
        let query = address.strip_prefix("/directory?").unwrap();
        assert_eq!(read::<MemberFilter>(query), filter);
    }

    #[test]
    fn the_plain_list_has_a_plain_address() {
        assert_eq!(address("/directory", &MemberFilter::default()), "/directory");
    }

    #[test]
    fn unknown_values_in_an_address_are_left_out() {
        let filter = read::<MemberFilter>("q=an&country=XX&country=VN&fiscal_year=1999&page=x&utm=1");
        assert_eq!(
            filter,
            MemberFilter {
                q: "an".into(),
                ..MemberFilter::default()
            }
            .toggled(Facet::Country, "VN")
        );
    }
}
