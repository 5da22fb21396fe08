//! Pages that are opened again without network.

use shared::api::Feature;
use yew::{hook, use_effect_with};

use crate::api::use_revisions;
use crate::browser::offline;

/// Keeps the present page at hand from now on. What it asked for before there was anything to keep it is asked for
/// once more.
#[hook]
pub(super) fn use_at_hand() {
    let revisions = use_revisions();
    use_effect_with((), move |()| {
        let listener = offline::keep_at_hand(move || {
            for feature in [Feature::Auth, Feature::Events, Feature::Rsvp] {
                revisions.bump(feature);
            }
        });
        move || drop(listener)
    });
}
