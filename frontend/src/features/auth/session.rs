//! The session as a context: one question to the server, asked again whenever it may have changed.

use std::rc::Rc;

use shared::api::{Empty, Feature};
use shared::auth::{GetSession, SessionMember, SessionState};
use shared::ids::MemberId;
use yew::{ContextProvider, Html, Properties, component, hook, html};
use yew::{use_context, use_effect_with, use_mut_ref};

use crate::api::{use_query, use_revisions};

/// What is known of the visitor; nothing before the first answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session(Option<Rc<SessionState>>);

impl Session {
    /// Who is signed in.
    pub fn member(&self) -> Option<&SessionMember> {
        self.0.as_ref()?.member.as_ref()
    }

    /// Whether it is known who is signed in.
    pub fn is_known(&self) -> bool {
        self.0.is_some()
    }

    /// Whether the visitor is known to be signed out.
    pub fn is_signed_out(&self) -> bool {
        self.is_known() && self.member().is_none()
    }

    /// Whether all people are fictional.
    pub fn is_demo(&self) -> bool {
        self.0.as_ref().is_some_and(|state| state.is_demo)
    }
}

impl From<SessionState> for Session {
    fn from(state: SessionState) -> Self {
        Self(Some(Rc::new(state)))
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything that asks who is signed in.
    pub children: Html,
}

/// Keeps the session. When the person changes, everything that depends on the viewer is asked for again.
#[component]
pub fn SessionProvider(props: &Props) -> Html {
    let query = use_query::<GetSession>((), Empty {});
    let revisions = use_revisions();
    let session = Session(query.data);
    let known = use_mut_ref(|| None::<Option<MemberId>>);
    let person = session.is_known().then(|| session.member().map(|member| member.id));
    use_effect_with(person, move |person| {
        let before = known.replace(*person);
        if before.is_some() && person.is_some() && before != *person {
            for feature in [Feature::Directory, Feature::Events, Feature::Rsvp] {
                revisions.bump(feature);
            }
        }
    });
    html! { <ContextProvider<Session> context={session}>{ props.children.clone() }</ContextProvider<Session>> }
}

/// The session; unknown where nobody provides one.
#[hook]
pub fn use_session() -> Session {
    use_context().unwrap_or_default()
}
