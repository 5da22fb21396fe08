//! Chooses the zone of the venue among all that the browser knows, by the names of cities.

use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo, use_state_eq};

use crate::browser::intl::zones;
use crate::forms::{Combobox, Field, Offer};
use crate::words::{Words, use_words};

/// As many as are offered at once.
const OFFERED: usize = 10;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The field.
    pub field: Field,
    /// The chosen zone.
    pub zone: String,
    /// Called with the zone that is chosen.
    pub on_choose: Callback<String>,
}

/// The field.
#[component]
pub(super) fn ZonePicker(props: &Props) -> Html {
    let words = use_words();
    let typed = use_state_eq(String::new);
    let all = use_memo((), |()| zones::all());
    let found = found(&all, &typed);
    let offers: Vec<Offer> = found.into_iter().map(|zone| offer(&words, zone)).collect();
    let on_type = {
        let setter = typed.setter();
        Callback::from(move |words: String| setter.set(words))
    };
    let on_choose = props.on_choose.reform(|zone: AttrValue| zone.to_string());
    html! {
        <Combobox
            field={props.field.clone()} value={AttrValue::from(props.zone.clone())} {offers} {on_type} {on_choose}
        />
    }
}

fn offer(words: &Words, zone: &str) -> Offer {
    let name = zones::name(words.language(), zone);
    (zone.to_owned().into(), zone.replace('_', " ").into(), name)
}

/// Zones in whose names, or names before, all typed words stand: first those whose city begins so.
fn found<'a>(all: &'a [String], typed: &str) -> Vec<&'a str> {
    let typed = typed.trim().to_lowercase().replace(' ', "_");
    let city = |zone: &str| zone.rsplit('/').next().unwrap_or_default().to_lowercase();
    let has = |zone: &str| zone.to_lowercase().contains(&typed);
    let fits = |zone: &&String| has(zone.as_str()) || zones::former(zone).any(has);
    let (first, others): (Vec<&String>, Vec<&String>) =
        all.iter().filter(fits).partition(|zone| city(zone).starts_with(&typed));
    let found = first.into_iter().chain(others).take(OFFERED);
    found.map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_come_first() {
        let all = ["America/New_York", "Asia/Tokyo", "Europe/Paris", "Pacific/Asiana"].map(String::from);
        assert_eq!(found(&all, "new y"), ["America/New_York"]);
        assert_eq!(found(&all, "asia"), ["Pacific/Asiana", "Asia/Tokyo"]);
        assert_eq!(found(&["Asia/Kolkata".into()], "calcu"), ["Asia/Kolkata"]);
        assert_eq!(found(&all, "nowhere"), Vec::<&str>::new());
        assert_eq!(found(&all, "").len(), 4);
    }
}
