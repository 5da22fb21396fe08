//! What the mouse stands on, for lists whose entries carry a `data-code`.

use std::rc::Rc;

use yew::{NodeRef, hook, use_effect_with, use_mut_ref};

use crate::browser::pointing::Pointing;

/// Calls back with the code of the entry under the mouse, and with nothing when it leaves.
#[hook]
pub fn use_pointed(list: &NodeRef, callback: impl Fn(Option<&str>) + 'static) {
    // What is to be called changes with every drawing, the listening must not.
    let called = use_mut_ref(|| None::<Rc<dyn Fn(Option<&str>)>>);
    called.replace(Some(Rc::new(callback)));
    let list = list.clone();
    use_effect_with((), move |()| {
        let pointing = list.cast().map(|surface| {
            Pointing::on(&surface, move |code| {
                let call = called.borrow().clone();
                if let Some(call) = call {
                    call(code);
                }
            })
        });
        move || drop(pointing)
    });
}
