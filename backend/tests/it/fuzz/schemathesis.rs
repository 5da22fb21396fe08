//! Runs schemathesis on a server.

use std::path::Path;

use serde_json::Value;

use crate::support::python_module;

/// What is looked at in every answer: that it is not the server's fault, and of the kind and shape that is described.
const CHECKS: &str = "not_a_server_error,content_type_conformance,response_schema_conformance";

/// How much is tried.
#[derive(Clone, Copy, Debug)]
pub(super) enum Effort {
    /// Some requests by chance for each operation, always the same ones.
    Quick,
    /// Besides these every border of every value.
    Thorough,
}

/// What was found: operations by the name of what is wrong with them, and what kept it from trying.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) failures: Vec<(String, Vec<String>)>,
    pub(super) errors: Vec<Value>,
    /// All of it in words, with requests that show it.
    pub(super) said: String,
}

impl Found {
    pub(super) const fn is_nothing(&self) -> bool {
        self.failures.is_empty() && self.errors.is_empty()
    }
}

/// Tries a server by a document. The folder takes its files.
pub(super) fn fuzz(folder: &Path, base: &str, document: &Value, cookie: Option<&str>, effort: Effort) -> Found {
    let (described, report) = (folder.join("document.json"), folder.join("report.json"));
    std::fs::write(&described, document.to_string()).unwrap();
    let mut command = python_module("schemathesis.cli");
    command
        .current_dir(folder)
        .arg("run")
        .arg(&described)
        .args(["--url", base]);
    if let Some(cookie) = cookie {
        command.args(["--header", &format!("Cookie: {cookie}")]);
    }
    let (phases, examples) = match effort {
        Effort::Quick => ("examples,fuzzing", "4"),
        Effort::Thorough => ("examples,coverage,fuzzing", "6"),
    };
    let ran = command
        .args([
            "--generation-deterministic",
            "--no-color",
            "--no-shrink",
            "--continue-on-failure",
        ])
        .args(["--checks", CHECKS, "--phases", phases, "--max-examples", examples])
        .args(["--report", "json", "--report-json-path"])
        .arg(&report)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    let report = std::fs::read(&report).unwrap_or_else(|_| panic!("{said}{}", String::from_utf8_lossy(&ran.stderr)));
    let report: Value = serde_json::from_slice(&report).unwrap();
    let (selected, tested) = (&report["operations"]["selected"], &report["operations"]["tested"]);
    assert!(report["complete"] == true && selected == tested, "{said}");
    let failures = report["failures"].as_array().unwrap().iter().map(failure).collect();
    let found = Found {
        failures,
        errors: report["errors"].as_array().unwrap().clone(),
        said: said.into_owned(),
    };
    assert_eq!(ran.status.success(), found.is_nothing(), "{}", found.said);
    found
}

fn failure(failure: &Value) -> (String, Vec<String>) {
    let operations = failure["operations"].as_array().unwrap().iter();
    let operations = operations.map(|operation| operation.as_str().unwrap().to_owned());
    (failure["type"].as_str().unwrap().into(), operations.collect())
}
