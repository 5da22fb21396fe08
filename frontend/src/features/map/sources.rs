//! Who says so: the sources behind several numbers, each named once.

use shared::fields::CountryCode;
use shared::map::{Figure, FigureKind, FigureList};
use shared::words::Text;
use yew::{AttrValue, Html, html};

use super::picture::Picture;
use crate::ui::{source, source_name};
use crate::words::Words;

/// The figures that the numbers of a picture were added up from, of the list that they were found in.
pub(super) fn added<'a>(picture: &'a Picture, list: &'a FigureList) -> impl Iterator<Item = &'a Figure> {
    let places = picture.places.iter().chain(&picture.all);
    let places = places.flat_map(|place| &place.figures);
    places.filter_map(|place| list.figures.get(*place))
}

/// Those behind the number of a country/region, or of all together.
pub(super) fn behind<'a>(
    picture: &'a Picture,
    country: Option<CountryCode>,
    list: &'a FigureList,
) -> impl Iterator<Item = &'a Figure> {
    let known = match country {
        Some(country) => picture.place(country),
        None => picture.all.as_ref(),
    };
    // Where all are zero, so is each: the figure of all of them says why.
    let known = known.or_else(|| picture.all.as_ref().filter(|_| picture.is_zero_everywhere()));
    let places = known.map(|known| known.figures.as_slice()).unwrap_or_default();
    places.iter().filter_map(|place| list.figures.get(*place))
}

/// A figure of each source, in the order of the figures.
fn once<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<&'a Figure> {
    let mut known: Vec<&Figure> = Vec::new();
    for figure in figures {
        if known.iter().all(|other| other.source != figure.source) {
            known.push(figure);
        }
    }
    known
}

/// One line that names all sources; nothing where there is none.
pub(super) fn line<'a>(words: &Words, figures: impl IntoIterator<Item = &'a Figure>) -> Html {
    let figures = once(figures);
    if figures.is_empty() {
        return Html::default();
    }
    let each = figures.iter().enumerate().map(|(place, figure)| {
        let separator = (place > 0).then(|| words.t("list.separator"));
        // A calculation is no name: it needs a word that says what it is.
        let kind = (figure.kind == FigureKind::Derived).then(|| {
            let kind = Text::new("map.line").with("place", words.t(figure.kind.key()));
            words.say(&kind.with("number", ""))
        });
        html! { <>{ for separator }{ for kind }{ source(&figure.source) }</> }
    });
    html! { <p class="figure-source">{ words.t("source.label") }{ " " }{ for each }</p> }
}

/// The same as text, without addresses: a picture that is taken along has no links.
pub(super) fn names<'a>(words: &Words, figures: impl IntoIterator<Item = &'a Figure>) -> AttrValue {
    let mut names: Vec<AttrValue> = Vec::new();
    for figure in figures {
        let name = match figure.kind {
            FigureKind::Derived => words.t(figure.kind.key()),
            _ => AttrValue::from(source_name(&figure.source).to_owned()),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    words.list(names)
}

#[cfg(test)]
mod tests {
    use shared::fields::FiscalYear;
    use shared::map::Scope;

    use super::*;

    fn figure(source: &str, kind: FigureKind) -> Figure {
        Figure {
            country: None,
            group: None,
            from: FiscalYear::FIRST,
            to: FiscalYear::FIRST,
            scope: Scope::All,
            invitees: 1,
            kind,
            source: source.into(),
            note: None,
        }
    }

    #[test]
    fn a_source_is_named_once_and_a_calculation_says_that_it_is_one() {
        let figures = [
            figure("https://one.example/a", FigureKind::Exact),
            figure("9 minus 4; http://one.example/b", FigureKind::Derived),
            figure("https://one.example/c", FigureKind::Exact),
            figure("A brochure (seed 1.txt)", FigureKind::Approximate),
        ];
        assert_eq!(once(figures.iter().chain(&figures)).len(), 4);
        let words = Words::default();
        let calculated = words.t(FigureKind::Derived.key());
        let wanted = words.list(["one.example", calculated.as_str(), "A brochure"]);
        assert_eq!(names(&words, &figures), wanted);
    }
}
