//! Writes: `use_mutation::<E>()` sends, says whether it is under way and why it failed, and makes the queries
//! of the feature ask again when it has worked.

use std::rc::Rc;

use shared::api::{Endpoint, Feature, ProblemCode};
use yew::{UseStateHandle, hook, use_state};

use super::{Failure, Revisions, client, use_revisions};
use crate::browser::spawn;

#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    pending: bool,
    failure: Option<Failure>,
}

/// A write that can be run.
pub struct Mutation<E: Endpoint> {
    state: UseStateHandle<State>,
    revisions: Revisions,
    endpoint: std::marker::PhantomData<E>,
}

impl<E: Endpoint> Clone for Mutation<E> {
    fn clone(&self) -> Self {
        Self {
            state: self.state.clone(),
            revisions: self.revisions.clone(),
            endpoint: self.endpoint,
        }
    }
}

impl<E: Endpoint> Mutation<E> {
    /// Whether the write is under way.
    pub fn pending(&self) -> bool {
        self.state.pending
    }

    /// Why the last run failed.
    pub fn failure(&self) -> Option<&Failure> {
        self.state.failure.as_ref()
    }

    /// Runs it, unless it is under way. `done` gets the answer of a run that worked.
    pub fn run(&self, params: E::Params, input: E::Input, done: impl FnOnce(Rc<E::Output>) + 'static) {
        if self.state.pending {
            return;
        }
        self.state.set(State {
            pending: true,
            failure: None,
        });
        let Self { state, revisions, .. } = self.clone();
        spawn(async move {
            let answer = client::send::<E>(params, &input).await;
            match &answer {
                Ok(_) => revisions.bump(E::FEATURE),
                Err(failure) if failure.code() == Some(ProblemCode::Unauthenticated) => revisions.bump(Feature::Auth),
                Err(_) => {}
            }
            let failure = answer.as_ref().err().cloned();
            state.set(State {
                pending: false,
                failure,
            });
            if let Ok(answer) = answer {
                done(Rc::new(answer));
            }
        });
    }
}

/// A write of an endpoint.
#[hook]
pub fn use_mutation<E: Endpoint>() -> Mutation<E> {
    Mutation {
        state: use_state(State::default),
        revisions: use_revisions(),
        endpoint: std::marker::PhantomData,
    }
}
