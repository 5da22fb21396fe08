//! Finding people by words, in any script.

use shared::codes::Audience;
use shared::directory::{SuggestFilter, SuggestMembers};

use super::{names, words};
use crate::support::TestApp;

#[tokio::test]
async fn names_are_found_without_accents_in_any_order_and_script() {
    let t = TestApp::new().await;
    t.person("Nguyễn Thị Lan").country("VN").insert().await;
    t.person("Đinh Văn Hùng").country("VN").insert().await;
    t.person("Łukasz Żak").country("PL").insert().await;
    t.person("Wang Xiaoming")
        .native_name("王小明")
        .country("CN")
        .insert()
        .await;
    t.person("Tanaka Sakura")
        .native_name("田中さくら")
        .country("JP")
        .insert()
        .await;
    t.person("Kim Min-jun")
        .native_name("김민준")
        .country("KR")
        .insert()
        .await;
    t.person("Batbayar Temuulen")
        .native_name("Батбаярын Тэмүүлэн")
        .country("MN")
        .insert()
        .await;
    t.person("O").country("ID").insert().await;
    let visitor = t.anonymous();
    for (query, found) in [
        ("Nguyen", "Nguyễn Thị Lan"),
        ("lan nguyen", "Nguyễn Thị Lan"),
        ("thi la", "Nguyễn Thị Lan"),
        ("ngyuen", "Nguyễn Thị Lan"),
        ("Dinh", "Đinh Văn Hùng"),
        ("Lukasz", "Łukasz Żak"),
        ("王", "Wang Xiaoming"),
        ("小明", "Wang Xiaoming"),
        ("ming", "Wang Xiaoming"),
        ("さくら", "Tanaka Sakura"),
        ("田中", "Tanaka Sakura"),
        ("김", "Kim Min-jun"),
        ("min jun", "Kim Min-jun"),
        ("тэмүүлэн", "Batbayar Temuulen"),
        ("ТЭМҮҮ", "Batbayar Temuulen"),
        ("O", "O"),
    ] {
        assert_eq!(
            names(&visitor, words(query)).await.first().map(String::as_str),
            Some(found),
            "{query}"
        );
    }
    assert_eq!(
        names(&visitor, words("ngyeun")).await,
        Vec::<String>::new(),
        "two typos are too many"
    );
    assert_eq!(
        names(&visitor, words("lan wang")).await,
        Vec::<String>::new(),
        "every word must match"
    );
}

#[tokio::test]
async fn native_words_find_latin_names_and_latin_words_find_native_names() {
    let t = TestApp::new().await;
    t.person("Wang Wei").country("CN").insert().await;
    t.person("Joy").native_name("王伟").country("CN").insert().await;
    t.person("Wang Fang").native_name("汪芳").country("CN").insert().await;
    let visitor = t.anonymous();
    assert_eq!(
        names(&visitor, words("wang wei")).await,
        ["Joy", "Wang Wei"],
        "both are exact"
    );
    assert_eq!(
        names(&visitor, words("王")).await,
        ["Joy", "Wang Wei"],
        "the native name first; 汪 is another name"
    );
    assert_eq!(names(&visitor, words("王伟")).await, ["Joy", "Wang Wei"]);
}

#[tokio::test]
async fn exact_comes_before_prefix_before_typo_and_names_before_the_rest() {
    let t = TestApp::new().await;
    let trip = t.exchange().host("Mariana Marine Institute").insert().await;
    let mut t = t;
    t.restart().await;
    t.person("Marianas Lee").insert().await;
    t.person("Mariano Cruz").insert().await;
    t.person("Mariana Silva").insert().await;
    t.person("Zed").on(trip).insert().await;
    let found = names(&t.anonymous(), words("mariana")).await;
    assert_eq!(found, ["Mariana Silva", "Zed", "Marianas Lee", "Mariano Cruz"]);
}

#[tokio::test]
async fn affiliations_hosts_senders_and_fields_are_searched_too() {
    let mut t = TestApp::new().await;
    let trip = t.exchange().host("Sendai Institute of Light").insert().await;
    t.restart().await;
    t.person("Asha Rao")
        .affiliation("Kathmandu Observatory")
        .fields("astronomy")
        .on(trip)
        .insert()
        .await;
    for query in ["observatory", "sendai light", "pune", "astronomy", "天文"] {
        assert_eq!(names(&t.anonymous(), words(query)).await, ["Asha Rao"], "{query}");
    }
}

#[tokio::test]
async fn suggestions_are_the_best_few_and_only_what_one_may_see() {
    let t = TestApp::new().await;
    for number in 0..12 {
        t.person(&format!("Sakura {number:02}")).insert().await;
    }
    t.person("Sakura Hidden").shown_to(Audience::Members).insert().await;
    let suggest = async |q: &str| {
        t.anonymous()
            .call::<SuggestMembers>((), SuggestFilter { q: q.into() })
            .await
            .good()
            .items
    };
    assert_eq!(suggest("sak").await.len(), 10);
    assert!(suggest("sakura hidden").await.is_empty());
    assert!(suggest("").await.is_empty() && suggest("  ").await.is_empty());
}
