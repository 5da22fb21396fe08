//! The end of a form: the button, and how it went.

use yew::{AttrValue, Html, html};

use crate::ui::{IconName, icon};

/// How saving stands.
#[derive(Clone, Debug, PartialEq)]
pub enum SubmitState {
    /// Nothing to save.
    Clean(Option<AttrValue>),
    /// Something to save.
    Changed(AttrValue),
    /// Being saved.
    Pending(AttrValue),
    /// Not saved, and why.
    Failed(AttrValue),
}

/// The bar; the button submits the form around it.
pub fn submit_bar(label: AttrValue, state: SubmitState) -> Html {
    let is_pending = matches!(state, SubmitState::Pending(_));
    let (class, name, message) = match state {
        SubmitState::Clean(saved) => (
            "submit-bar submit-bar--saved",
            saved.is_some().then_some(IconName::Check),
            saved,
        ),
        SubmitState::Changed(words) => ("submit-bar submit-bar--changed", None, Some(words)),
        SubmitState::Pending(words) => ("submit-bar", None, Some(words)),
        SubmitState::Failed(words) => ("submit-bar submit-bar--failed", Some(IconName::Alert), Some(words)),
    };
    html! {
        <div {class}>
            <button type="submit" class="button button--primary" aria-disabled={is_pending.then_some("true")}>
                { label }
            </button>
            <p class="submit-bar-message" role="status">
                { for name.map(icon) }
                { message.unwrap_or_default() }
            </p>
        </div>
    }
}
