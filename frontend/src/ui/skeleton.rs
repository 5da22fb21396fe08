//! Quiet shapes of the size of what will come, so that nothing jumps when it does.

use yew::{Html, html};

use crate::words::Words;

/// What will come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkeletonShape {
    /// Rows of a list.
    Rows,
    /// Lists of choices.
    Facets,
    /// Paragraphs.
    Text,
}

/// The shapes; screen readers hear that something is loading.
pub fn skeleton(words: &Words, shape: SkeletonShape, count: u32) -> Html {
    let class = match shape {
        SkeletonShape::Rows => "skeleton skeleton--rows",
        SkeletonShape::Facets => "skeleton skeleton--facets",
        SkeletonShape::Text => "skeleton skeleton--text",
    };
    html! {
        <div {class}>
            <span class="visually-hidden" role="status">{ words.t("loading") }</span>
            { for (0..count).map(|_| html! { <div class="skeleton-part"><i /><b /></div> }) }
        </div>
    }
}
