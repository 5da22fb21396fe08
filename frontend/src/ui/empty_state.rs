//! Says that there is nothing, and what to do about it.

use yew::{AttrValue, Html, html};

use super::{IconName, icon};

/// The panel: what there is none of (as a heading), why or what to do, and ways out.
pub fn empty_state(heading: Html, text: AttrValue, ways_out: Html) -> Html {
    html! {
        <section class="empty-state">
            { icon(IconName::Blossom) }
            { heading }
            <p>{ text }</p>
            <div class="actions">{ ways_out }</div>
        </section>
    }
}
