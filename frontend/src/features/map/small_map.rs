//! The small map of the start page: the same shapes and figures, without the tools.

use std::rc::Rc;

use shared::fields::CountryCode;
use shared::map::{FigureFilter, ListFigures, MapView};
use shared::words::Text;
use yew::{Callback, Html, component, html, use_callback, use_memo, use_mut_ref, use_state_eq};

use super::colours::Brush;
use super::picture::Picture;
use super::said;
use super::use_atlas::use_atlas;
use super::world_map::{Pointed, WorldMap};
use crate::api::use_query;
use crate::routes::Route;
use crate::words::use_words;

/// The map with one line under it, which tells of what is pointed at.
#[component]
pub fn SmallMap() -> Html {
    let words = use_words();
    let atlas = use_atlas().data;
    let figures = use_query::<ListFigures>((), FigureFilter::default()).data;
    let active = use_state_eq(|| None::<CountryCode>);
    let chosen = use_state_eq(|| None::<CountryCode>);
    let on_point = use_callback((), {
        let active = active.setter();
        move |pointed: Pointed, ()| {
            let (Pointed::Passing(country) | Pointed::Reached(country)) = pointed;
            active.set(country);
        }
    });
    let on_choose: Callback<Option<CountryCode>> = use_callback((), {
        let chosen = chosen.setter();
        move |country, ()| chosen.set(country)
    });
    let picture = use_memo(figures, |figures| {
        let figures = figures.as_ref().map(|list| list.figures.as_slice()).unwrap_or_default();
        Picture::of(&MapView::default(), figures, None, None)
    });
    let brush = use_mut_ref(Brush::default);
    let Some(atlas) = atlas else { return Html::default() };
    let brush = brush.borrow().clone();
    let line = match (active.or(*chosen), &picture.all) {
        (Some(country), _) => said::line(&words, &picture, country),
        (None, Some(all)) => words.say(
            &Text::new("map.small_line")
                .with("years", said::years(&words, picture.years))
                .with("number", said::place_figure(&words, all)),
        ),
        (None, None) => words.t("map.title"),
    };
    html! {
        <div class="small-map">
            <WorldMap {atlas} picture={Rc::clone(&picture)} {brush} chosen={*chosen} {on_point} {on_choose} />
            <p class="small-map-line" role="status">{ line }</p>
            <a class="button" href={Route::Map.path()}>{ words.t("map.open") }</a>
        </div>
    }
}
