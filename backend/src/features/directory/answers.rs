//! Answers kept for those who ask the same again, as long as nothing changes. An answer is kept from the second time
//! on: most questions are asked once, and keeping them would only push out others.

use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;
use quick_cache::sync::Cache;
use shared::directory::MemberFilter;
use shared::ids::MemberId;

/// Answers kept.
const KEPT: usize = 512;
/// Questions remembered as asked once.
const ASKED: usize = 4_096;

/// Who asks what.
pub(super) type Question = (Option<MemberId>, MemberFilter);

/// The kept answers, each valid for one version of the index.
#[derive(Debug)]
pub(super) struct Answers {
    kept: Cache<Question, (u64, Bytes)>,
    /// Hashes of questions that were asked once.
    asked: Cache<u64, ()>,
    hasher: RandomState,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            kept: Cache::new(KEPT),
            asked: Cache::new(ASKED),
            hasher: RandomState::new(),
        }
    }
}

impl Answers {
    /// The answer to a question, if it is kept and still true.
    pub(super) fn get(&self, question: &Question, version: u64) -> Option<Bytes> {
        let (known, answer) = self.kept.get(question)?;
        (known == version).then_some(answer)
    }

    /// Keeps an answer if the question was asked before.
    pub(super) fn offer(&self, question: Question, version: u64, answer: &Bytes) {
        let hash = self.hasher.hash_one(&question);
        if self.asked.get(&hash).is_some() {
            self.kept.insert(question, (version, answer.clone()));
        } else {
            self.asked.insert(hash, ());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answers, Bytes, KEPT, MemberFilter, Question};

    fn question(q: &str) -> Question {
        let filter = MemberFilter {
            q: q.into(),
            ..MemberFilter::default()
        };
        (None, filter)
    }

    #[test]
    fn an_answer_is_kept_from_the_second_time_on_for_one_version_and_one_viewer() {
        let answers = Answers::default();
        let answer = Bytes::from_static(b"{}");
        answers.offer(question("a"), 1, &answer);
        assert_eq!(answers.get(&question("a"), 1), None);
        answers.offer(question("a"), 1, &answer);
        assert_eq!(answers.get(&question("a"), 1), Some(answer));
        assert_eq!(answers.get(&question("a"), 2), None);
        let member = Some(shared::ids::MemberId(uuid::Uuid::nil()));
        assert_eq!(answers.get(&(member, question("a").1), 1), None);
    }

    #[test]
    fn questions_asked_in_turns_are_all_kept() {
        let answers = Answers::default();
        let questions: Vec<_> = (0..KEPT / 4).map(|number| question(&number.to_string())).collect();
        for _ in 0..2 {
            for question in &questions {
                answers.offer(question.clone(), 1, &Bytes::from_static(b"{}"));
            }
        }
        let kept = questions.iter().filter(|question| answers.get(question, 1).is_some());
        assert_eq!(kept.count(), questions.len());
    }
}
