//! The form of one's own profile. What was typed stays whatever the server says.

use std::rc::Rc;

use shared::directory::{OwnProfile, ProfileInput, UpdateProfile};
use shared::ids::MemberId;
use yew::use_effect_with;
use yew::{AttrValue, Html, Properties, SubmitEvent, component, hook, html};

use super::profile_parts::{listing, parts};
use super::typed;
use crate::api::{Mutation, use_mutation};
use crate::browser::{dom, leaving};
use crate::forms::{Form, SubmitState, submit_bar, use_form};
use crate::ui::use_flag;
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is saved.
    pub own: Rc<OwnProfile>,
}

/// The form.
#[component]
pub fn OwnProfileForm(props: &Props) -> Html {
    let words = use_words();
    let id = props.own.member.summary.id;
    let form = use_form(&props.own.to_input(), move || typed::kept(id));
    use_kept_draft(id, &form);
    let update = use_mutation::<UpdateProfile>();
    let is_saved = use_flag();
    use_leaving(form.is_changed());
    use_refused(&form, &update);
    let onsubmit = {
        let (form, update, is_saved) = (form.clone(), update.clone(), is_saved.setter());
        move |event: SubmitEvent| {
            event.prevent_default();
            is_saved.set(false);
            match form.checked() {
                Ok(input) => {
                    let (form, is_saved) = (form.clone(), is_saved.clone());
                    update.run(&(), &input, move |own| {
                        form.save(own.to_input());
                        is_saved.set(true);
                    });
                }
                Err(field) => drop(dom::focus(&field)),
            }
        }
    };
    let state = submit_state(&words, &form, &update, *is_saved);
    html! {
        <form class="own-form" {onsubmit} novalidate=true>
            { listing(&words, &form, &props.own) }
            { parts(&words, &form, props.own.is_minor) }
            { submit_bar(words.t("own.save"), state) }
        </form>
    }
}

fn submit_state(
    words: &Words,
    form: &Form<ProfileInput>,
    update: &Mutation<UpdateProfile>,
    is_saved: bool,
) -> SubmitState {
    let failed = update.failure().map(|failure| words.say(&failure.text()));
    let wrong: Option<AttrValue> = form.first_error().map(|_| words.t("own.wrong"));
    match (update.pending(), wrong.or(failed)) {
        (true, _) => SubmitState::Pending(words.t("own.saving")),
        (false, Some(why)) => SubmitState::Failed(why),
        (false, None) if form.is_changed() => SubmitState::Changed(words.t("own.changed")),
        (false, None) => SubmitState::Clean(is_saved.then(|| words.t("own.saved"))),
    }
}

/// Shows what the server found wrong under the fields.
#[hook]
fn use_refused(form: &Form<ProfileInput>, update: &Mutation<UpdateProfile>) {
    let form = form.clone();
    use_effect_with(update.failure().cloned(), move |failure| {
        let fields = failure.as_ref().map(crate::api::Failure::fields).unwrap_or_default();
        if let Some(first) = fields.keys().next() {
            dom::focus(first);
            form.refuse(fields.clone());
        }
    });
}

/// Keeps what was typed while the reader looks at other pages.
#[hook]
fn use_kept_draft(id: MemberId, form: &Form<ProfileInput>) {
    let typed = form.is_changed().then(|| form.value().clone());
    use_effect_with((id, typed), |(id, typed)| typed::keep(*id, typed.clone()));
}

/// Asks before the page is closed with something unsaved.
#[hook]
fn use_leaving(is_changed: bool) {
    use_effect_with(is_changed, |is_changed| {
        let guard = is_changed.then(leaving::guard);
        move || drop(guard)
    });
}
