//! One choice among a few, side by side.

use yew::{AttrValue, Callback, Event, Html, html};

/// A value, what stands on it, and the language of those words where it is another one.
pub type Segment = (&'static str, AttrValue, Option<&'static str>);

/// The choice, as radio buttons; `name` is unique on the page. Calls back with the place of the choice.
pub fn segmented(
    label: AttrValue,
    name: &AttrValue,
    segments: &[Segment],
    value: &str,
    on_choose: &Callback<usize>,
) -> Html {
    let segment = |(place, (code, words, lang)): (usize, &Segment)| {
        let onchange = on_choose.reform(move |_: Event| place);
        html! {
            <label class="segment">
                <input type="radio" name={name.clone()} value={*code} checked={*code == value} {onchange} />
                <span lang={*lang}>{ words }</span>
            </label>
        }
    };
    html! {
        <fieldset class="segmented">
            <legend class="segmented-label">{ label }</legend>
            <div class="segmented-options">{ for segments.iter().enumerate().map(segment) }</div>
        </fieldset>
    }
}
