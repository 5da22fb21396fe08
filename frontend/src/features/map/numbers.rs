//! What stands under the map: the numbers as table and charts, files to take along, and what was not found. A part of
//! its own, fetched when the reader comes near.

use std::rc::Rc;

use shared::fields::CountryCode;
use shared::map::{FigureList, Illustration, MapMembers, MapView};
use yew::{Callback, Html, Properties, component, html};

use super::atlas::Atlas;
use super::charts::charts;
use super::downloads::downloads;
use super::notes::not_found;
use super::picture::Picture;
use super::said::choice;
use super::table::FigureTable;
use crate::words::use_words;

#[derive(Clone, PartialEq, Properties)]
pub struct NumbersProps {
    /// What was chosen.
    pub view: Rc<MapView>,
    /// Its numbers.
    pub picture: Rc<Picture>,
    /// All published figures.
    pub list: Rc<FigureList>,
    /// Members by country/region, where they are known.
    pub members: Option<Rc<MapMembers>>,
    /// Fictional numbers, where they are shown.
    pub fiction: Option<Rc<Illustration>>,
    /// The shapes; where they are missing, the table goes on without them.
    pub atlas: Option<Rc<Atlas>>,
    /// Called with the country/region that is chosen.
    pub on_choose: Callback<Option<CountryCode>>,
}

/// The numbers.
#[component]
pub fn Numbers(props: &NumbersProps) -> Html {
    let words = use_words();
    html! {
        <>
            { downloads(&words, &props.view, &props.picture, &props.list, props.atlas.as_ref()) }
            <div class="map-numbers">
                <FigureTable
                    picture={Rc::clone(&props.picture)}
                    list={Rc::clone(&props.list)}
                    members={props.members.clone()}
                    caption={choice(&words, props.view.scope, props.picture.years)}
                    on_choose={props.on_choose.clone()}
                />
                { charts(&words, props) }
            </div>
            { not_found(&words, &props.list) }
        </>
    }
}
