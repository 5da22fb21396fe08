//! Puts somebody in: hosts, speakers, guests, over capacity too.

use std::rc::Rc;

use shared::directory::{MemberSummary, SuggestFilter, SuggestMembers};
use shared::events::EventDraft;
use shared::ids::MemberId;
use shared::rsvp::{PlaceAttendee, PlaceInput, Pool};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, Properties, SubmitEvent, component, html, use_state_eq};

use super::super::sheet::number;
use crate::api::{use_mutation, use_query_if};
use crate::browser::dom;
use crate::forms::{Combobox, Field, InputKind, Offer, SelectField, SelectOption, input_field};
use crate::ui::use_toasts;
use crate::words::{Words, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The event.
    pub draft: Rc<EventDraft>,
}

/// Who was chosen, and under which name.
type Chosen = (MemberId, String);

/// The form.
#[component]
pub fn PlaceForm(props: &Props) -> Html {
    let words = use_words();
    let toasts = use_toasts();
    let place = use_mutation::<PlaceAttendee>();
    let typed = use_state_eq(String::new);
    let chosen = use_state_eq(|| None::<Chosen>);
    let is_missing = use_state_eq(|| false);
    let pools = pools(&props.draft);
    let pool = use_state_eq(|| None::<Pool>);
    let companions = use_state_eq(String::new);
    let pool_now = pool.or(pools.first().copied()).unwrap_or(Pool::Room);
    let onsubmit = {
        let (place, toasts, id) = (place.clone(), toasts, props.draft.id);
        let (chosen, is_missing, companions) = (chosen.clone(), is_missing.setter(), companions.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            is_missing.set(chosen.is_none());
            let Some((member_id, name)) = (*chosen).clone() else {
                dom::focus("place-member");
                return;
            };
            let input = PlaceInput {
                member_id,
                pool: pool_now,
                companions: number(&companions).unwrap_or_default(),
            };
            let (toasts, chosen, companions) = (toasts.clone(), chosen.setter(), companions.setter());
            place.run(&id, &input, move |_| {
                toasts.say(Text::new("attendees.placed_name").with("name", &name));
                chosen.set(None);
                companions.set(String::new());
            });
        }
    };
    let failed = place.failure().map(|failure| words.say(&failure.text()));
    html! {
        <form class="card attendee-form" id="place-form" {onsubmit} novalidate=true aria-labelledby="place-title">
            <h2 id="place-title">{ words.t("attendees.place") }</h2>
            <p class="field-hint">{ words.t("attendees.place_hint") }</p>
            <MemberPicker
                chosen={chosen.as_ref().map(|(_, name)| name.clone())} is_missing={*is_missing && chosen.is_none()}
                typed={(*typed).clone()}
                on_type={let typed = typed.setter(); move |words| typed.set(words)}
                on_choose={let chosen = chosen.setter(); move |member: Chosen| chosen.set(Some(member))}
            />
            <div class="editor-pair">
                <SelectField
                    field={Field::new("place-pool", words.t("attendees.where"))} options={options(&words, &pools)}
                    value={pool_now.code()}
                    on_change={let pool = pool.setter(); move |code: String| pool.set(code.parse().ok())}
                />
                { companions_field(&words, &companions, {
                    let companions = companions.setter();
                    Callback::from(move |typed| companions.set(typed))
                }) }
            </div>
            { for failed.map(|said| html! { <p class="field-error" role="alert">{ said }</p> }) }
            <p><button type="submit" class="button">{ words.t("attendees.place_now") }</button></p>
        </form>
    }
}

/// The ways of taking part that there are.
fn pools(draft: &EventDraft) -> Vec<Pool> {
    let room = draft.input.room.is_some().then_some(Pool::Room);
    let online = draft.input.online.is_some().then_some(Pool::Online);
    room.into_iter().chain(online).collect()
}

fn options(words: &Words, pools: &[Pool]) -> Vec<SelectOption> {
    let option = |pool: &Pool| (pool.code().into(), words.t(pool.answer().key()));
    pools.iter().map(option).collect()
}

fn companions_field(words: &Words, value: &str, on_change: Callback<String>) -> Html {
    let field = Field::new("place-companions", words.t("attendees.companions"));
    input_field(words, &field, InputKind::Number, value.to_owned(), &on_change)
}

#[derive(Properties, PartialEq)]
struct PickerProps {
    chosen: Option<String>,
    is_missing: bool,
    typed: String,
    on_type: Callback<String>,
    on_choose: Callback<Chosen>,
}

/// Finds a member by the beginning of their name.
#[component]
fn MemberPicker(props: &PickerProps) -> Html {
    let words = use_words();
    let query = props.typed.trim();
    let question = (!query.is_empty()).then(|| ((), SuggestFilter { q: query.into() }));
    let found = use_query_if::<SuggestMembers>(question).data.unwrap_or_default();
    let offer = |member: &MemberSummary| -> Offer {
        (
            member.id.to_string().into(),
            member.name.clone().into(),
            words.region(member.country),
        )
    };
    let offers: Vec<Offer> = found.items.iter().map(offer).collect();
    let on_choose = {
        let (on_choose, found) = (props.on_choose.clone(), Rc::clone(&found));
        Callback::from(move |id: AttrValue| {
            if let Some(member) = found.items.iter().find(|member| member.id.to_string() == id.as_str()) {
                on_choose.emit((member.id, member.name.clone()));
            }
        })
    };
    let errors = if props.is_missing {
        vec![Text::new("attendees.nobody_chosen")]
    } else {
        Vec::new()
    };
    let field = Field::new("place-member", words.t("attendees.member"))
        .hint(words.t("attendees.member_hint"))
        .errors(errors);
    html! {
        <Combobox
            {field} value={props.chosen.clone().unwrap_or_default()} {offers} on_type={props.on_type.clone()} {on_choose}
        />
    }
}
