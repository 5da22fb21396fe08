//! What can be chosen under the map: programme, what the colours count, how the world is drawn, and the illustration.

use std::rc::Rc;

use shared::map::{MapForm, MapLayer, MapView, Scope};
use yew::{AttrValue, Callback, Event, Html, html};

use crate::browser::event;
use crate::forms::{Field, SelectField, SelectOption};
use crate::ui::{Segment, badge, segmented};
use crate::words::Words;

/// The choices; `is_illustrated` is what the view comes to in this mode.
pub fn controls(words: &Words, view: &Rc<MapView>, is_illustrated: bool, on_change: &Callback<MapView>) -> Html {
    let changed = |change: fn(&mut MapView, usize)| {
        let view = Rc::clone(view);
        on_change.reform(move |place: usize| {
            let mut next = (*view).clone();
            change(&mut next, place);
            next
        })
    };
    let layers: Vec<Segment> = MapLayer::ALL
        .iter()
        .map(|layer| (layer.code(), words.t(layer.key()), None))
        .collect();
    let forms: Vec<Segment> = MapForm::ALL
        .iter()
        .map(|form| (form.code(), words.t(form.key()), None))
        .collect();
    let on_layer = changed(|view, place| view.layer = MapLayer::ALL.get(place).copied().unwrap_or(MapLayer::Figures));
    let on_form = changed(|view, place| view.form = MapForm::ALL.get(place).copied().unwrap_or(MapForm::World));
    html! {
        <div class="map-controls">
            { scope_select(words, view, on_change) }
            { segmented(words.t("map.layer"), &"map-layer".into(), &layers, view.layer.code(), &on_layer) }
            { segmented(words.t("map.form"), &"map-form".into(), &forms, view.form.code(), &on_form) }
            if view.layer == MapLayer::Figures {
                { illustration_switch(words, view, is_illustrated, on_change) }
            }
        </div>
    }
}

fn scope_select(words: &Words, view: &Rc<MapView>, on_change: &Callback<MapView>) -> Html {
    let options: Vec<SelectOption> = Scope::ALL
        .iter()
        .map(|scope| (scope.code().into(), words.t(scope.key())))
        .collect();
    let before = Rc::clone(view);
    let on_scope = on_change.reform(move |code: String| MapView {
        scope: code.parse().unwrap_or(before.scope),
        ..(*before).clone()
    });
    let field = Field::new("scope", words.t("map.scope"));
    html! {
        <SelectField {field} {options} value={AttrValue::from(view.scope.code())} on_change={on_scope} />
    }
}

fn illustration_switch(words: &Words, view: &Rc<MapView>, is_on: bool, on_change: &Callback<MapView>) -> Html {
    let before = Rc::clone(view);
    let onchange = on_change.reform(move |event: Event| MapView {
        illustration: Some(event::is_checked(&event)),
        ..(*before).clone()
    });
    html! {
        <label class="map-illustration">
            <input type="checkbox" checked={is_on} {onchange} />
            <span>{ words.t("map.show_illustration") }</span>
            { badge(words.t("map.fiction")) }
        </label>
    }
}
