//! Sums of figures that overlap, against every set of figures that could be added.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cmp::Reverse;

use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use shared::fields::{CountryCode, FiscalYear};
use shared::map::{Figure, FigureFilter, FigureKind, MapView, Scope, Years, known, known_by_place};
use shared::validate::Validate;

fn year(year: u16) -> FiscalYear {
    year.try_into().unwrap()
}

fn years(from: u16, to: u16) -> Years {
    Years {
        from: year(from),
        to: year(to),
    }
}

fn figure(scope: Scope, from: u16, to: u16, invitees: u32, kind: FigureKind) -> Figure {
    Figure {
        country: None,
        group: None,
        from: year(from),
        to: year(to),
        scope,
        invitees,
        kind,
        source: "A report".into(),
        note: None,
    }
}

fn some_years() -> impl Strategy<Value = (u16, u16)> {
    (2014_u16..2020, 0_u16..4).prop_map(|(from, more)| (from, from + more))
}

/// Small numbers, so that many sums are the same.
fn some_figure() -> impl Strategy<Value = Figure> {
    let kind = prop_oneof![
        4 => Just(FigureKind::Exact),
        2 => Just(FigureKind::Derived),
        2 => Just(FigureKind::Approximate),
        1 => Just(FigureKind::Plan),
    ];
    let kind = prop_oneof![20 => kind, 1 => Just(FigureKind::Demo)];
    let invitees = prop_oneof![1 => Just(0), 4 => 1_u32..5];
    (select(Scope::ALL), some_years(), invitees, kind)
        .prop_map(|(scope, (from, to), invitees, kind)| figure(scope, from, to, invitees, kind))
}

/// Whether somebody may have been counted by both.
fn can_share(one: &Figure, other: &Figure) -> bool {
    let is_part = one.scope.is_within(other.scope) || other.scope.is_within(one.scope);
    is_part && one.years().touches(other.years())
}

/// What makes one set of figures better than another: its sum, the years that it covers, then how few of its figures
/// are approximate, derived, and there at all.
type Worth = (u32, u32, Reverse<usize>, Reverse<usize>, Reverse<usize>);

fn worth(set: &[&Figure], scope: Scope) -> Worth {
    let whole = set.iter().filter(|figure| scope.is_within(figure.scope));
    let some = |kind: FigureKind| {
        set.iter()
            .filter(|figure| figure.kind == kind && figure.invitees > 0)
            .count()
    };
    let all = set.iter().filter(|figure| figure.invitees > 0).count();
    (
        set.iter().map(|figure| figure.invitees).sum(),
        whole.map(|figure| figure.years().count()).sum(),
        Reverse(some(FigureKind::Approximate)),
        Reverse(some(FigureKind::Derived)),
        Reverse(all),
    )
}

/// The figures that may be added, whichever of them are. Where there was nobody, there was nobody in any part.
fn fitting(figures: &[Figure], scope: Scope, asked: Years) -> Vec<&Figure> {
    let is_told =
        |figure: &&Figure| figure.scope.is_within(scope) || figure.invitees == 0 && scope.is_within(figure.scope);
    let is_inside = |figure: &&Figure| is_told(figure) && figure.years().is_within(asked);
    let inside = figures.iter().filter(is_inside);
    let (plans, others): (Vec<_>, Vec<_>) = inside
        .filter(|figure| figure.kind != FigureKind::Demo)
        .partition(|figure| figure.kind == FigureKind::Plan);
    if others.is_empty() { plans } else { others }
}

fn has_nobody_twice(set: &[&Figure]) -> bool {
    let pairs = set
        .iter()
        .enumerate()
        .flat_map(|(place, one)| set[..place].iter().map(move |other| (one, other)));
    pairs.into_iter().all(|(one, other)| !can_share(one, other))
}

/// The best of all sets, found by trying each.
fn best(figures: &[&Figure], scope: Scope) -> Worth {
    let sets = (0_u32..1 << figures.len()).map(|bits| -> Vec<&Figure> {
        let chosen = (0..).zip(figures).filter(|(place, _)| bits >> place & 1 == 1);
        chosen.map(|(_, figure)| *figure).collect()
    });
    sets.filter(|set| has_nobody_twice(set))
        .map(|set| worth(&set, scope))
        .max()
        .unwrap()
}

proptest! {
    #[test]
    fn no_other_set_of_figures_is_better(
        figures in proptest::collection::vec(some_figure(), 0..10), scope in select(Scope::ALL), asked in some_years(),
    ) {
        let asked = years(asked.0, asked.1);
        let fitting = fitting(&figures, scope, asked);
        let Some(known) = known(figures.iter().enumerate(), scope, asked) else {
            let (most, covered, ..) = best(&fitting, scope);
            prop_assert!(fitting.is_empty() || most == 0 && covered < asked.count());
            return Ok(());
        };
        let added: Vec<&Figure> = known.figures.iter().map(|at| &figures[*at]).collect();
        prop_assert!(!added.is_empty() && known.figures.is_sorted());
        prop_assert!(added.iter().all(|figure| fitting.contains(figure)));
        prop_assert!(has_nobody_twice(&added));
        let own = worth(&added, scope);
        prop_assert_eq!(own, best(&fitting, scope));
        prop_assert_eq!(known.invitees, own.0);
        prop_assert_eq!(known.is_at_least, own.1 < asked.count());
        prop_assert_eq!(Some(known.kind), added.iter().map(|figure| figure.kind).max());
    }

    #[test]
    fn places_are_summed_apart_and_in_order(
        figures in proptest::collection::vec((some_figure(), select(vec![None, Some("CN"), Some("IN"), Some("ASEAN")])), 0..12),
        scope in select(Scope::ALL), asked in some_years(),
    ) {
        let asked = years(asked.0, asked.1);
        let placed = |(mut figure, place): (Figure, Option<&str>)| {
            figure.country = place.and_then(|place| place.parse().ok());
            figure.group = place.filter(|place| *place == "ASEAN").map(Into::into);
            figure
        };
        let figures: Vec<Figure> = figures.into_iter().map(placed).collect();
        let (places, all) = known_by_place(&figures, scope, asked);
        let of = |country: Option<&str>| {
            let is_here = |figure: &Figure| figure.group.is_none() && figure.country.map(CountryCode::code) == country;
            known(figures.iter().enumerate().filter(|(_, figure)| is_here(figure)), scope, asked)
        };
        let said: Vec<_> = places.iter().map(|place| (place.country.map(CountryCode::code), place.invitees)).collect();
        let mut expected: Vec<_> = [Some("CN"), Some("IN")].into_iter().filter_map(|code| Some((code, of(code)?))).collect();
        if expected.iter().any(|(_, known)| known.kind != FigureKind::Plan) {
            expected.retain(|(_, known)| known.kind != FigureKind::Plan);
        }
        let expected: Vec<_> = expected.into_iter().map(|(code, known)| (code, known.invitees)).collect();
        prop_assert_eq!(said, expected);
        prop_assert_eq!(all.map(|all| (all.country, all.figures)), of(None).map(|known| (None, known.figures)));
    }
}

/// What is added for everybody, from 2014 to 2016.
fn added(figures: &[Figure]) -> (u32, bool, FigureKind, Vec<usize>) {
    let known = known(figures.iter().enumerate(), Scope::All, years(2014, 2016)).unwrap();
    (known.invitees, known.is_at_least, known.kind, known.figures)
}

#[test]
fn a_year_without_anybody_is_whole_and_not_unknown() {
    let nobody = figure(Scope::All, 2020, 2020, 0, FigureKind::Exact);
    let asked = |to: u16| known([(0, &nobody)], Scope::All, years(2020, to));
    assert_eq!(
        asked(2020).map(|known| (known.invitees, known.is_at_least)),
        Some((0, false))
    );
    assert_eq!(asked(2021), None, "that at least nobody came says nothing");
    assert!(known([(0, &nobody)], Scope::All, years(2019, 2019)).is_none());
    let pupils = |figure: &Figure| known([(0, figure)], Scope::HighSchool, years(2020, 2020));
    assert_eq!(pupils(&nobody), asked(2020), "where nobody came, no pupil came");
    assert_eq!(pupils(&figure(Scope::All, 2020, 2020, 1, FigureKind::Exact)), None);
    assert_eq!(
        pupils(&figure(Scope::OpenApplication, 2020, 2020, 0, FigureKind::Exact)),
        None
    );
}

#[test]
fn of_equal_sums_the_surest_and_shortest_is_said() {
    use FigureKind::{Derived, Exact};
    let single = figure(Scope::All, 2014, 2016, 6, Exact);
    let parts = [
        figure(Scope::All, 2014, 2014, 1, Exact),
        figure(Scope::All, 2015, 2015, 2, Derived),
        figure(Scope::All, 2016, 2016, 3, Exact),
    ];
    let mut all = parts.to_vec();
    all.push(single);
    assert_eq!(added(&parts), (6, false, Derived, vec![0, 1, 2]));
    assert_eq!(added(&all), (6, false, Exact, vec![3]));
}

#[test]
fn a_whole_is_preferred_to_parts_of_the_same_sum_and_more_is_preferred_to_a_whole() {
    use FigureKind::{Approximate, Exact};
    let part = |invitees| figure(Scope::OpenApplication, 2014, 2014, invitees, Exact);
    let whole = figure(Scope::All, 2014, 2016, 6, Approximate);
    assert_eq!(added(&[part(6), whole.clone()]), (6, false, Approximate, vec![1]));
    assert_eq!(added(&[part(7), whole]), (7, true, Exact, vec![0]));
}

#[test]
fn years_must_not_run_backwards() {
    let filter = |from, to| FigureFilter {
        scope: None,
        from: Some(year(from)),
        to: Some(year(to)),
    };
    assert_eq!(filter(2016, 2016).validate(), Ok(()));
    let errors = filter(2017, 2016).validate().unwrap_err();
    assert_eq!(errors["to"][0].key, "invalid.years_backwards");
    let later = FigureFilter {
        from: Some(year(2030)),
        ..FigureFilter::default()
    };
    assert_eq!(later.years(year(2024)), years(2030, 2030));
    assert_eq!(FigureFilter::default().years(year(2024)), years(2014, 2024));
}

#[test]
fn fictional_numbers_are_shown_by_choice_and_by_default_in_the_demonstration_alone() {
    let shown = |query: &str| [true, false].map(|is_demo| MapView::from_query(query).is_illustrated(is_demo));
    assert_eq!(shown(""), [true, false]);
    assert_eq!(shown("illustration=true"), [true, true]);
    assert_eq!(shown("illustration=false"), [false, false]);
    assert_eq!(shown("illustration=true&layer=members"), [false, false]);
}
