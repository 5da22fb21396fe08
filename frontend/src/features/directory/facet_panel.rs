//! All facets with their counts.

use std::rc::Rc;

use shared::directory::{Facet, MemberFilter, MemberPage};
use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::facet_group::FacetGroup;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where the panel stands; makes its names unique, because the sheet of phones shows it again.
    pub place: AttrValue,
    /// The search.
    pub filter: Rc<MemberFilter>,
    /// The answer that carries the counts.
    pub page: Rc<MemberPage>,
    /// Called with a changed search.
    pub on_change: Callback<MemberFilter>,
}

/// The panel.
#[component]
pub fn FacetPanel(props: &Props) -> Html {
    let group = |facet: &Facet| {
        let facet = *facet;
        html! {
            <FacetGroup
                key={facet.code()}
                place={props.place.clone()}
                {facet}
                filter={Rc::clone(&props.filter)}
                page={Rc::clone(&props.page)}
                on_change={props.on_change.clone()}
            />
        }
    };
    html! { <div class="facets">{ for Facet::ALL.iter().map(group) }</div> }
}
