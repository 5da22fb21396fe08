//! The map's page: the address is the choice, everything else follows from it and from three answers of the server.

use std::cell::RefCell;
use std::rc::Rc;

use shared::api::Empty;
use shared::map::{FigureFilter, GetIllustration, ListFigures, ListMapMembers, MapLayer, MapView};
use shared::words::Text;
use yew::{Callback, Html, component, hook, html, use_callback, use_memo, use_mut_ref};

use super::map_stage::{MapShown, MapStage, counted, use_pictures};
use super::part_page::{missing, use_part};
use super::parts::{Draw, Part};
use crate::api::{load, use_query, use_query_if};
use crate::features::auth::use_session;
use crate::features::map::{Choice, NumbersProps, controls, last_year, use_atlas};
use crate::layout::{page_title, use_title};
use crate::routes::{Route, use_location};
use crate::ui::{SkeletonShape, problem_panel, skeleton, use_nearness};
use crate::words::use_words;

/// The id of what stands under the map.
const NUMBERS: &str = "map-numbers";

/// The page.
#[component]
pub fn MapPage() -> Html {
    let words = use_words();
    let is_demo = use_session().is_demo();
    use_title(words.t("map.title"));
    let (asked, steer) = use_view();
    let figures = use_query::<ListFigures>((), FigureFilter::default());
    // A year after all figures shows all years, as if none had been chosen.
    let view = use_memo((asked, figures.data.clone()), |(view, list)| MapView {
        year: view
            .year
            .filter(|year| list.as_ref().is_none_or(|list| *year <= last_year(&list.figures))),
        ..(**view).clone()
    });
    let is_illustrated = view.is_illustrated(is_demo);
    let fiction = use_query_if::<GetIllustration>(is_illustrated.then_some(((), Empty {}))).data;
    let fiction = fiction.filter(|_| is_illustrated);
    let counted = use_query::<ListMapMembers>((), counted(&view));
    let members = counted.data.filter(|_| !counted.is_old);
    let uncounted = counted
        .failure
        .filter(|_| view.layer == MapLayer::Members && members.is_none());
    let atlas = use_atlas();
    let on_choose = use_callback(steer.clone(), |country, steer| {
        steer.go(|view| view.country = country);
    });
    let on_choice = use_callback(steer.clone(), |choice: Choice, steer| {
        steer.go(|view| choice.change(view));
    });
    let content = load(&words, &figures, skeleton(&words, SkeletonShape::Text, 6), |list| {
        let shown = MapShown {
            view: Rc::clone(&view),
            list,
            members: members.clone(),
            fiction: fiction.clone(),
            atlas: atlas.data.clone(),
            on_choose: on_choose.clone(),
        };
        // Without the shapes, why there is no map: years, table and charts go on.
        let why = atlas.failure.is_some() && atlas.data.is_none();
        html! {
            <>
                { for why.then(|| problem_panel(&words, &Text::new("map.no_shapes"), None, &atlas.retry)) }
                { for uncounted.as_ref().map(|failure| problem_panel(&words, &failure.text(), failure.request_id(), &counted.retry)) }
                <MapStage shown={shown.clone()} is_missing={why} steer={steer.clone()} />
                { controls(&words, &view, is_illustrated, &on_choice) }
                <Under {shown} />
            </>
        }
    });
    html! {
        <div class="map-page">
            { page_title(words.t("map.title"), Some(words.t("map.lead"))) }
            { content }
        </div>
    }
}

/// The ways to choose otherwise. A change is made to what was chosen last, which may not have been drawn yet.
#[derive(Clone)]
pub(super) struct Steer {
    latest: Rc<RefCell<MapView>>,
    push: Callback<String>,
    replace: Callback<String>,
}

impl PartialEq for Steer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.latest, &other.latest) && self.push == other.push && self.replace == other.replace
    }
}

impl Steer {
    /// Goes on to a changed view. Years that follow each other are one step of the history.
    pub(super) fn go(&self, change: impl FnOnce(&mut MapView)) {
        let mut next = self.latest.borrow().clone();
        change(&mut next);
        let is_changed = *self.latest.borrow() != next;
        if is_changed {
            let years = self.latest.borrow().year.zip(next.year);
            let is_year = years.is_some_and(|(before, year)| before != year);
            let go = if is_year { &self.replace } else { &self.push };
            go.emit(Route::Map.at(&next.to_query()));
            self.latest.replace(next);
        }
    }
}

/// What was chosen, from the address.
#[hook]
fn use_view() -> (Rc<MapView>, Steer) {
    let here = use_location();
    let latest = use_mut_ref(MapView::default);
    let view = use_memo(here.location.query.clone(), |query| {
        let view = MapView::from_query(query);
        latest.replace(view.clone());
        view
    });
    (
        view,
        Steer {
            latest,
            push: here.push,
            replace: here.replace,
        },
    )
}

#[derive(PartialEq, yew::Properties)]
struct UnderProps {
    shown: MapShown,
}

/// Table, charts and notes, whose code is fetched when the reader comes near.
#[component]
fn Under(props: &UnderProps) -> Html {
    let words = use_words();
    let is_near = use_nearness(NUMBERS);
    let part = use_part(is_near.then_some(Part::Numbers));
    let shown = &props.shown;
    let pictures = use_pictures(shown, &shown.members);
    let content = match part.draw {
        Some(Draw::Numbers(draw)) => draw(NumbersProps {
            view: Rc::clone(&shown.view),
            picture: pictures.of(shown.view.year),
            list: Rc::clone(&shown.list),
            members: shown.members.clone(),
            fiction: shown.fiction.clone(),
            atlas: shown.atlas.clone(),
            on_choose: shown.on_choose.clone(),
        }),
        _ if part.is_missing => missing(&words, &part.retry),
        _ if is_near => skeleton(&words, SkeletonShape::Text, 4),
        _ => Html::default(),
    };
    // Whoever comes here by keyboard, or hears the page, finds it before it is there, and brings it by coming.
    let label = part.draw.is_none().then(|| words.t("map.table"));
    let tabindex = if label.is_some() { "0" } else { "-1" };
    html! { <section class="map-under" id={NUMBERS} {tabindex} aria-label={label}>{ content }</section> }
}
