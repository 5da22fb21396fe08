//! The one way in which a page shows a query: skeleton, problem, or what there is.

use std::rc::Rc;

use yew::Html;

use super::Query;
use crate::ui::problem_panel;
use crate::words::Words;

/// Draws the data; while there is none, the skeleton; when there will be none, the problem with a way to retry.
pub fn load<T>(words: &Words, query: &Query<T>, skeleton: Html, ready: impl FnOnce(Rc<T>) -> Html) -> Html {
    match (&query.data, &query.failure) {
        (_, Some(failure)) => problem_panel(words, &failure.text(), failure.request_id(), &query.retry),
        (Some(data), None) => ready(Rc::clone(data)),
        (None, None) => skeleton,
    }
}
