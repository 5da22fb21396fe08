//! What the map's page has to show for a choice, worked out from the server's answers and from nothing of the page.

use std::collections::{BTreeMap, BTreeSet};

use shared::api::Empty;
use shared::fields::{CountryCode, FiscalYear};
use shared::map::{
    Figure, FigureFilter, FigureKind, FigureList, GetIllustration, Illustration, ListFigures, ListMapMembers, MapForm,
    MapLayer, MapMemberFilter, MapMembers, MapView, PlaceFigure,
};

use super::map::{Shown, map_of};
use super::{Language, Page, words};

/// What the server says about a choice.
pub(crate) struct Expected {
    pub(crate) view: MapView,
    /// The published figures of the choice.
    pub(crate) list: FigureList,
    /// The last year that has any figure.
    pub(crate) last: FiscalYear,
    /// Members by country/region: of the choice where the colours count them, else all of them.
    pub(crate) members: MapMembers,
    /// Fictional numbers where they are shown.
    pub(crate) fiction: BTreeMap<CountryCode, u32>,
}

/// A number with its commas.
pub(crate) fn grouped(number: u32) -> String {
    Language::English.words().number(number).to_string()
}

/// A sentence with a number in it.
pub(crate) fn say(key: &'static str, number: u32) -> String {
    words(key).replace("{number}", &grouped(number))
}

/// A number of invitees in words.
pub(crate) fn said(known: &PlaceFigure) -> String {
    let key = match (known.kind, known.is_at_least) {
        (FigureKind::Plan, _) => "map.planned",
        (FigureKind::Approximate, true) => "map.at_least_about",
        (FigureKind::Approximate, false) => "map.about",
        (_, true) => "map.at_least",
        (_, false) => "map.exactly",
    };
    say(key, known.invitees)
}

/// Years and programme in words.
pub(crate) fn choice(view: &MapView, last: FiscalYear) -> String {
    let year = |year: FiscalYear| Language::English.words().year(year).to_string();
    let years = view.year.map_or_else(
        || {
            let text = words("map.years").replace("{from}", &year(FiscalYear::FIRST));
            text.replace("{to}", &year(last))
        },
        year,
    );
    let scope = words(view.scope.key());
    words("map.choice")
        .replace("{years}", &years)
        .replace("{scope}", &scope)
}

/// The colours are powers of ten: so many as the number has digits.
fn step(number: u32) -> usize {
    number.to_string().len().min(5)
}

impl Page {
    /// Asks the server for everything about a choice.
    pub(crate) async fn expected(&self, view: &MapView) -> Expected {
        let all = self.call::<ListFigures>((), &FigureFilter::default()).await;
        let last = all.figures.iter().map(|figure| figure.to).max().unwrap();
        let list = self.call::<ListFigures>((), &view.figures()).await;
        let mut filter = MapMemberFilter::default();
        if view.layer == MapLayer::Members {
            filter.fiscal_year = view.year.into_iter().collect();
            filter.programme = view.scope.programmes().to_vec();
        }
        let members = self.call::<ListMapMembers>((), &filter).await;
        let mut fiction = BTreeMap::new();
        if view.layer == MapLayer::Figures && view.illustration != Some(false) {
            fiction = fictional(&self.call::<GetIllustration>((), &Empty {}).await, view);
        }
        Expected {
            view: view.clone(),
            list,
            last,
            members,
            fiction,
        }
    }

    /// Opens the page of a choice and waits until all its colours are those of the server's numbers.
    pub(crate) async fn visit_expected(&self, view: &MapView) -> Expected {
        self.visit_map(&map_of(view)).await;
        let expected = self.expected(view).await;
        self.until_shown(|shown| expected.check_shades(&shown)).await;
        expected
    }
}

fn fictional(illustration: &Illustration, view: &MapView) -> BTreeMap<CountryCode, u32> {
    let mut numbers = BTreeMap::new();
    for (_, country, invitees) in illustration.rows().filter(|row| row.0.is_within(view.scope)) {
        for (year, invitees) in (illustration.from.get()..).zip(invitees) {
            if view.year.is_none_or(|wanted| wanted.get() == year) {
                *numbers.entry(country).or_default() += invitees;
            }
        }
    }
    numbers.retain(|_, number| *number > 0);
    numbers
}

impl Expected {
    /// Where nobody was invited from anywhere.
    pub(crate) fn is_zero(&self) -> bool {
        self.list
            .all
            .as_ref()
            .is_some_and(|all| all.invitees == 0 && !all.is_at_least)
    }

    /// The published figures of a country/region.
    pub(crate) fn place(&self, country: CountryCode) -> Option<&PlaceFigure> {
        self.list.places.iter().find(|place| place.country == Some(country))
    }

    /// The members of a country/region.
    pub(crate) fn members_of(&self, country: CountryCode) -> Option<u32> {
        let found = self.members.countries.iter().find(|entry| entry.country == country);
        found.map(|entry| entry.members)
    }

    /// The number that the colour stands for, with whether it is fictional.
    pub(crate) fn number(&self, country: CountryCode) -> Option<(u32, bool)> {
        if self.view.layer == MapLayer::Members {
            return self.members_of(country).map(|number| (number, false));
        }
        let published = self.place(country).map(|place| (place.invitees, false));
        published
            .or_else(|| self.is_zero().then_some((0, false)))
            .or_else(|| self.fiction.get(&country).map(|number| (*number, true)))
    }

    /// The colour of a country/region.
    pub(crate) fn shade(&self, country: CountryCode) -> String {
        match self.number(country) {
            None => "none".into(),
            Some((0, _)) => "zero".into(),
            Some((number, false)) => step(number).to_string(),
            Some((number, true)) => format!("demo-{}", step(number)),
        }
    }

    /// The number in words.
    pub(crate) fn line(&self, country: CountryCode) -> String {
        let place = self.place(country).filter(|_| self.view.layer == MapLayer::Figures);
        match (place, self.number(country)) {
            (Some(place), _) => said(place),
            _ if self.view.layer == MapLayer::Members => self.people(country),
            (None, None) => words("shade.none"),
            (None, Some((0, _))) => words("shade.zero"),
            (None, Some((number, _))) => say("map.fictional", number),
        }
    }

    /// All members that are counted, in words.
    pub(crate) fn people_here(&self) -> String {
        let sum = self.members.sum;
        Language::English.words().count("map.members_here", sum).to_string()
    }

    /// Who says what stands on the page, each once: hosts of addresses, names of documents, and what was calculated.
    pub(crate) fn sources(&self) -> BTreeSet<String> {
        let places = self.list.places.iter().chain(&self.list.all);
        let figures = places.flat_map(|place| place.figures.iter().map(|at| &self.list.figures[*at]));
        let name = |figure: &Figure| match (figure.kind, figure.source.split_once("://")) {
            (FigureKind::Derived, _) => words(FigureKind::Derived.key()),
            (_, Some((_, address))) => address.split('/').next().unwrap().to_owned(),
            (_, None) => figure.source.split(" (seed").next().unwrap().to_owned(),
        };
        figures.map(name).collect()
    }

    /// The members of a country/region in words.
    pub(crate) fn people(&self, country: CountryCode) -> String {
        let known = self.members_of(country);
        known.map_or_else(
            || words("map.members_few"),
            |number| Language::English.words().count("map.members_here", number).to_string(),
        )
    }

    /// Compares all colours, of the map or of the tiles.
    pub(crate) fn check_shades(&self, shown: &Shown) -> Result<(), String> {
        let shades: BTreeMap<&String, &String> = match self.view.form {
            MapForm::World => shown.shades.iter().collect(),
            MapForm::Tiles => shown.tiles.iter().map(|(code, (shade, ..))| (code, shade)).collect(),
        };
        if shades.len() != shared::fields::COUNTRIES.len() {
            return Err(format!("{} countries/regions are drawn", shades.len()));
        }
        for (code, shade) in shades {
            let expected = self.shade(code.parse().unwrap());
            if *shade != expected {
                return Err(format!("{code} has the colour {shade} and not {expected}"));
            }
        }
        Ok(())
    }
}
