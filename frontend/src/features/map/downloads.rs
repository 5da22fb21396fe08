//! Taking the map along: the present view as SVG and PNG, and the numbers of its table as CSV.

use std::rc::Rc;

use shared::map::{FigureList, MapLayer, MapMembers, MapView};
use yew::{Callback, Html, html};

use super::atlas::Atlas;
use super::picture::Picture;
use super::saved::svg;
use crate::browser::{save, spawn};
use crate::ui::{IconName, press_button};
use crate::words::Words;

/// Spreadsheets take a file for UTF-8 by this mark.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";
/// Around a cell that may hold a comma; in it, twice.
const QUOTE: &str = "\u{22}";

/// The buttons.
pub(super) fn downloads(
    words: &Words,
    view: &MapView,
    picture: &Rc<Picture>,
    list: &Rc<FigureList>,
    atlas: Option<&Rc<Atlas>>,
) -> Html {
    let image = |atlas: &Rc<Atlas>, kind: save::Kind, key: &'static str| {
        let drawn = (
            words.clone(),
            view.clone(),
            Rc::clone(picture),
            Rc::clone(list),
            Rc::clone(atlas),
        );
        let on_press = Callback::from(move |()| {
            let (words, view, picture, list, atlas) = &drawn;
            let (svg, size) = svg(words, view, picture, list, atlas);
            spawn(async move { save::image(&svg, size, "sakura-science-map", kind).await });
        });
        press_button(words.t(key), Some(IconName::Download), &on_press)
    };
    html! {
        <section class="downloads" aria-label={words.t("map.downloads")}>
            if let Some(atlas) = atlas {
                { image(atlas, save::Kind::Svg, "map.save_svg") }
                { image(atlas, save::Kind::Png, "map.save_png") }
            }
            { if view.layer == MapLayer::Figures { figures(words, view) } else { members(words, view, picture) } }
        </section>
    }
}

/// Published figures are the server's file, for whoever asks for it.
fn figures(words: &Words, view: &MapView) -> Html {
    let query = shared::api::to_query(&view.figures()).unwrap_or_default();
    let csv = ["/api/map/figures.csv?", &query].concat();
    html! { <a class="button" href={csv} download="sakura-science-figures.csv">{ words.t("map.save_csv") }</a> }
}

/// Members are counted for the reader: their file is made of the numbers on the screen, and never mixed with figures.
fn members(words: &Words, view: &MapView, picture: &Rc<Picture>) -> Html {
    let drawn = (words.clone(), view.clone(), Rc::clone(picture));
    let on_press = Callback::from(move |()| {
        let (words, view, picture) = &drawn;
        if let Some(members) = &picture.members {
            save::text(
                &csv(words, view, picture, members),
                "text/csv",
                "sakura-science-members.csv",
            );
        }
    });
    press_button(words.t("map.save_members"), Some(IconName::Download), &on_press)
}

/// One row for each country/region that has as many members as are shown.
fn csv(words: &Words, view: &MapView, picture: &Picture, members: &MapMembers) -> String {
    let columns = "country_code,country_name,fiscal_year_from,fiscal_year_to,scope,members_rounded\r\n";
    let mut file = [BYTE_ORDER_MARK, columns].concat();
    let (from, to) = (picture.years.from.to_string(), picture.years.to.to_string());
    for entry in &members.countries {
        let name = words.region(entry.country).replace(QUOTE, &QUOTE.repeat(2));
        let quoted = [QUOTE, &name, QUOTE].concat();
        let number = entry.members.to_string();
        let cells = [entry.country.code(), &quoted, &from, &to, view.scope.code(), &number];
        file.push_str(&cells.join(","));
        file.push_str("\r\n");
    }
    file
}

#[cfg(test)]
mod tests {
    use shared::map::CountryMembers;

    use super::*;

    #[test]
    fn the_file_of_members_has_a_row_for_each_number_on_the_screen() {
        let members = MapMembers {
            countries: vec![CountryMembers {
                country: "IN".parse().unwrap(),
                members: 15,
            }],
            sum: 15,
        };
        let view = MapView {
            layer: MapLayer::Members,
            year: "2017".parse().ok(),
            ..MapView::default()
        };
        let picture = Picture::of(&view, &[], Some(&members), None);
        let file = csv(&Words::default(), &view, &picture, &members);
        let rows: Vec<&str> = file.split("\r\n").collect();
        assert_eq!(rows.len(), 3);
        assert!(rows[0].starts_with(BYTE_ORDER_MARK) && rows[0].ends_with(",members_rounded"));
        assert!(
            rows[1].starts_with("IN,\"") && rows[1].ends_with("\",2017,2017,all,15"),
            "{file}"
        );
    }
}
