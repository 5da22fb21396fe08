//! Writes: `use_mutation::<E>()` sends, says whether it is under way and why it failed, and makes the queries
//! of the feature ask again when it has worked.

use std::marker::PhantomData;
use std::rc::Rc;

use shared::api::{Endpoint, Feature, ProblemCode};
use yew::{UseStateHandle, hook, use_state};

use super::cache::Answer;
use super::client::{Request, decode, exchange};
use super::{Failure, Revisions, use_revisions};
use crate::browser::abort::Abort;
use crate::browser::spawn;

#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    pending: bool,
    failure: Option<Failure>,
}

/// A write that can be run.
pub struct Mutation<E: Endpoint> {
    core: Core,
    endpoint: PhantomData<E>,
}

impl<E: Endpoint> Clone for Mutation<E> {
    fn clone(&self) -> Self {
        Self {
            core: self.core.clone(),
            endpoint: PhantomData,
        }
    }
}

impl<E: Endpoint> Mutation<E> {
    /// Whether the write is under way.
    pub fn pending(&self) -> bool {
        self.core.state.pending
    }

    /// Why the last run failed.
    pub fn failure(&self) -> Option<&Failure> {
        self.core.state.failure.as_ref()
    }

    /// Runs it, unless it is under way. `done` gets the answer of a run that worked.
    pub fn run(&self, params: &E::Params, input: &E::Input, done: impl FnOnce(Rc<E::Output>) + 'static) {
        let read: Decode = |body| Ok(Rc::new(decode::<E::Output>(body)?));
        let done = move |answer: Answer| drop(answer.downcast().map(done));
        self.core
            .run(Request::of::<E>(params, input), E::FEATURE, read, Box::new(done));
    }
}

type Decode = fn(&str) -> Result<Answer, Failure>;

// One copy in the wasm for all endpoints.
#[derive(Clone)]
struct Core {
    state: UseStateHandle<State>,
    revisions: Revisions,
}

impl Core {
    fn run(&self, request: Result<Request, Failure>, feature: Feature, read: Decode, done: Box<dyn FnOnce(Answer)>) {
        if self.state.pending {
            return;
        }
        self.state.set(State {
            pending: true,
            failure: None,
        });
        let Self { state, revisions } = self.clone();
        spawn(async move {
            let answer = match request {
                Ok(request) => exchange(request, &Abort::new()).await.and_then(|body| read(&body)),
                Err(failure) => Err(failure),
            };
            match &answer {
                Ok(_) => revisions.bump(feature),
                Err(failure) if failure.code() == Some(ProblemCode::Unauthenticated) => revisions.bump(Feature::Auth),
                Err(_) => {}
            }
            state.set(State {
                pending: false,
                failure: answer.as_ref().err().cloned(),
            });
            if let Ok(answer) = answer {
                done(answer);
            }
        });
    }
}

/// A write of an endpoint.
#[hook]
pub fn use_mutation<E: Endpoint>() -> Mutation<E> {
    let core = Core {
        state: use_state(State::default),
        revisions: use_revisions(),
    };
    Mutation {
        core,
        endpoint: PhantomData,
    }
}
