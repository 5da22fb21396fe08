//! Writes: `use_mutation::<E>()` sends, says whether it is under way and why it failed, and makes the queries
//! of the feature ask again when it has worked.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use shared::api::{Endpoint, Feature, ProblemCode};
use yew::{UseStateHandle, hook, use_mut_ref, use_state};

use super::cache::Answer;
use super::client::{Request, decode, exchange};
use super::{Failure, Revisions, use_revisions};
use crate::browser::abort::Abort;
use crate::browser::{random, spawn};

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

impl<E: Endpoint> Mutation<E> {
    /// The same with an idempotency key: who presses again because the network was away sends the same request again,
    /// and it is done once.
    pub fn run_once(&self, params: &E::Params, input: &E::Input, done: impl FnOnce(Rc<E::Output>) + 'static) {
        let read: Decode = |body| Ok(Rc::new(decode::<E::Output>(body)?));
        let done = move |answer: Answer| drop(answer.downcast().map(done));
        let request = Request::of::<E>(params, input).map(|request| self.core.keyed(request));
        self.core.run(request, E::FEATURE, read, Box::new(done));
    }
}

type Decode = fn(&str) -> Result<Answer, Failure>;

// One copy in the wasm for all endpoints.
#[derive(Clone)]
struct Core {
    state: UseStateHandle<State>,
    revisions: Revisions,
    /// What was sent last with which key.
    sent: Rc<RefCell<Option<(String, String)>>>,
}

impl Core {
    /// A request with its key: the one of the last request where nobody knows what became of that and it said the same.
    fn keyed(&self, request: Request) -> Request {
        let body = request.body().unwrap_or_default().to_owned();
        let is_again = self.state.failure.as_ref().is_some_and(Failure::is_passing);
        let before = self.sent.borrow().clone().filter(|(said, _)| is_again && *said == body);
        let key = before.map_or_else(random::key, |(_, key)| key);
        self.sent.replace(Some((body, key.clone())));
        request.with_key(key)
    }

    fn run(&self, request: Result<Request, Failure>, feature: Feature, read: Decode, done: Box<dyn FnOnce(Answer)>) {
        if self.state.pending {
            return;
        }
        self.state.set(State {
            pending: true,
            failure: None,
        });
        let Self { state, revisions, .. } = self.clone();
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
        sent: use_mut_ref(|| None),
    };
    Mutation {
        core,
        endpoint: PhantomData,
    }
}
