//! Says what went wrong, offers to try again, and quotes the request.

use shared::words::Text;
use yew::{Callback, Html, html};

use super::{IconName, icon, press_button};
use crate::words::Words;

/// The panel.
pub fn problem_panel(words: &Words, text: &Text, request_id: Option<&str>, on_retry: &Callback<()>) -> Html {
    let id = request_id.filter(|id| !id.is_empty());
    html! {
        <section class="problem-panel" role="alert">
            { icon(IconName::Alert) }
            <div>
                <p class="problem-panel-text">{ words.say(text) }</p>
                if let Some(id) = id {
                    <p class="problem-panel-id">{ words.say(&Text::new("failure.request").with("id", id)) }</p>
                }
            </div>
            { press_button(words.t("failure.retry"), None, on_retry) }
        </section>
    }
}
