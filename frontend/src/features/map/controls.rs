//! What can be chosen under the map: programme, what the colours count, how the world is drawn, and the illustration.

use shared::map::{MapForm, MapLayer, MapView, Scope};
use yew::{AttrValue, Callback, Event, Html, html};

use crate::browser::event;
use crate::forms::{Field, SelectField, SelectOption};
use crate::ui::{Segment, badge, segmented};
use crate::words::Words;

/// One choice. It changes what was chosen last, which may be more than what is drawn: Yew draws when it has time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The part of the programme.
    Scope(Scope),
    /// What the colours count.
    Layer(MapLayer),
    /// How the world is drawn.
    Form(MapForm),
    /// Whether fictional numbers fill gaps.
    Illustration(bool),
}

impl Choice {
    /// Makes this choice in a view.
    pub fn change(self, view: &mut MapView) {
        match self {
            Self::Scope(scope) => view.scope = scope,
            Self::Layer(layer) => view.layer = layer,
            Self::Form(form) => view.form = form,
            Self::Illustration(is_on) => view.illustration = Some(is_on),
        }
    }
}

/// The choices; `is_illustrated` is what the view comes to in this mode.
pub fn controls(words: &Words, view: &MapView, is_illustrated: bool, on_choice: &Callback<Choice>) -> Html {
    let layers: Vec<Segment> = MapLayer::ALL
        .iter()
        .map(|layer| (layer.code(), words.t(layer.key()), None))
        .collect();
    let forms: Vec<Segment> = MapForm::ALL
        .iter()
        .map(|form| (form.code(), words.t(form.key()), None))
        .collect();
    let on_layer =
        on_choice.reform(|place: usize| Choice::Layer(MapLayer::ALL.get(place).copied().unwrap_or(MapLayer::Figures)));
    let on_form =
        on_choice.reform(|place: usize| Choice::Form(MapForm::ALL.get(place).copied().unwrap_or(MapForm::World)));
    html! {
        <div class="map-controls">
            { scope_select(words, view, on_choice) }
            { segmented(words.t("map.layer"), &"map-layer".into(), &layers, view.layer.code(), &on_layer) }
            { segmented(words.t("map.form"), &"map-form".into(), &forms, view.form.code(), &on_form) }
            if view.layer == MapLayer::Figures {
                { illustration_switch(words, is_illustrated, on_choice) }
            }
        </div>
    }
}

fn scope_select(words: &Words, view: &MapView, on_choice: &Callback<Choice>) -> Html {
    let options: Vec<SelectOption> = Scope::ALL
        .iter()
        .map(|scope| (scope.code().into(), words.t(scope.key())))
        .collect();
    let on_scope = on_choice.reform(|code: String| Choice::Scope(code.parse().unwrap_or(Scope::All)));
    let field = Field::new("scope", words.t("map.scope"));
    html! {
        <SelectField {field} {options} value={AttrValue::from(view.scope.code())} on_change={on_scope} />
    }
}

fn illustration_switch(words: &Words, is_on: bool, on_choice: &Callback<Choice>) -> Html {
    let onchange = on_choice.reform(|event: Event| Choice::Illustration(event::is_checked(&event)));
    html! {
        <label class="map-illustration">
            <input type="checkbox" checked={is_on} {onchange} />
            <span>{ words.t("map.show_illustration") }</span>
            { badge(words.t("map.fiction")) }
        </label>
    }
}
