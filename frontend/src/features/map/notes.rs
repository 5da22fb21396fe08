//! What the figures do not say, said in place: years without a total, years without invitations, names not found.

use shared::fields::{CountryCode, FiscalYear};
use shared::map::{Figure, FigureList, MapLayer, MapView, PlaceFigure, Scope, Years, known_by_place};
use shared::words::Text;
use yew::{Html, html};

use super::picture::{Picture, last_year};
use super::{said, sources};
use crate::words::Words;

/// Figures about a country/region (or all of them) that reach beyond the years looked at: they say nothing about these
/// years alone, but are all there is. Of several the narrowest, which says most.
pub(super) fn wider<'a>(
    list: &'a FigureList,
    country: Option<CountryCode>,
    view: &MapView,
    years: Years,
) -> Option<&'a Figure> {
    let reaches_beyond = |figure: &&Figure| {
        figure.country == country
            && figure.group.is_none()
            && figure.scope.is_within(view.scope)
            && figure.years().touches(years)
            && !figure.years().is_within(years)
    };
    let beyond = list.figures.iter().filter(reaches_beyond);
    beyond.min_by_key(|figure| (figure.years().count(), figure.scope))
}

/// The fiscal years of which no total was found.
pub(super) fn years_without_total(figures: &[Figure]) -> Vec<FiscalYear> {
    let years = FiscalYear::FIRST.get()..=last_year(figures).get();
    years
        .filter_map(|year| FiscalYear::try_from(year).ok())
        .filter(|year| {
            let only = Years { from: *year, to: *year };
            let (_, all) = known_by_place(figures, Scope::All, only);
            all.is_none_or(|all| all.is_at_least)
        })
        .collect()
}

/// What there is to say about the years that are looked at.
pub fn year_note(words: &Words, view: &MapView, list: &FigureList, picture: &Picture) -> Html {
    if let Some(members) = &picture.members {
        return html! { <p>{ words.count("map.members_sum", members.sum) }</p> };
    }
    if view.layer == MapLayer::Members {
        return Html::default();
    }
    let figure = |place: &usize| list.figures.get(*place);
    let all = picture.all.as_ref();
    let reason = all
        .filter(|_| picture.is_zero_everywhere())
        .and_then(|all| figure(all.figures.first()?)?.note.clone());
    let total = match all {
        Some(_) if reason.as_ref().is_some_and(|reason| reason.contains("COVID-19")) => words.t("map.no_invitations"),
        Some(all) => words.say(&Text::new("map.total").with("number", said::place_figure(words, all))),
        None => said::no_total(words, view.scope, picture.years),
    };
    let by_place = said::invitees(words, picture.sum, PlaceFigure::least_sure(&picture.places), true);
    let beyond = wider(list, None, view, picture.years).filter(|_| all.is_none_or(|all| all.is_at_least));
    let beyond = beyond.map(|figure| {
        let number = said::invitees(words, figure.invitees, figure.kind, false);
        let choice = said::choice(words, figure.scope, figure.years());
        let said = words.say(&Text::new("map.together").with("number", number).with("choice", choice));
        html! { <><p>{ said }</p>{ sources::line(words, [figure]) }</> }
    });
    html! {
        <>
            <p>{ total }</p>
            if let Some(all) = all {
                { sources::line(words, all.figures.iter().filter_map(figure)) }
            }
            if all.is_none() && picture.sum > 0 {
                <p>{ words.say(&Text::new("map.by_place").with("number", by_place)) }</p>
            }
            { for beyond }
        </>
    }
}

/// What was not found anywhere, and figures that are no country's.
pub(super) fn not_found(words: &Words, list: &FigureList) -> Html {
    let missing = years_without_total(&list.figures);
    let named = words.list(missing.into_iter().map(|year| words.year(year)));
    let groups = list.figures.iter().filter_map(|figure| {
        let text = Text::new("map.group")
            .with("group", figure.group.as_ref()?)
            .with("number", said::invitees(words, figure.invitees, figure.kind, false))
            .with("choice", said::choice(words, figure.scope, figure.years()));
        Some(html! { <li>{ words.say(&text) }{ sources::line(words, [figure]) }</li> })
    });
    html! {
        <section class="map-notes card" aria-label={words.t("map.notes")}>
            <h2>{ words.t("map.notes") }</h2>
            <ul>
                <li>{ words.say(&Text::new("map.missing_years").with("years", named)) }</li>
                <li>{ words.t("map.missing_names") }</li>
                <li>{ words.t("map.overlap") }</li>
                { for groups }
                <li>{ words.t("map.rounded") }</li>
                <li>{ words.t("map.borders") }</li>
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_whose_total_is_only_known_in_part_are_without_total() {
        let year = |year: u16| FiscalYear::try_from(year).unwrap();
        let figure = |from: u16, to: u16, scope: Scope| Figure {
            country: None,
            group: None,
            from: year(from),
            to: year(to),
            scope,
            invitees: 0,
            kind: shared::map::FigureKind::Exact,
            source: "s".into(),
            note: None,
        };
        let figures = [
            figure(2014, 2014, Scope::All),
            figure(2015, 2016, Scope::All),
            figure(2017, 2017, Scope::OpenApplication),
        ];
        assert_eq!(years_without_total(&figures), [year(2015), year(2016), year(2017)]);
    }
}
