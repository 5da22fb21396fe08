//! What published figures say together. Their years and scopes overlap: a sum takes figures that have nobody in common.

use std::ops::Add;

use super::{Figure, FigureKind, PlaceFigure, Scope, Years};
use crate::fields::CountryCode;

/// The most that figures account for without counting anybody twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Invitees.
    pub invitees: u32,
    /// Whether some of the years or some of the scope are not covered.
    pub is_at_least: bool,
    /// The least sure kind among the figures that were added.
    pub kind: FigureKind,
    /// Places of the added figures in the list that was given, in order.
    pub figures: Vec<usize>,
}

/// Adds up the figures of one place (a country/region, or all of them) for a scope and years.
///
/// Only figures count whose years and scope lie within what is asked; that nobody came in a whole is said of its parts
/// as well. Of all their sets in which no two can have a
/// person in common - their years do not overlap, or neither scope is a part of the other - the one with the largest
/// sum is taken, and with it the best that is known: at least so many came. Among sets of the same sum it is the one
/// that covers the most years, then the surest, then the one of the fewest figures. Plans are not people who came:
/// they are added to each other only, and only where nothing else is known. Nothing when no figure fits, or when all they
/// say is that at least nobody came.
pub fn known<'a>(figures: impl IntoIterator<Item = (usize, &'a Figure)>, scope: Scope, years: Years) -> Option<Known> {
    let fits =
        |figure: &Figure| figure.kind != FigureKind::Demo && figure.tells_of(scope) && figure.years().is_within(years);
    let (plans, come): (Vec<_>, Vec<_>) = figures
        .into_iter()
        .filter(|(_, figure)| fits(figure))
        .partition(|(_, figure)| figure.kind == FigureKind::Plan);
    let fitting = if come.is_empty() { plans } else { come };
    if fitting.is_empty() {
        return None;
    }
    let sums = Sums::of(&fitting, scope);
    let best = sums.get(scope, 0, sums.last);
    let is_at_least = best.covered < years.count();
    if best.invitees == 0 && is_at_least {
        return None;
    }
    let mut chosen = Vec::new();
    sums.choose(scope, 0, sums.last, &mut chosen);
    chosen.sort_unstable();
    let chosen: Vec<(usize, &Figure)> = chosen.iter().filter_map(|at| fitting.get(*at).copied()).collect();
    Some(Known {
        invitees: best.invitees,
        is_at_least,
        kind: chosen.iter().map(|(_, figure)| figure.kind).max()?,
        figures: chosen.iter().map(|(at, _)| *at).collect(),
    })
}

/// What figures say about each country/region, in the order of their codes, and about all of them together. Where
/// people are known to have come from one, those of which only a plan is known are left out: a sum is of one or the other.
pub fn known_by_place(figures: &[Figure], scope: Scope, years: Years) -> (Vec<PlaceFigure>, Option<PlaceFigure>) {
    let of_place = |country: Option<CountryCode>, is_here: &dyn Fn(&Figure) -> bool| {
        let here = figures.iter().enumerate().filter(|(_, figure)| is_here(figure));
        known(here, scope, years).map(|known| PlaceFigure {
            country,
            invitees: known.invitees,
            is_at_least: known.is_at_least,
            kind: known.kind,
            figures: known.figures,
        })
    };
    let mut countries: Vec<CountryCode> = figures.iter().filter_map(|figure| figure.country).collect();
    countries.sort_unstable();
    countries.dedup();
    let mut places: Vec<PlaceFigure> = countries
        .into_iter()
        .filter_map(|country| of_place(Some(country), &|figure| figure.country == Some(country)))
        .collect();
    if places.iter().any(|place| place.kind != FigureKind::Plan) {
        places.retain(|place| place.kind != FigureKind::Plan);
    }
    (places, of_place(None, &Figure::is_of_all))
}

/// What a set of figures is worth, the weightiest part first. Worths of sets that have nobody in common add up, so that
/// the best set is made of the best ones of its parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    invitees: u32,
    /// Years that figures of the whole scope that is asked for cover.
    covered: u32,
    /// How sure it is: nothing is surest, and no number of surer figures weighs as much as one of the next kind.
    sureness: i32,
}

impl Worth {
    fn of(figure: &Figure, asked: Scope) -> Self {
        let sureness = match figure.kind {
            // Nobody is added by it, so that it makes no sum less sure.
            _ if figure.invitees == 0 => 0,
            FigureKind::Exact | FigureKind::Plan | FigureKind::Demo => -1,
            FigureKind::Derived => -1_000,
            FigureKind::Approximate => -1_000_000,
        };
        let is_whole = asked.is_within(figure.scope);
        Self {
            invitees: figure.invitees,
            covered: if is_whole { figure.years().count() } else { 0 },
            sureness,
        }
    }
}

impl Add for Worth {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            invitees: self.invitees + other.invitees,
            covered: self.covered + other.covered,
            sureness: self.sureness + other.sureness,
        }
    }
}

/// A figure as numbers: its place among the fitting ones, where it begins and where it ends, its worth.
type Span = (usize, usize, usize, Worth);

/// The best sets of every scope for every stretch of time, found from short stretches to long ones. Time is cut where
/// figures begin and end, and nowhere else: most places have few figures, however many years are asked for.
struct Sums {
    /// The last cut; the first is 0.
    last: usize,
    /// For each scope: the figures of that very scope.
    own: Vec<Vec<Span>>,
    /// For each scope: the largest worth from a cut to another.
    best: Vec<Vec<Worth>>,
}

impl Sums {
    fn of(figures: &[(usize, &Figure)], scope: Scope) -> Self {
        let ends = |figure: &Figure| [figure.from.get(), figure.to.get() + 1];
        let mut cuts: Vec<u16> = figures.iter().flat_map(|(_, figure)| ends(figure)).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut sums = Self {
            last: cuts.len().saturating_sub(1),
            own: vec![Vec::new(); Scope::ALL.len()],
            best: vec![vec![Worth::default(); cuts.len() * cuts.len()]; Scope::ALL.len()],
        };
        for (at, (_, figure)) in figures.iter().enumerate() {
            let [from, to] = ends(figure).map(|year| cuts.partition_point(|cut| *cut < year));
            // A whole of what is asked is nobody, and says of what is asked that it is.
            let own = if figure.scope.is_within(scope) {
                figure.scope
            } else {
                scope
            };
            if let Some(own) = sums.own.get_mut(own as usize) {
                own.push((at, from, to, Worth::of(figure, scope)));
            }
        }
        // Parts stand behind what they are a part of: from the back, every part is known before it is needed.
        for part in Scope::ALL.iter().rev().filter(|part| part.is_within(scope)) {
            for length in 1..=sums.last {
                for from in 0..=sums.last - length {
                    let best = sums.best_of(*part, from, from + length);
                    sums.set(*part, from, from + length, best);
                }
            }
        }
        sums
    }

    fn get(&self, scope: Scope, from: usize, to: usize) -> Worth {
        let row = self.best.get(scope as usize);
        row.and_then(|row| row.get(from * (self.last + 1) + to))
            .copied()
            .unwrap_or_default()
    }

    fn set(&mut self, scope: Scope, from: usize, to: usize, worth: Worth) {
        let place = from * (self.last + 1) + to;
        if let Some(best) = self.best.get_mut(scope as usize).and_then(|row| row.get_mut(place)) {
            *best = worth;
        }
    }

    /// The figures of the very scope that lie in a stretch, with the largest worth of the stretch if they are taken.
    fn with_own(&self, scope: Scope, from: usize, to: usize) -> impl Iterator<Item = (Worth, Span)> + '_ {
        let own = self.own.get(scope as usize).into_iter().flatten();
        own.filter(move |(_, start, end, _)| from <= *start && *end <= to)
            .map(move |span| {
                let (_, start, end, worth) = *span;
                let whole = self.get(scope, from, start) + worth + self.get(scope, end, to);
                (whole, *span)
            })
    }

    fn parts(scope: Scope) -> impl Iterator<Item = Scope> {
        Scope::ALL
            .iter()
            .copied()
            .filter(move |part| part.parent() == Some(scope))
    }

    fn best_of(&self, scope: Scope, from: usize, to: usize) -> Worth {
        let parts = Self::parts(scope).map(|part| self.get(part, from, to));
        let parts = parts.fold(Worth::default(), Add::add);
        let own = self.with_own(scope, from, to).map(|(worth, _)| worth);
        own.fold(parts, Worth::max)
    }

    /// Notes the figures of the best set of a stretch; figures of the whole before those of its parts.
    fn choose(&self, scope: Scope, from: usize, to: usize, chosen: &mut Vec<usize>) {
        let best = self.get(scope, from, to);
        let own = self.with_own(scope, from, to).find(|(worth, _)| *worth == best);
        if let Some((_, (at, start, end, _))) = own {
            chosen.push(at);
            self.choose(scope, from, start, chosen);
            self.choose(scope, end, to, chosen);
        } else {
            for part in Self::parts(scope) {
                self.choose(part, from, to, chosen);
            }
        }
    }
}
