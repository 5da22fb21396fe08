//! Requests made from the server's own description of itself, sent to the server itself by a program that has nothing of
//! ours (PyPI's schemathesis): whatever it thinks of, nothing is our fault, and answers are what the description says.

mod control;
mod document;
mod ground;
mod makings;
mod schemathesis;

use std::collections::BTreeMap;

use serde_json::Value;

use self::document::Document;
use self::ground::Ground;
use self::schemathesis::{Effort, fuzz};
use crate::support::{Server, TestApp};

/// How many answers of each status an operation gave, by its method and path.
fn answers(log: &[String]) -> BTreeMap<(String, String), BTreeMap<u64, usize>> {
    let mut answers: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for line in log {
        let line: Value = serde_json::from_str(line).unwrap();
        if let (Some(method), Some(route), Some(status)) =
            (line["method"].as_str(), line["route"].as_str(), line["status"].as_u64())
        {
            let of_route = answers.entry((method.to_owned(), route.to_owned())).or_default();
            *of_route.entry(status).or_insert(0) += 1;
        }
    }
    answers
}

#[tokio::test]
async fn whatever_the_description_allows_or_forbids_is_answered_as_it_says_and_nothing_is_our_fault() {
    let t = TestApp::new().await;
    let folder = tempfile::TempDir::new().unwrap();
    let ground = Ground::fill(&t).await;
    let server = Server::start(folder.path(), &t.database_url(), &[]);
    let known = ground.till(&server.base).await;
    let document = Document::of(&server.base, &known).await;
    for (who, cookie) in [("nobody", None)]
        .into_iter()
        .chain(known.cookies.iter().map(|(who, cookie)| (*who, Some(cookie.as_str()))))
    {
        // Whoever may do the most is tried the hardest.
        let effort = if who == "admin" {
            Effort::Thorough
        } else {
            Effort::Quick
        };
        let found = fuzz(folder.path(), &server.base, document.json(), cookie, effort);
        assert!(found.is_nothing(), "as {who}: {}", found.said);
    }
    let answers = answers(&server.stop());
    let faults: Vec<_> = answers
        .iter()
        .filter(|(_, statuses)| statuses.keys().any(|status| *status >= 500))
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    // Otherwise nothing but the doors would have been tried.
    let operations = document.operations();
    assert!(operations.len() >= 55, "{}", operations.len());
    for operation in operations {
        let statuses = answers.get(&(operation.method.clone(), operation.path.clone()));
        let is_good = statuses.is_some_and(|statuses| statuses.contains_key(&200));
        assert!(is_good, "{} is never answered well: {statuses:?}", operation.name);
    }
}
