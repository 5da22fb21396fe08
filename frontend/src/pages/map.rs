//! The map's page: the address is the choice, everything else follows from it and from three answers of the server.

use std::rc::Rc;

use shared::api::Empty;
use shared::fields::{CountryCode, FiscalYear};
use shared::map::{
    FigureFilter, FigureList, GetIllustration, Illustration, ListFigures, ListMapMembers, MapForm, MapLayer,
    MapMemberFilter, MapMembers, MapView,
};
use shared::words::Text;
use yew::{Callback, Html, component, hook, html, use_callback, use_memo, use_state_eq};

use super::parts::{Draw, Part, use_part};
use crate::api::{load, use_query, use_query_if};
use crate::features::auth::use_session;
use crate::features::map::{NumbersProps, Picture, Stage, YearBar, controls, last_year, use_atlas, year_note};
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
    let (asked, push) = use_view();
    let figures = use_query::<ListFigures>((), FigureFilter::default());
    // A year after all figures shows all years, as if none had been chosen.
    let settled = use_memo((asked, figures.data.clone()), |(view, list)| MapView {
        year: view
            .year
            .filter(|year| list.as_ref().is_none_or(|list| *year <= last_year(&list.figures))),
        ..(**view).clone()
    });
    let is_illustrated = settled.layer == MapLayer::Figures && settled.illustration.unwrap_or(is_demo);
    // The year while the slider moves or plays; the address follows when the hand rests.
    let passing = use_state_eq(|| None::<Option<FiscalYear>>);
    let seen = use_memo((Rc::clone(&settled), *passing), |(view, passing)| MapView {
        year: passing.unwrap_or(view.year),
        ..(**view).clone()
    });
    let fiction = use_query_if::<GetIllustration>(is_illustrated.then_some(((), Empty {}))).data;
    let counted = use_query::<ListMapMembers>((), counted(&seen)).data;
    let fiction = fiction.filter(|_| is_illustrated);
    let picture = use_picture(&seen, &figures.data, &counted, &fiction);
    let still = use_picture(&settled, &figures.data, &counted, &fiction);
    let atlas = use_atlas();
    let tiles = use_part((settled.form == MapForm::Tiles).then_some(Part::Tiles));
    let on_choose = use_callback((Rc::clone(&settled), push.clone()), choose);
    let on_year = use_callback(
        (Rc::clone(&settled), push.clone(), passing.setter()),
        |year, (view, push, passing)| {
            passing.set(None);
            push.emit(MapView {
                year,
                ..(**view).clone()
            });
        },
    );
    let on_show = use_callback(passing.setter(), |year, passing| passing.set(Some(year)));
    let content = load(&words, &figures, skeleton(&words, SkeletonShape::Text, 6), |list| {
        let note = year_note(&words, &seen, &list, &picture);
        let years =
            html! { <YearBar last={last_year(&list.figures)} year={seen.year} {on_show} on_choose={on_year} {note} /> };
        let drawing = match &atlas.data {
            Some(shapes) => html! {
                <Stage
                    view={Rc::clone(&seen)}
                    atlas={Rc::clone(shapes)}
                    picture={Rc::clone(&picture)}
                    list={Rc::clone(&list)}
                    members={counted.clone()}
                    tiles={tiles.draw.and_then(|draw| if let Draw::Tiles(draw) = draw { Some(draw) } else { None })}
                    {years}
                    on_choose={on_choose.clone()}
                />
            },
            // Without the shapes, why there is no map: years, table and charts go on.
            None if atlas.failure.is_some() => html! {
                <>{ problem_panel(&words, &Text::new("map.no_shapes"), None, &atlas.retry) }{ years }</>
            },
            None => html! { <div class="stage-waiting skeleton" role="status">{ words.t("map.loading") }</div> },
        };
        let numbers = NumbersProps {
            view: Rc::clone(&settled),
            picture: Rc::clone(&still),
            list,
            members: counted.clone(),
            fiction: fiction.clone(),
            atlas: atlas.data.clone(),
            on_choose: on_choose.clone(),
        };
        html! {
            <>
                { drawing }
                { controls(&words, &settled, is_illustrated, &push) }
                <Under {numbers} />
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

/// What was chosen, from the address, and the way to choose otherwise.
#[hook]
fn use_view() -> (Rc<MapView>, Callback<MapView>) {
    let here = use_location();
    let view = use_memo(here.location.query.clone(), |query| MapView::from_query(query));
    let push = use_callback(here.push.clone(), |view: MapView, push| {
        push.emit(Route::Map.at(&view.to_query()));
    });
    (view, push)
}

/// The members that the colours count: those of the year and programme that are looked at.
fn counted(view: &MapView) -> MapMemberFilter {
    if view.layer == MapLayer::Figures {
        return MapMemberFilter::default();
    }
    MapMemberFilter {
        fiscal_year: view.year.into_iter().collect(),
        programme: view.scope.programmes().to_vec(),
        ..MapMemberFilter::default()
    }
}

/// Chooses a country/region, or none.
fn choose(country: Option<CountryCode>, (view, push): &(Rc<MapView>, Callback<MapView>)) {
    if view.country == country {
        return;
    }
    push.emit(MapView {
        country,
        ..(**view).clone()
    });
}

/// The numbers of a view, found anew only when something of it has changed.
#[hook]
fn use_picture(
    view: &Rc<MapView>,
    list: &Option<Rc<FigureList>>,
    members: &Option<Rc<MapMembers>>,
    fiction: &Option<Rc<Illustration>>,
) -> Rc<Picture> {
    let parts = (Rc::clone(view), list.clone(), members.clone(), fiction.clone());
    use_memo(parts, |(view, list, members, fiction)| {
        let figures = list.as_ref().map(|list| list.figures.as_slice()).unwrap_or_default();
        Picture::of(view, figures, members.as_deref(), fiction.as_deref())
    })
}

#[derive(PartialEq, yew::Properties)]
struct UnderProps {
    numbers: NumbersProps,
}

/// Table, charts and notes, whose code is fetched when the reader comes near.
#[component]
fn Under(props: &UnderProps) -> Html {
    let words = use_words();
    let is_near = use_nearness(NUMBERS);
    let part = use_part(is_near.then_some(Part::Numbers));
    let content = match part.draw {
        Some(Draw::Numbers(draw)) => draw(props.numbers.clone()),
        _ if part.is_missing => problem_panel(&words, &Text::new("failure.offline"), None, &part.retry),
        _ if is_near => skeleton(&words, SkeletonShape::Text, 4),
        _ => Html::default(),
    };
    html! { <div class="map-under" id={NUMBERS}>{ content }</div> }
}
