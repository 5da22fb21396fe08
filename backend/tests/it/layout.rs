//! The architecture as tests: who may import whom, where things may stand, how long files may get.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use shared::api::{Feature, all};

/// The project's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// All Rust files below a folder, with their paths from the root.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                let name = entry.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&entry).unwrap()));
            }
        }
    }
    files
}

fn everywhere() -> Vec<(String, String)> {
    [
        "shared/src",
        "shared/tests",
        "backend/src",
        "backend/tests",
        "backend/benches",
        "frontend/src",
        "frontend/tests",
        "xtask/src",
    ]
    .into_iter()
    .filter(|folder| root().join(folder).exists())
    .flat_map(rust_files)
    .collect()
}

/// Files under `folder` in which a word stands that must not stand there.
fn offenders(folder: &str, word: &str, is_allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let files = rust_files(folder);
    assert!(!files.is_empty(), "{folder} has no code");
    let files = files
        .into_iter()
        .filter(|(name, text)| text.contains(word) && !is_allowed(name));
    files.map(|(name, _)| format!("{name}: {word}")).collect()
}

#[test]
fn every_feature_has_a_room_in_every_crate() {
    for feature in Feature::ALL.map(Feature::as_str) {
        let rooms = [
            [
                format!("shared/src/{feature}.rs"),
                format!("shared/src/{feature}/mod.rs"),
            ],
            [
                format!("backend/src/features/{feature}.rs"),
                format!("backend/src/features/{feature}/mod.rs"),
            ],
            [
                format!("frontend/src/features/{feature}.rs"),
                format!("frontend/src/features/{feature}/mod.rs"),
            ],
            [
                format!("backend/tests/it/{feature}.rs"),
                format!("backend/tests/it/{feature}/mod.rs"),
            ],
        ];
        for choices in rooms {
            assert!(
                choices.iter().any(|room| root().join(room).exists()),
                "none of {choices:?} exists"
            );
        }
    }
}

#[test]
fn every_endpoint_stands_in_the_stories_of_its_feature() {
    for meta in all() {
        let stories = format!("backend/tests/it/{}", meta.feature.as_str());
        let folder = root().join(&stories);
        let text = if folder.is_dir() {
            rust_files(&stories).into_iter().map(|(_, text)| text).collect()
        } else {
            std::fs::read_to_string(folder.with_extension("rs")).unwrap()
        };
        assert!(text.contains(meta.name), "{} does not stand in {stories}", meta.name);
    }
}

#[test]
fn files_begin_with_what_lives_in_them_and_stay_short() {
    for (name, text) in everywhere() {
        assert!(text.starts_with("//!"), "{name} does not say what lives in it");
        let lines = text.lines().count();
        assert!(lines <= 250, "{name} has {lines} lines");
    }
}

#[test]
fn the_contract_knows_no_io_no_clock_and_no_framework() {
    for word in [
        "std::fs",
        "std::net",
        "std::time",
        "sea_orm",
        "axum",
        "reqwest",
        "tokio",
        "web_sys",
        "Timestamp::now",
    ] {
        assert_eq!(offenders("shared/src", word, |_| false), Vec::<String>::new());
    }
}

#[test]
fn only_queries_speak_to_the_database_inside_features() {
    let allowed = |name: &str| name.contains("/queries") || name.ends_with("/convert.rs");
    assert_eq!(
        offenders("backend/src/features", "sea_orm", allowed),
        Vec::<String>::new()
    );
}

#[test]
fn migrations_never_mention_entities_and_entities_hold_no_rules() {
    assert_eq!(
        offenders("backend/src/migration", "entity::", |_| false),
        Vec::<String>::new()
    );
    assert_eq!(
        offenders("backend/src/entity", "features", |name| name.ends_with("member.rs")),
        Vec::<String>::new()
    );
}

/// Which feature of the server calls the service of which other one, and why.
const CALLS: [(&str, &str, &str); 4] = [
    ("events", "directory", "whom an event is for is asked of the directory"),
    (
        "events",
        "rsvp",
        "seats and answers stand beside an event, and follow its changes",
    ),
    ("map", "directory", "who may be counted is the directory's to say"),
    (
        "rsvp",
        "directory",
        "whom an event is for, and how people see each other, is the directory's to say",
    ),
];

#[test]
fn features_of_the_server_know_each_other_only_through_services() {
    let features: BTreeSet<&str> = Feature::ALL.map(Feature::as_str).into();
    let files = rust_files("backend/src/features");
    let mut called = BTreeSet::new();
    for (name, text) in &files {
        let own = name.split('/').nth(3).unwrap_or_default();
        for other in features.iter().filter(|other| **other != own) {
            let named = format!("features::{other}::");
            let is_through_service = text.split(&named).skip(1).all(|found| found.starts_with("service"));
            assert!(is_through_service, "{name} reaches into {other}");
            if text.contains(&named) || text.contains(&format!("app.{other}.")) {
                called.insert((own, *other));
            }
        }
    }
    assert_eq!(called, CALLS.iter().map(|(from, to, _)| (*from, *to)).collect());
}

#[test]
fn features_of_the_page_do_not_know_each_other() {
    let features: BTreeSet<&str> = Feature::ALL.map(Feature::as_str).into();
    for (name, text) in rust_files("frontend/src/features") {
        let own = name.split('/').nth(3).unwrap_or_default().trim_end_matches(".rs");
        for other in features.iter().filter(|other| **other != own) {
            assert!(!text.contains(&format!("features::{other}")), "{name} knows {other}");
        }
    }
}

#[test]
fn the_page_has_one_door_to_the_browser_and_one_to_the_server() {
    let browser = |name: &str| name.starts_with("frontend/src/browser");
    for word in ["js_sys::", "wasm_bindgen::", "web_sys::window"] {
        assert_eq!(offenders("frontend/src", word, browser), Vec::<String>::new());
    }
    let client = |name: &str| name.starts_with("frontend/src/api/client") || browser(name);
    assert_eq!(offenders("frontend/src", "gloo::net", client), Vec::<String>::new());
    for folder in ["ui", "forms", "browser"] {
        for word in ["crate::features", "crate::pages", "crate::api", "crate::routes"] {
            assert_eq!(
                offenders(&format!("frontend/src/{folder}"), word, |_| false),
                Vec::<String>::new()
            );
        }
    }
}

#[test]
fn only_the_clock_asks_the_time() {
    let clock = |name: &str| name == "backend/src/clock.rs";
    for word in ["Timestamp::now", "SystemTime::now", "Zoned::now"] {
        assert_eq!(offenders("backend/src", word, clock), Vec::<String>::new());
    }
}

#[test]
fn all_cultures_of_the_demo_people_are_compiled_in() {
    let listed = std::fs::read_to_string(root().join("backend/src/demo/cultures.rs")).unwrap();
    for entry in std::fs::read_dir(root().join("backend/demo-data/names")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(listed.contains(&format!("names/{name}\"")), "{name} is not listed");
    }
}

#[test]
fn no_test_is_switched_off_and_nothing_is_left_for_later() {
    // Written in two parts, so that this very list does not find itself.
    let marks = [
        ("TO", "DO"),
        ("FIX", "ME"),
        ("#[ig", "nore"),
        ("unimple", "mented!"),
        ("to", "do!("),
    ];
    for (name, text) in everywhere() {
        for (start, end) in marks {
            assert!(!text.contains(&format!("{start}{end}")), "{name} has {start}{end}");
        }
    }
}
