//! The last answers, so that going back shows at once what was there; they are fetched again all the same.
//! Emptied whenever anything was changed or somebody else is signed in.

use std::any::Any;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

const KEPT: usize = 24;

/// An answer of any endpoint.
pub type Answer = Rc<dyn Any>;

thread_local! {
    static ANSWERS: RefCell<VecDeque<(String, Answer)>> = const { RefCell::new(VecDeque::new()) };
}

/// The last answer from this address.
pub(super) fn get(address: &str) -> Option<Answer> {
    ANSWERS.with_borrow(|answers| {
        let found = answers.iter().find(|(known, _)| known == address);
        found.map(|(_, answer)| Rc::clone(answer))
    })
}

/// Keeps an answer and forgets the oldest.
pub(super) fn put(address: &str, answer: &Answer) {
    ANSWERS.with_borrow_mut(|answers| {
        answers.retain(|(known, _)| known != address);
        answers.push_front((address.into(), Rc::clone(answer)));
        answers.truncate(KEPT);
    });
}

/// Forgets everything.
pub(super) fn clear() {
    ANSWERS.with_borrow_mut(VecDeque::clear);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_answer_is_forgotten_first() {
        for number in 0..=KEPT {
            put(&number.to_string(), &(Rc::new(number) as Answer));
        }
        assert!(get("0").is_none());
        assert_eq!(
            get("1").and_then(|answer| answer.downcast_ref::<usize>().copied()),
            Some(1)
        );
        clear();
        assert!(get("1").is_none());
    }
}
