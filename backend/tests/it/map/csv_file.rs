//! The figures as a file: the numbers of the endpoint, harmless in a spreadsheet.

use axum::body::Body;
use axum::http::{Request, header};
use shared::api::ProblemCode;
use shared::fields::CountryCode;
use shared::map::{PlaceFigure, Scope};

use super::{import, listed};
use crate::support::TestApp;

/// The cells of a row, under the names of their columns.
type Row = std::collections::BTreeMap<String, String>;

/// The file's rows, as a spreadsheet reads them.
async fn rows(t: &TestApp, query: &str) -> Vec<Row> {
    let answer = t.anonymous().get(&format!("/api/map/figures.csv?{query}")).await;
    assert!(answer.status.is_success(), "{query}");
    let text = String::from_utf8(answer.body).unwrap();
    let text = text.strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[tokio::test]
async fn the_file_has_the_numbers_of_the_endpoint() {
    let t = TestApp::new().await;
    let years = [
        "",
        "&from=2014&to=2016",
        "&from=2017&to=2017",
        "&to=2018",
        "&from=2020&to=2021",
        "&from=2030",
    ];
    let mut compared = 0;
    for (scope, years) in Scope::ALL.iter().flat_map(|scope| years.map(|years| (scope, years))) {
        let query = format!("scope={}{years}", scope.code());
        let list = listed(&t, &query).await;
        let rows = rows(&t, &query).await;
        let said: Vec<&PlaceFigure> = list.places.iter().chain(&list.all).collect();
        assert_eq!(rows.len(), said.len(), "{query}");
        for (row, place) in rows.iter().zip(said) {
            let code = place.country.map(CountryCode::code).unwrap_or_default();
            assert_eq!(
                (row["country_code"].as_str(), row["scope"].as_str()),
                (code, scope.code())
            );
            assert_eq!(row["invitees"], place.invitees.to_string(), "{query}");
            assert_eq!(row["completeness"] == "at_least", place.is_at_least, "{query}");
            assert_eq!(row["kind"], place.kind.code(), "{query}");
            for at in &place.figures {
                assert!(row["source"].contains(&list.figures[*at].source), "{query}");
                assert!(
                    row["note"].contains(list.figures[*at].note.as_deref().unwrap_or_default()),
                    "{query}"
                );
            }
            compared += 1;
        }
    }
    assert!(compared > 300, "{compared}");
}

#[tokio::test]
async fn rows_carry_names_and_years_and_sources_apart() {
    let t = TestApp::new().await;
    let rows = rows(&t, "").await;
    let of = |code: &str| rows.iter().find(|row| row["country_code"] == code).unwrap();
    let india = of("IN");
    assert_eq!(
        (india["country_name_en"].as_str(), india["country_name_ja"].as_str()),
        ("India", "インド")
    );
    assert_eq!(
        (india["fiscal_year_from"].as_str(), india["fiscal_year_to"].as_str()),
        ("2014", "2024")
    );
    assert_eq!(india["source"].split(" | ").count(), 3, "{}", india["source"]);
    let all = rows.last().unwrap();
    assert_eq!((all["country_code"].as_str(), all["invitees"].as_str()), ("", "42652"));
    assert_eq!(
        (all["country_name_en"].as_str(), all["completeness"].as_str()),
        ("All countries/regions", "whole")
    );
    assert_eq!(all["country_name_ja"], "すべての国・地域");
}

#[tokio::test]
async fn a_source_that_is_said_twice_stands_once() {
    let t = TestApp::new().await;
    let of = |scope: &str| format!("FR,France,2015,2015,{scope},7,exact,The same report,The same note");
    import(&t, &[&of("open_application"), &of("high_school")]).await;
    let rows = rows(&t, "from=2015&to=2015").await;
    let france = rows.iter().find(|row| row["country_code"] == "FR").unwrap();
    assert_eq!(
        (france["invitees"].as_str(), france["source"].as_str()),
        ("14", "The same report")
    );
    assert_eq!(france["note"], "The same note");
}

#[tokio::test]
async fn the_file_is_saved_under_a_telling_name() {
    let t = TestApp::new().await;
    let answer = t
        .anonymous()
        .get("/api/map/figures.csv?scope=high_school&from=2017&to=2017")
        .await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    assert_eq!(
        answer.headers[header::CONTENT_DISPOSITION],
        "attachment; filename=\"sakura-science-invitees-fy2017-fy2017-high_school.csv\""
    );
    let text = String::from_utf8(answer.body).unwrap();
    assert_eq!(text.matches("\r\n").count(), 37, "the header and 36 rows");
    assert_eq!(text.matches('\n').count(), 37);
    let written = Request::post("/api/map/figures.csv").body(Body::empty()).unwrap();
    t.anonymous()
        .send::<()>(written)
        .await
        .problem(ProblemCode::MethodNotAllowed);
}

#[tokio::test]
async fn no_cell_is_a_formula() {
    let t = TestApp::new().await;
    let dangerous = [("FR", "=HYPERLINK(1)"), ("DE", "+1"), ("IT", "-1"), ("ES", "@SUM(1)")];
    for (code, source) in dangerous {
        let row = format!("{code},Somewhere,2015,2015,all,7,exact,{source},\"{source}, \"\"quoted\"\"\"");
        import(&t, &[&row]).await;
    }
    let rows = rows(&t, "from=2015&to=2015").await;
    for (code, source) in dangerous {
        let row = rows.iter().find(|row| row["country_code"] == code).unwrap();
        assert_eq!(row["source"], format!("'{source}"));
        assert_eq!(row["note"], format!("'{source}, \"quoted\""));
    }
    let starts = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert!(rows.iter().flat_map(Row::values).all(|cell| !starts(cell)));
    // The control: the endpoint gives the text as it is, so that the file is what made it harmless.
    let list = listed(&t, "from=2015&to=2015").await;
    assert_eq!(list.figures.iter().filter(|figure| starts(&figure.source)).count(), 4);
}
