//! Server data on the screen: `use_query::<E>(params, input)`. Old data stays while new data is fetched, answers
//! that nobody waits for are ignored, and the request ends when the component goes.

use std::cell::Cell;
use std::rc::Rc;

use shared::api::{Endpoint, Feature, ProblemCode};
use yew::{Callback, Reducible, UseReducerDispatcher, hook, use_effect_with, use_memo, use_reducer, use_state};

use super::cache::{self, Answer};
use super::client::{Request, address, decode, exchange};
use super::{Failure, use_revisions};
use crate::browser::{abort::Abort, dom, spawn};

/// What is known of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Query<T> {
    /// The last good answer, perhaps to an earlier question.
    pub data: Option<Rc<T>>,
    /// Why there is no newer one.
    pub failure: Option<Failure>,
    /// Whether `data` answers an earlier question.
    pub is_old: bool,
    /// Whether an answer is on its way.
    pub loading: bool,
    /// Asks again.
    pub retry: Callback<()>,
}

/// Asks an endpoint now, and again whenever the question or the feature's revision changes.
#[hook]
pub fn use_query<E: Endpoint>(params: E::Params, input: E::Input) -> Query<E::Output> {
    use_query_if::<E>(Some((params, input)))
}

/// The same; `None` asks nothing.
#[hook]
pub fn use_query_if<E: Endpoint>(question: Option<(E::Params, E::Input)>) -> Query<E::Output> {
    let address = question.map(|(params, input)| address::<E>(&params, &input));
    let raw = use_raw_query(address, E::FEATURE, |body| Ok(Rc::new(decode::<E::Output>(body)?)));
    typed(raw)
}

/// Fetches a file of our own site that the build names in a `<meta>` of the page, such as the shapes of the world.
#[hook]
pub fn use_file<T: 'static>(
    meta: &'static str,
    feature: Feature,
    read: fn(&str) -> Result<Answer, Failure>,
) -> Query<T> {
    // A page without that name asks for what is not there, and fails as it would with a file that is gone.
    let address = use_memo((), |()| dom::meta(meta).unwrap_or_else(|| ["/", meta, ".txt"].concat()));
    typed(use_raw_query(Some((*address).clone()), feature, read))
}

fn typed<T: 'static>(raw: RawQuery) -> Query<T> {
    Query {
        data: raw.state.data.and_then(|data| data.downcast().ok()),
        failure: raw.state.failure,
        is_old: raw.state.is_old,
        loading: raw.state.loading,
        retry: raw.retry,
    }
}

/// Reads a body.
type Decode = fn(&str) -> Result<Answer, Failure>;

struct RawQuery {
    state: State,
    retry: Callback<()>,
}

#[derive(Clone, Debug, Default)]
struct State {
    asked: Option<String>,
    data: Option<Answer>,
    failure: Option<Failure>,
    is_old: bool,
    loading: bool,
}

enum Action {
    Asked(Option<String>),
    Answered(String, Result<Answer, Failure>),
}

impl State {
    fn asking(address: Option<String>) -> Self {
        let data = address.as_deref().and_then(cache::get);
        Self {
            loading: address.is_some(),
            asked: address,
            is_old: data.is_none(),
            data,
            failure: None,
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Asked(None) => Rc::default(),
            Action::Asked(address) => {
                let asking = Self::asking(address);
                let data = asking.data.clone().or_else(|| self.data.clone());
                Rc::new(Self { data, ..asking })
            }
            Action::Answered(address, _) if self.asked.as_ref() != Some(&address) => self,
            Action::Answered(_, Ok(data)) => Rc::new(Self {
                data: Some(data),
                failure: None,
                is_old: false,
                loading: false,
                asked: self.asked.clone(),
            }),
            Action::Answered(_, Err(failure)) => Rc::new(Self {
                failure: Some(failure),
                loading: false,
                ..Self::clone(&self)
            }),
        }
    }
}

// One copy in the wasm for all endpoints: types come in only with `decode` and the downcast above.
#[hook]
fn use_raw_query(address: Option<String>, feature: Feature, read: Decode) -> RawQuery {
    let revisions = use_revisions();
    let attempt = use_state(|| 0_u32);
    let state = use_reducer({
        let address = address.clone();
        || State::asking(address)
    });
    // Until the effect below has run, the state is that of the question before.
    let is_old = state.is_old || state.asked != address;
    let dispatcher = state.dispatcher();
    let expired = move || revisions.bump(Feature::Auth);
    let revision = use_revisions().of(feature);
    use_effect_with((address, revision, *attempt), move |(address, ..)| {
        dispatcher.dispatch(Action::Asked(address.clone()));
        let waiting = Rc::new((Cell::new(true), Abort::new()));
        if let Some(address) = address.clone() {
            let waiting = Rc::clone(&waiting);
            spawn(ask(address, read, waiting, dispatcher, expired));
        }
        move || {
            waiting.0.set(false);
            waiting.1.now();
        }
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    RawQuery {
        state: State {
            is_old,
            ..State::clone(&state)
        },
        retry,
    }
}

async fn ask(
    address: String,
    read: Decode,
    waiting: Rc<(Cell<bool>, Abort)>,
    dispatcher: UseReducerDispatcher<State>,
    expired: impl FnOnce(),
) {
    let body = exchange(Request::get(&address), &waiting.1).await;
    if !waiting.0.get() {
        return;
    }
    let answer = body.and_then(|body| read(&body));
    match &answer {
        Ok(answer) => cache::put(&address, answer),
        Err(failure) if failure.code() == Some(ProblemCode::Unauthenticated) => expired(),
        Err(_) => {}
    }
    dispatcher.dispatch(Action::Answered(address, answer));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(number: u32) -> Result<Answer, Failure> {
        Ok(Rc::new(number))
    }

    fn number(state: &State) -> Option<u32> {
        state.data.as_ref().and_then(|data| data.downcast_ref().copied())
    }

    fn asked(address: &str) -> Action {
        Action::Asked(Some(address.into()))
    }

    #[test]
    fn old_data_stays_while_new_data_is_fetched() {
        let state = Rc::new(State::asking(Some("a".into())));
        let state = state.reduce(Action::Answered("a".into(), answer(1)));
        assert!(!state.loading);
        let state = state.reduce(asked("b"));
        assert_eq!((number(&state), state.loading), (Some(1), true));
    }

    #[test]
    fn stale_answers_are_ignored() {
        let state = Rc::new(State::asking(Some("a".into()))).reduce(asked("b"));
        let state = state.reduce(Action::Answered("a".into(), answer(1)));
        assert_eq!((number(&state), state.loading), (None, true));
        let state = state.reduce(Action::Answered("b".into(), answer(2)));
        assert_eq!((number(&state), state.loading), (Some(2), false));
    }

    #[test]
    fn a_failure_keeps_the_data_and_a_new_question_forgets_the_failure() {
        let state = Rc::new(State::asking(Some("a".into()))).reduce(Action::Answered("a".into(), answer(1)));
        let state = state
            .reduce(asked("b"))
            .reduce(Action::Answered("b".into(), Err(Failure::Offline)));
        assert_eq!(
            (number(&state), state.failure.as_ref()),
            (Some(1), Some(&Failure::Offline))
        );
        assert!(state.reduce(asked("c")).failure.is_none());
    }

    #[test]
    fn asking_nothing_forgets_everything() {
        let state = Rc::new(State::asking(Some("a".into()))).reduce(Action::Answered("a".into(), answer(1)));
        let state = state.reduce(Action::Asked(None));
        assert_eq!((number(&state), state.loading), (None, false));
    }
}
