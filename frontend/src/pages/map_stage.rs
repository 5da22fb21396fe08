//! The map's page while its years pass: only what shows the year is drawn again, not the whole page.

use std::rc::Rc;

use shared::fields::{CountryCode, FiscalYear};
use shared::map::{FigureList, Illustration, ListMapMembers, MapForm, MapLayer, MapMemberFilter, MapMembers, MapView};
use yew::{
    Callback, Html, Properties, UseStateSetter, component, hook, html, use_callback, use_memo, use_mut_ref,
    use_state_eq,
};

use super::map::Steer;
use super::part_page::use_part;
use super::parts::{Draw, Part};
use crate::api::use_query_if;
use crate::features::map::{Atlas, Passage, Pictures, Stage, YearBar, year_note};
use crate::words::{Words, use_words};

/// What the page shows.
#[derive(Clone, PartialEq)]
pub(super) struct MapShown {
    /// What was chosen.
    pub(super) view: Rc<MapView>,
    /// All published figures.
    pub(super) list: Rc<FigureList>,
    /// Members by country/region, where they are known.
    pub(super) members: Option<Rc<MapMembers>>,
    /// Fictional numbers, where they are shown.
    pub(super) fiction: Option<Rc<Illustration>>,
    /// The shapes, as soon as they are here.
    pub(super) atlas: Option<Rc<Atlas>>,
    /// Called with the country/region that is chosen.
    pub(super) on_choose: Callback<Option<CountryCode>>,
}

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What to show.
    pub(super) shown: MapShown,
    /// Whether the shapes cannot be had.
    pub(super) is_missing: bool,
    /// The ways to choose otherwise.
    pub(super) steer: Steer,
}

/// Map, years and card.
#[component]
pub(super) fn MapStage(props: &Props) -> Html {
    let words = use_words();
    let shown = &props.shown;
    // The year while the slider moves or plays; the address follows when the hand rests.
    let passing = use_state_eq(|| None::<Option<FiscalYear>>);
    let view = use_memo((Rc::clone(&shown.view), *passing), |(view, passing)| MapView {
        year: passing.unwrap_or(view.year),
        ..(**view).clone()
    });
    // Members of a year that passes; those of the year that was chosen are known.
    let is_counted = view.layer == MapLayer::Members && passing.is_some();
    let passed = use_query_if::<ListMapMembers>(is_counted.then(|| ((), counted(&view)))).data;
    let members = passed.filter(|_| is_counted).or_else(|| shown.members.clone());
    let pictures = use_pictures(shown, &members);
    let tiles = use_part((view.form == MapForm::Tiles).then_some(Part::Tiles));
    let passage = use_mut_ref(Passage::default).borrow().clone();
    let on_year = {
        let deps = (props.steer.clone(), passing.setter(), passage.clone());
        use_callback(deps, |year, (steer, passing, passage)| {
            passage.stop();
            passing.set(None);
            steer.go(|view| view.year = year);
        })
    };
    let on_show = show(&words, &passage, &view, &pictures, passing.setter());
    let picture = pictures.of(view.year);
    let note = Some(year_note(&words, &view, &shown.list, &picture));
    let last = pictures.last_year();
    let years =
        html! { <YearBar {last} year={view.year} {on_show} on_choose={on_year} {note} passage={passage.clone()} /> };
    match &shown.atlas {
        Some(atlas) => html! {
            <Stage
                {view}
                atlas={Rc::clone(atlas)}
                {picture}
                is_passing={passing.is_some()}
                {passage}
                list={Rc::clone(&shown.list)}
                {members}
                tiles={tiles.draw.and_then(|draw| if let Draw::Tiles(draw) = draw { Some(draw) } else { None })}
                {years}
                on_choose={shown.on_choose.clone()}
            />
        },
        None if props.is_missing => years,
        None => html! { <div class="stage-waiting skeleton" role="status">{ words.t("map.loading") }</div> },
    }
}

/// Shows a year that passes: past Yew where the map is coloured by what is known already.
fn show(
    words: &Words,
    passage: &Passage,
    view: &Rc<MapView>,
    pictures: &Rc<Pictures>,
    passing: UseStateSetter<Option<Option<FiscalYear>>>,
) -> Callback<Option<FiscalYear>> {
    let (words, passage, view, pictures) = (words.clone(), passage.clone(), Rc::clone(view), Rc::clone(pictures));
    Callback::from(move |year| {
        if view.layer == MapLayer::Members || view.form == MapForm::Tiles {
            passing.set(Some(year));
            return;
        }
        let (passing, later) = (passing.clone(), Rc::clone(&pictures));
        let rest = move || {
            passing.set(Some(year));
            later.of(year.map_or(Some(FiscalYear::FIRST), FiscalYear::next));
        };
        passage.show(&words, year, view.country, &pictures.of(year), rest);
    })
}

/// The pictures of all years, found anew only when something else has changed.
#[hook]
pub(super) fn use_pictures(shown: &MapShown, members: &Option<Rc<MapMembers>>) -> Rc<Pictures> {
    let parts = (
        Rc::clone(&shown.view),
        Rc::clone(&shown.list),
        members.clone(),
        shown.fiction.clone(),
    );
    use_memo(parts, |(view, list, members, fiction)| {
        Pictures::new(view, Rc::clone(list), members.clone(), fiction.clone())
    })
}

/// The members that the colours count: those of the year and programme that are looked at.
pub(super) fn counted(view: &MapView) -> MapMemberFilter {
    if view.layer == MapLayer::Figures {
        return MapMemberFilter::default();
    }
    MapMemberFilter {
        fiscal_year: view.year.into_iter().collect(),
        programme: view.scope.programmes().to_vec(),
        ..MapMemberFilter::default()
    }
}
