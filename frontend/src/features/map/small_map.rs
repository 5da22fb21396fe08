//! The small living map of the start page: the same shapes, figures and years, without the tools.

use std::rc::Rc;

use shared::fields::{CountryCode, FiscalYear};
use shared::map::{FigureFilter, ListFigures, MapView, Scope};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, component, hook, html};
use yew::{use_callback, use_memo, use_mut_ref, use_state_eq};

use super::legend::{Legend, Only};
use super::passage::Passage;
use super::picture::Picture;
use super::pictures::Pictures;
use super::use_atlas::use_atlas;
use super::world_map::{Pointed, WorldMap};
use super::year_bar::YearBar;
use super::{said, sources};
use crate::api::{Failure, use_query};
use crate::routes::Route;
use crate::ui::problem_panel;
use crate::words::{Words, use_words};

/// The map with its legend, its years, and one line under it, which tells of what is pointed at.
#[component]
pub fn SmallMap() -> Html {
    let words = use_words();
    let atlas = use_atlas();
    let list = use_query::<ListFigures>((), FigureFilter::default());
    let (active, on_point) = use_pointed_country();
    let chosen = use_state_eq(|| None::<CountryCode>);
    let on_choose: Callback<Option<CountryCode>> = use_callback(chosen.setter(), |country, chosen| chosen.set(country));
    let only = use_state_eq(Only::default);
    let on_only = use_callback(only.setter(), |next, only| only.set(next));
    let year = use_state_eq(|| None::<FiscalYear>);
    let passage = use_mut_ref(Passage::default).borrow().clone();
    let on_year = use_callback((year.setter(), passage.clone()), |next, (year, passage)| {
        passage.stop();
        year.set(next);
    });
    let pictures = use_memo(list.data, |list| {
        let list = list.clone()?;
        Some(Rc::new(Pictures::new(&MapView::default(), list, None, None)))
    });
    // What is here stays when it cannot be had again.
    let problem = |failure: &Failure, retry| problem_panel(&words, &failure.text(), failure.request_id(), retry);
    let Some(pictures) = (*pictures).clone() else {
        return list
            .failure
            .map_or_else(Html::default, |failure| problem(&failure, &list.retry));
    };
    if atlas.data.is_none() && atlas.failure.is_none() {
        return Html::default();
    }
    let on_show = {
        let (words, passage, pictures, year) = (words.clone(), passage.clone(), Rc::clone(&pictures), year.setter());
        Callback::from(move |next: Option<FiscalYear>| {
            let year = year.clone();
            passage.show(&words, next, pictures.of(next), vec![Box::new(move || year.set(next))]);
        })
    };
    let picture = pictures.of(*year);
    let country = active.or(*chosen);
    let line = line(&words, &picture, country);
    let source = sources::line(&words, sources::behind(&picture, country, pictures.list()));
    let (last, layer) = (pictures.last_year(), picture.layer);
    html! {
        <div class="small-map">
            if let Some(failure) = atlas.failure.filter(|_| atlas.data.is_none()) {
                { problem(&failure, &atlas.retry) }
            }
            if let Some(atlas) = atlas.data {
                <div class="small-map-drawing" data-only={only.code()}>
                    <WorldMap {atlas} {picture} brush={passage.brush.clone()} chosen={*chosen} {on_point} {on_choose} />
                    <Legend {layer} has_fiction={false} only={*only} {on_only} />
                </div>
            }
            <YearBar {last} year={*year} {on_show} on_choose={on_year} {passage} />
            <p class="small-map-line" role="status">{ line }</p>
            <div class="small-map-source">{ source }</div>
            <p class="map-keys" id="map-keys">{ words.t("map.keys") }</p>
            <a class="button" href={Route::Map.path()}>{ words.t("map.open") }</a>
        </div>
    }
}

/// What is pointed at, and how that changes.
#[hook]
fn use_pointed_country() -> (Option<CountryCode>, Callback<Pointed>) {
    let active = use_state_eq(|| None::<CountryCode>);
    let on_point = use_callback(active.setter(), |pointed: Pointed, active| {
        let (Pointed::Passing(country) | Pointed::Reached(country)) = pointed;
        active.set(country);
    });
    (*active, on_point)
}

/// What is pointed at, else all together.
fn line(words: &Words, picture: &Picture, country: Option<CountryCode>) -> AttrValue {
    match (country, &picture.all) {
        (Some(country), _) => said::line(words, picture, country),
        (None, Some(all)) => words.say(
            &Text::new("map.small_line")
                .with("years", said::years(words, picture.years))
                .with("number", said::place_figure(words, all)),
        ),
        (None, None) => said::no_total(words, Scope::All, picture.years),
    }
}
