//! What the map shows for one choice of scope, year and layer: a shade for every country/region, and the figures
//! behind it. Pure; drawn by map, tiles, table and charts alike, so that they cannot differ.

use shared::fields::{COUNTRIES, CountryCode, FiscalYear};
use shared::map::{Figure, Illustration, MapLayer, MapMembers, MapView, PlaceFigure, Scope, Years, known_by_place};

use super::shade::{Shade, step};

/// The numbers of one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The years that are looked at.
    pub years: Years,
    /// What is counted.
    pub layer: MapLayer,
    /// Countries/regions with published figures, by code.
    pub places: Vec<PlaceFigure>,
    /// Their sum.
    pub sum: u32,
    /// All countries/regions together, where a figure says so.
    pub all: Option<PlaceFigure>,
    /// Members here, where the layer shows them.
    pub members: Option<MapMembers>,
    /// Fictional numbers by place in [`COUNTRIES`]; empty when they are not shown.
    fiction: Vec<u32>,
}

/// The last fiscal year of any figure.
pub fn last_year(figures: &[Figure]) -> FiscalYear {
    let last = figures.iter().map(|figure| figure.to).max();
    last.unwrap_or(FiscalYear::FIRST)
}

impl Picture {
    /// Puts together what a view shows.
    pub fn of(
        view: &MapView,
        figures: &[Figure],
        members: Option<&MapMembers>,
        fiction: Option<&Illustration>,
    ) -> Self {
        let years = view.figures().years(last_year(figures));
        let (places, all) = known_by_place(figures, view.scope, years);
        Self {
            years,
            layer: view.layer,
            sum: places.iter().map(|place| place.invitees).sum(),
            places,
            all,
            members: members.filter(|_| view.layer == MapLayer::Members).cloned(),
            fiction: fiction.map_or_else(Vec::new, |fiction| fictional(fiction, view.scope, years)),
        }
    }

    /// The published figures of one country/region.
    pub fn place(&self, country: CountryCode) -> Option<&PlaceFigure> {
        let found = self.places.binary_search_by_key(&Some(country), |place| place.country);
        found.ok().and_then(|place| self.places.get(place))
    }

    /// Members of one country/region, rounded; nothing when there are fewer than are shown.
    pub fn members(&self, country: CountryCode) -> Option<u32> {
        members_of(self.members.as_ref()?, country)
    }

    /// Whether the layer shows members who are not known, or not yet.
    pub fn is_waiting(&self) -> bool {
        self.layer == MapLayer::Members && self.members.is_none()
    }

    /// The fictional number of one country/region, where the illustration is shown.
    pub fn fiction(&self, country: CountryCode) -> Option<u32> {
        self.fiction.get(country.index()).copied().filter(|number| *number > 0)
    }

    /// Whether fictional numbers are shown, be it none in these years.
    pub fn has_fiction(&self) -> bool {
        !self.fiction.is_empty()
    }

    /// Whether nobody was invited from anywhere.
    pub fn is_zero_everywhere(&self) -> bool {
        self.all
            .as_ref()
            .is_some_and(|all| all.invitees == 0 && !all.is_at_least)
    }

    /// The colour of a country/region.
    pub fn shade(&self, country: CountryCode) -> Shade {
        if self.layer == MapLayer::Members {
            return self.members(country).map_or(Shade::Nothing, Shade::of);
        }
        if let Some(place) = self.place(country) {
            return Shade::of(place.invitees);
        }
        if self.is_zero_everywhere() {
            return Shade::Zero;
        }
        let fiction = self.fiction(country);
        fiction.map_or(Shade::Nothing, |number| Shade::Fiction(step(number)))
    }

    /// What is published of one country/region; where nobody came from anywhere, nobody came from there.
    pub fn published(&self, country: CountryCode) -> Option<u32> {
        let known = self.place(country).map(|place| place.invitees);
        known.or_else(|| self.is_zero_everywhere().then_some(0))
    }

    /// The number that stands for a country/region in tiles and orders.
    pub fn number(&self, country: CountryCode) -> Option<u32> {
        match self.layer {
            MapLayer::Members => self.members(country),
            MapLayer::Figures => self.published(country).or_else(|| self.fiction(country)),
        }
    }
}

/// Members of one country/region in an answer of the server.
pub(super) fn members_of(members: &MapMembers, country: CountryCode) -> Option<u32> {
    let found = members.countries.binary_search_by_key(&country, |entry| entry.country);
    found
        .ok()
        .and_then(|place| members.countries.get(place))
        .map(|entry| entry.members)
}

/// Fictional numbers of a scope and years by place in [`COUNTRIES`].
fn fictional(illustration: &Illustration, scope: Scope, years: Years) -> Vec<u32> {
    let mut numbers = vec![0; COUNTRIES.len()];
    for (_, country, invitees) in illustration.rows().filter(|row| row.0.is_within(scope)) {
        let years = (illustration.from.get()..)
            .zip(invitees)
            .filter(|(year, _)| (years.from.get()..=years.to.get()).contains(year));
        let sum: u32 = years.map(|(_, invitees)| *invitees).sum();
        if let Some(number) = numbers.get_mut(country.index()) {
            *number += sum;
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use shared::map::{CountryMembers, FigureKind, Series};

    use super::*;

    fn year(year: u16) -> FiscalYear {
        year.try_into().unwrap()
    }

    fn code(code: &str) -> CountryCode {
        code.parse().unwrap()
    }

    fn figure(country: Option<&str>, from: u16, to: u16, invitees: u32) -> Figure {
        Figure {
            country: country.map(code),
            group: None,
            from: year(from),
            to: year(to),
            scope: Scope::All,
            invitees,
            kind: FigureKind::Exact,
            source: "s".into(),
            note: None,
        }
    }

    fn figures() -> Vec<Figure> {
        vec![
            figure(None, 2014, 2015, 900),
            figure(None, 2020, 2020, 0),
            figure(Some("CN"), 2014, 2014, 400),
            figure(Some("CN"), 2014, 2015, 700),
        ]
    }

    fn fiction() -> Illustration {
        Illustration {
            from: year(2014),
            series: vec![Series {
                scope: Scope::HighSchool,
                countries: vec![code("CN"), code("IN")],
                invitees: vec![vec![5, 5], vec![30, 90]],
            }],
        }
    }

    fn look(at: Option<u16>) -> MapView {
        MapView {
            year: at.map(year),
            ..MapView::default()
        }
    }

    #[test]
    fn a_published_figure_hides_the_fictional_one_and_is_never_added_to_it() {
        let picture = Picture::of(&look(None), &figures(), None, Some(&fiction()));
        assert_eq!(picture.number(code("CN")), Some(700));
        assert_eq!(picture.shade(code("CN")), Shade::Step(3));
        assert_eq!(picture.shade(code("IN")), Shade::Fiction(3));
        assert_eq!(picture.sum, 700);
        assert_eq!(["CN", "IN"].map(|at| picture.fiction(code(at))), [Some(10), Some(120)]);
    }

    #[test]
    fn the_sum_is_the_sum_of_the_rows_in_every_year() {
        for at in [None, Some(2014), Some(2015), Some(2020)] {
            let picture = Picture::of(&look(at), &figures(), None, None);
            let rows: u32 = picture.places.iter().map(|place| place.invitees).sum();
            assert_eq!(picture.sum, rows, "{at:?}");
        }
    }

    #[test]
    fn a_year_without_invitations_is_zero_everywhere_and_a_year_without_figures_is_not() {
        let picture = Picture::of(&look(Some(2020)), &figures(), None, Some(&fiction()));
        assert_eq!(picture.shade(code("IN")), Shade::Zero);
        let picture = Picture::of(&look(Some(2016)), &figures(), None, None);
        assert_eq!((picture.shade(code("CN")), picture.all), (Shade::Nothing, None));
    }

    #[test]
    fn members_have_their_own_layer() {
        let members = MapMembers {
            countries: vec![CountryMembers {
                country: code("IN"),
                members: 15,
            }],
            sum: 15,
        };
        let view = MapView {
            layer: MapLayer::Members,
            ..look(None)
        };
        let picture = Picture::of(&view, &figures(), Some(&members), Some(&fiction()));
        assert_eq!(picture.shade(code("IN")), Shade::Step(2));
        assert_eq!(picture.shade(code("CN")), Shade::Nothing);
        let picture = Picture::of(&look(None), &figures(), Some(&members), None);
        assert_eq!(picture.members(code("IN")), None);
    }
}
