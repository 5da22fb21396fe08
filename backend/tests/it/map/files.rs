//! Files of figures: everything that is wrong with them is said, with its line and column.

use backend::features::map::figure_file;

use super::{GOOD, file};

/// What is wrong with a file, as it is printed.
fn problems(bytes: &[u8]) -> Vec<String> {
    let problems = figure_file::read(bytes).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

/// Rows with one bad cell, and what is said about it after the line.
const BAD_CELLS: [(&str, &str); 25] = [
    (
        "XX,Nowhere,2015,2015,all,7,exact,R,",
        "country_code: `XX` is no code of a country/region",
    ),
    (
        "fr,France,2015,2015,all,7,exact,R,",
        "country_code: `fr` is no code of a country/region",
    ),
    (
        "CN,India,2015,2015,all,7,exact,R,",
        "country_name: `India` is IN and not CN",
    ),
    (
        ",france,2015,2015,all,7,exact,R,",
        "country_code: is empty, but `france` is FR",
    ),
    ("FR,,2015,2015,all,7,exact,R,", "country_name: is empty"),
    (",,2015,2015,all,7,exact,R,", "country_name: is empty"),
    (
        ",all,2015,2015,all,7,exact,R,",
        "country_name: `all` is neither `All` nor the name of a group",
    ),
    (
        "FR,France,2013,2015,all,7,exact,R,",
        "fiscal_year_from: `2013` is not a year from 2014 to 2099",
    ),
    (
        "FR,France,2015,+2015,all,7,exact,R,",
        "fiscal_year_to: `+2015` is not a year from 2014 to 2099",
    ),
    (
        "FR,France,2015,,all,7,exact,R,",
        "fiscal_year_to: `` is not a year from 2014 to 2099",
    ),
    (
        "FR,France,2016,2015,all,7,exact,R,",
        "fiscal_year_to: 2015 is before 2016",
    ),
    (
        "FR,France,2015,2015,some,7,exact,R,",
        "scope: `some` is none of all, open_application, open_application_first_selection, direct_invitation, high_school, supporters",
    ),
    (
        "FR,France,2015,2015,all,7,sure,R,",
        "kind: `sure` is none of exact, derived, approximate, plan",
    ),
    (
        "FR,France,2015,2015,all,7,demo,R,",
        "kind: `demo` is for the illustration, which is never published",
    ),
    ("FR,France,2015,2015,all,-7,exact,R,", "invitees: -7 is negative"),
    ("FR,France,2015,2015,all,-7.5,exact,R,", "invitees: -7.5 is negative"),
    (
        "FR,France,2015,2015,all,7.5,exact,R,",
        "invitees: 7.5 is not a whole number",
    ),
    (
        "FR,France,2015,2015,all,1e3,exact,R,",
        "invitees: `1e3` is not a number in digits",
    ),
    (
        "FR,France,2015,2015,all,\"1,000\",exact,R,",
        "invitees: `1,000` is not a number in digits",
    ),
    (
        "FR,France,2015,2015,all,,exact,R,",
        "invitees: `` is not a number in digits",
    ),
    (
        "FR,France,2015,2015,all,1000001,exact,R,",
        "invitees: 1000001 is more than 1000000",
    ),
    (
        "FR,France,2015,2015,all,99999999999,exact,R,",
        "invitees: 99999999999 is more than 1000000",
    ),
    ("FR,France,2015,2015,all,7,exact, ,", "source: is empty"),
    (
        "FR,France,2015,2015,all,7,exact,R,\"a\nb\"",
        "note: contains a line break or another control character",
    ),
    (
        "FR,France,2015,2015,all,7,exact,R,a\u{0}b",
        "note: contains a line break or another control character",
    ),
];

#[test]
fn every_bad_cell_is_named_with_its_line_and_column() {
    for (row, expected) in BAD_CELLS {
        assert_eq!(
            problems(file(&[row]).as_bytes()),
            [format!("line 2, {expected}")],
            "{row}"
        );
    }
    let long = GOOD.replace("A report", &"x".repeat(2_001));
    assert_eq!(
        problems(file(&[&long]).as_bytes()),
        ["line 2, source: is longer than 2000 characters"]
    );
    assert_eq!(
        figure_file::read(file(&[GOOD]).as_bytes()).unwrap().len(),
        1,
        "the control"
    );
}

#[test]
fn a_row_with_too_few_or_too_many_cells_says_how_many() {
    for (row, cells) in [
        ("FR,France,2015,2015,all,7,exact,R", 8),
        ("FR,France,2015,2015,all,7,exact,R,,", 10),
        ("FR,France,2015,2015,all,7,exact,\"never closed,", 8),
        ("FR", 1),
    ] {
        let expected = format!("line 2: has {cells} cells instead of 9");
        assert_eq!(problems(file(&[row]).as_bytes()), [expected], "{row}");
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once_with_the_true_lines() {
    let rows = [
        GOOD,
        "",
        "XX,,2015,2014,all,-1,exact,,",
        GOOD,
        "",
        "",
        "FR,France,2015,2015,all,x,exact,R,",
    ];
    for text in [file(&rows), file(&rows).replace('\n', "\r\n")] {
        assert_eq!(
            problems(text.as_bytes()),
            [
                "line 4, country_name: is empty",
                "line 4, country_code: `XX` is no code of a country/region",
                "line 4, fiscal_year_to: 2014 is before 2015",
                "line 4, invitees: -1 is negative",
                "line 4, source: is empty",
                "line 5: has the same place, years and scope as line 2",
                "line 8, invitees: `x` is not a number in digits",
            ]
        );
    }
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_as_a_whole() {
    let empty = "line 1: the file is empty";
    for (bytes, expected) in [
        (Vec::new(), empty),
        (b"\n\n".to_vec(), empty),
        ("\u{FEFF}".into(), empty),
        (file(&[]).into(), "line 1: there is no row after the header"),
        (
            vec![b'x'; figure_file::MAX_BYTES + 1],
            "line 1: the file is larger than 10000000 bytes",
        ),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "line 1: the header is not"),
        (GOOD.into(), "line 1: the header is not"),
        (file(&[GOOD]).replace(',', ";").into(), "line 1: the header is not"),
        (
            file(&[GOOD]).replace("scope,invitees", "invitees,scope").into(),
            "line 1: the header is not",
        ),
    ] {
        let said = problems(&bytes);
        assert!(said.len() == 1 && said[0].starts_with(expected), "{said:?}");
    }
    let mut latin = file(&[GOOD]).into_bytes();
    latin.extend(b"\nFR,Fran\xE7ais,2016,2016,all,7,exact,R,");
    assert_eq!(problems(&latin), ["line 3, country_name: is not UTF-8 text"]);
    let marked = format!("\u{FEFF}{}", file(&[GOOD]).replace('\n', "\r\n"));
    assert_eq!(
        figure_file::read(marked.as_bytes()),
        figure_file::read(file(&[GOOD]).as_bytes())
    );
}
