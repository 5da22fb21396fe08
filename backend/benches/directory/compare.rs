//! Before anything is measured, answers are compared with those of the slow reference.

use anyhow::ensure;
use backend::clock::Clock;
use backend::db::{Db, DbOptions};
use backend::features::directory::Directory;
use backend::features::directory::reference::Reference;
use shared::directory::{MemberFilter, MemberPage};

use super::questions::questions;
use super::server::Database;

/// Questions that are compared, each as a visitor and as a member; the reference takes its time.
const COMPARED: usize = 60;

/// The questions, and how many answers were compared.
pub(crate) async fn with_reference(database: &Database, wanted: usize) -> anyhow::Result<(Vec<MemberFilter>, usize)> {
    let db = Db::open(&DbOptions::new(&database.url)).await?;
    let today = Clock::System.today();
    let people = Reference::read(&db, today).await?;
    let directory = Directory::build(&db, today).await?;
    let questions = questions(&people, wanted);
    let step = questions.len() / COMPARED;
    let mut compared = 0;
    for (place, question) in questions.iter().step_by(step).enumerate() {
        let member = people.members.get(place * 701).map(|member| member.id);
        for viewer in [None, member] {
            let answer: MemberPage = serde_json::from_slice(&directory.list(viewer, question.clone()))?;
            ensure!(
                answer == people.list(viewer, question),
                "wrong answer to {question:?} of {viewer:?}"
            );
            compared += 1;
        }
    }
    Ok((questions, compared))
}
