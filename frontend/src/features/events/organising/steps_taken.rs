//! The steps that need no words: taken at once, or after a yes.

use shared::api::Empty;
use shared::events::{DeleteEvent, DuplicateEvent, UnscheduleEvent};
use shared::ids::EventId;
use shared::words::Text;
use yew::{Callback, hook, use_effect_with};

use super::desk::DeskHandle;
use super::steps::Opened;
use crate::api::use_mutation;
use crate::ui::use_toasts;

/// Takes a step: unscheduling, copying, deleting. What fails is said in a short message.
#[hook]
pub(super) fn use_steps(handle: &DeskHandle, on_go: &Callback<Option<EventId>>) -> Callback<Opened> {
    let toasts = use_toasts();
    let (unschedule, copy, delete) = (
        use_mutation::<UnscheduleEvent>(),
        use_mutation::<DuplicateEvent>(),
        use_mutation::<DeleteEvent>(),
    );
    let failures = [unschedule.failure(), copy.failure(), delete.failure()];
    let failed = failures.into_iter().flatten().next().map(crate::api::Failure::text);
    let say = toasts.clone();
    use_effect_with(failed, move |failed| {
        if let Some(text) = failed.clone() {
            say.say(text);
        }
    });
    let (handle, on_go) = (handle.clone(), on_go.clone());
    Callback::from(move |step: Opened| {
        let (handle, on_go, toasts) = (handle.clone(), on_go.clone(), toasts.clone());
        let id = handle.desk.saved.id;
        match step {
            Opened::Unschedule => unschedule.run(&id, &Empty {}, move |draft| handle.arrive(draft)),
            Opened::Duplicate => copy.run(&id, &Empty {}, move |draft| {
                toasts.say(Text::new("editor.duplicated"));
                on_go.emit(Some(draft.id));
            }),
            Opened::Delete => delete.run(&id, &Empty {}, move |_| {
                handle.drop_typed();
                toasts.say(Text::new("editor.deleted"));
                on_go.emit(None);
            }),
            Opened::Publish | Opened::Save | Opened::Cancel => {}
        }
    })
}
