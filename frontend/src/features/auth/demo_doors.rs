//! The sign-in of a demonstration: three fictional people to become.

use shared::auth::{DemoSignIn, DemoSignInInput};
use shared::codes::Role;
use shared::words::Text;
use yew::{Callback, Html, MouseEvent, Properties, component, html};

use crate::api::use_mutation;
use crate::ui::{IconName, icon};
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Called when somebody has signed in.
    pub on_signed_in: Callback<()>,
}

/// The doors.
#[component]
pub fn DemoDoors(props: &Props) -> Html {
    let words = use_words();
    let sign_in = use_mutation::<DemoSignIn>();
    let failure = sign_in.failure().map(|failure| words.say(&failure.text()));
    let door = |role: Role, about: &'static str, name: IconName| {
        let (sign_in, on_signed_in) = (sign_in.clone(), props.on_signed_in.clone());
        let onclick = move |_: MouseEvent| {
            let on_signed_in = on_signed_in.clone();
            let input = DemoSignInInput {
                role: Some(role),
                member_id: None,
            };
            sign_in.run(&(), &input, move |_| on_signed_in.emit(()));
        };
        html! {
            <li>
                <button type="button" class="door" id={["sign-in", role.code()].join("-")} {onclick}>
                    { icon(name) }
                    <span class="door-title">
                        { words.say(&Text::new("sign_in.as").with("role", words.t(role.key()))) }
                    </span>
                    <span class="door-text">{ words.t(about) }</span>
                </button>
            </li>
        }
    };
    html! {
        <>
            <ul class="doors">
                { door(Role::Member, "sign_in.about_member", IconName::Person) }
                { door(Role::Coordinator, "sign_in.about_coordinator", IconName::People) }
                { door(Role::Admin, "sign_in.about_admin", IconName::Settings) }
            </ul>
            if let Some(failure) = failure {
                <p class="field-error" role="alert">{ failure }</p>
            }
        </>
    }
}
