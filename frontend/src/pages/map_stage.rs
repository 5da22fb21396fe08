//! The map's page while its years pass: only what shows the year is drawn again, not the whole page.

use std::cell::RefCell;
use std::rc::Rc;

use shared::fields::{CountryCode, FiscalYear};
use shared::map::{FigureList, Illustration, ListMapMembers, MapForm, MapLayer, MapMemberFilter, MapMembers, MapView};
use yew::{Callback, Html, Properties, UseStateSetter, component, hook, html};
use yew::{use_effect_with, use_memo, use_mut_ref, use_state_eq};

use super::map::Steer;
use super::part_page::{missing, use_part};
use super::parts::{Draw, Part};
use crate::api::use_query_if;
use crate::features::map::{Atlas, Face, Passage, Pictures, Stage, Step, YearBar, year_note};
use crate::ui::{SkeletonShape, skeleton};
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
    let passed = use_query_if::<ListMapMembers>(is_counted.then(|| ((), counted(&view))));
    let members = if is_counted {
        passed.data.filter(|_| !passed.is_old)
    } else {
        shown.members.clone()
    };
    let pictures = use_pictures(shown, &members);
    let tiles = use_part((view.form == MapForm::Tiles).then_some(Part::Tiles));
    let past = Past {
        passage: use_mut_ref(Passage::default).borrow().clone(),
        face: use_mut_ref(Face::default).borrow().clone(),
        noted: use_mut_ref(|| None),
        passing: passing.setter(),
    };
    let on_year = choose(&words, &past, &view, &pictures, &props.steer);
    use_end(&shown.view, past.passage.year().or(*passing), &on_year);
    let on_show = show(&words, &past, &view, &pictures);
    let picture = pictures.of(view.year);
    let Past {
        passage, face, noted, ..
    } = past;
    let note = Some(html! { <YearNote view={Rc::clone(&view)} pictures={Rc::clone(&pictures)} {noted} /> });
    let last = pictures.last_year();
    let years =
        html! { <YearBar {last} year={view.year} {on_show} on_choose={on_year} {note} passage={passage.clone()} /> };
    if shown.atlas.is_none() && !props.is_missing {
        return html! { <div class="stage-waiting skeleton" role="status">{ words.t("map.loading") }</div> };
    }
    let instead = match shown.atlas {
        None => Html::default(),
        Some(_) if tiles.is_missing => missing(&words, &tiles.retry),
        Some(_) => skeleton(&words, SkeletonShape::Text, 6),
    };
    html! {
        <Stage
            {view}
            atlas={shown.atlas.clone()}
            {picture}
            is_passing={passing.is_some()}
            {passage}
            {face}
            list={Rc::clone(&shown.list)}
            {members}
            tiles={tiles.draw.and_then(|draw| if let Draw::Tiles(draw) = draw { Some(draw) } else { None })}
            {instead}
            {years}
            on_choose={shown.on_choose.clone()}
        />
    }
}

/// Another choice ends what passes, in its year.
#[hook]
fn use_end(view: &MapView, year: Passed, on_year: &Callback<Option<FiscalYear>>) {
    let choice = MapView {
        year: None,
        country: None,
        ..view.clone()
    };
    let on_year = on_year.clone();
    use_effect_with(choice, move |_| {
        if let Some(year) = year {
            on_year.emit(year);
        }
    });
}

/// What shows a year past Yew.
#[derive(Clone)]
struct Past {
    passage: Passage,
    face: Face,
    noted: Noted,
    passing: UseStateSetter<Passed>,
}

/// Shows a year that passes: past Yew where the map is coloured by what is known already.
fn show(words: &Words, past: &Past, view: &Rc<MapView>, pictures: &Rc<Pictures>) -> Callback<Option<FiscalYear>> {
    let (words, past, view, pictures) = (words.clone(), past.clone(), Rc::clone(view), Rc::clone(pictures));
    Callback::from(move |year| {
        if view.layer == MapLayer::Members || view.form == MapForm::Tiles {
            past.passing.set(Some(year));
            return;
        }
        past.face.keep();
        let (told, chosen, picture) = (words.clone(), view.country, pictures.of(year));
        let (face, noted, later, shown) = (
            past.face.clone(),
            Rc::clone(&past.noted),
            Rc::clone(&pictures),
            Rc::clone(&picture),
        );
        let say_number = move || face.hold(&told, &shown, chosen);
        let say_more = move || note(&noted, Some(year));
        // Nothing is drawn for it: the next year, which may pass soon, is found between two frames.
        let look_ahead = move || drop(later.of(year.map_or(Some(FiscalYear::FIRST), FiscalYear::next)));
        let steps: Vec<Step> = vec![Box::new(say_number), Box::new(say_more), Box::new(look_ahead)];
        past.passage.show(&words, year, picture, steps);
    })
}

/// Chooses a year that has passed: what was to follow it follows now.
fn choose(
    words: &Words,
    past: &Past,
    view: &Rc<MapView>,
    pictures: &Rc<Pictures>,
    steer: &Steer,
) -> Callback<Option<FiscalYear>> {
    let (words, past, view, pictures) = (words.clone(), past.clone(), Rc::clone(view), Rc::clone(pictures));
    let steer = steer.clone();
    Callback::from(move |year| {
        if past.passage.year().is_some() {
            past.face.hold(&words, &pictures.of(year), view.country);
        }
        past.passing.set(None);
        past.passage.stop();
        past.face.let_go();
        note(&past.noted, None);
        steer.go(|view| view.year = year);
    })
}

/// A year that passes, or all years together; nothing when none passes.
type Passed = Option<Option<FiscalYear>>;
/// What tells the note about it.
type Noted = Rc<RefCell<Option<UseStateSetter<Passed>>>>;

fn note(noted: &Noted, passed: Passed) {
    if let Some(setter) = &*noted.borrow() {
        setter.set(passed);
    }
}

#[derive(PartialEq, Properties)]
struct NoteProps {
    view: Rc<MapView>,
    pictures: Rc<Pictures>,
    noted: Noted,
}

/// What can be said about the year. A component, because it alone is drawn anew with each year that passes.
#[component]
fn YearNote(props: &NoteProps) -> Html {
    let words = use_words();
    let passed = use_state_eq(|| None::<Option<FiscalYear>>);
    let (noted, setter) = (Rc::clone(&props.noted), passed.setter());
    use_effect_with((), move |()| drop(noted.replace(Some(setter))));
    let view = MapView {
        year: passed.unwrap_or(props.view.year),
        ..(*props.view).clone()
    };
    year_note(&words, &view, props.pictures.list(), &props.pictures.of(view.year))
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
