//! The pictures of all years of one choice, each found once: playing them must not take the time of finding them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use shared::fields::FiscalYear;
use shared::map::{FigureList, Illustration, MapMembers, MapView};

use super::picture::{Picture, last_year};

/// What the pictures are made from; the view's own year does not count.
#[derive(Debug)]
pub struct Pictures {
    view: MapView,
    list: Rc<FigureList>,
    members: Option<Rc<MapMembers>>,
    fiction: Option<Rc<Illustration>>,
    found: RefCell<BTreeMap<Option<FiscalYear>, Rc<Picture>>>,
}

/// Those of one choice are the same pictures.
impl PartialEq for Pictures {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Pictures {
    /// The pictures of a choice.
    pub fn new(
        view: &MapView,
        list: Rc<FigureList>,
        members: Option<Rc<MapMembers>>,
        fiction: Option<Rc<Illustration>>,
    ) -> Self {
        Self {
            view: view.clone(),
            list,
            members,
            fiction,
            found: RefCell::default(),
        }
    }

    /// All published figures.
    pub fn list(&self) -> &FigureList {
        &self.list
    }

    /// The last fiscal year of any figure.
    pub fn last_year(&self) -> FiscalYear {
        last_year(&self.list.figures)
    }

    /// The picture of a year, or of all years.
    pub fn of(&self, year: Option<FiscalYear>) -> Rc<Picture> {
        let (figures, members) = (&self.list.figures, self.members.as_deref());
        let find = || {
            let view = MapView {
                year,
                ..self.view.clone()
            };
            Rc::new(Picture::of(&view, figures, members, self.fiction.as_deref()))
        };
        Rc::clone(self.found.borrow_mut().entry(year).or_insert_with(find))
    }
}
