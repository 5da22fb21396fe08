//! The map's part of the wire as snapshots, like `wire.rs`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use shared::api::{from_query, to_query};
use shared::codes::{Field, OpenTo, Programme};
use shared::directory::MemberFilter;
use shared::map::{
    CountryMembers, Figure, FigureFilter, FigureKind, FigureList, Illustration, MapMemberFilter, MapMembers,
    PlaceFigure, Scope, Series,
};
use shared::wire::from_json;

fn all() -> Figure {
    Figure {
        country: None,
        group: None,
        from: 2014.try_into().unwrap(),
        to: 2024.try_into().unwrap(),
        scope: Scope::All,
        invitees: 42_652,
        kind: FigureKind::Exact,
        source: "The programme's brochure".into(),
        note: Some("90 countries/regions".into()),
    }
}

fn list() -> FigureList {
    let asean = Figure {
        group: Some("ASEAN".into()),
        scope: Scope::Supporters,
        invitees: 26,
        note: None,
        ..all()
    };
    let china = Figure {
        country: Some("CN".parse().unwrap()),
        invitees: 10_000,
        kind: FigureKind::Approximate,
        note: None,
        ..all()
    };
    FigureList {
        figures: vec![all(), asean, china],
        places: vec![PlaceFigure {
            country: Some("CN".parse().unwrap()),
            invitees: 10_000,
            is_at_least: true,
            kind: FigureKind::Approximate,
            figures: vec![2],
        }],
        sum: 10_000,
        all: Some(PlaceFigure {
            country: None,
            invitees: 42_652,
            is_at_least: false,
            kind: FigureKind::Exact,
            figures: vec![0],
        }),
    }
}

fn members() -> MapMemberFilter {
    MapMemberFilter {
        country: vec!["CN".parse().unwrap(), "IN".parse().unwrap()],
        fiscal_year: vec![2018.try_into().unwrap()],
        programme: vec![Programme::Lotus],
        field: vec![Field::Ai],
        lives_in: vec!["JP".parse().unwrap()],
        open_to: vec![OpenTo::Meetups],
    }
}

#[test]
fn every_type_of_the_map_on_the_wire() {
    insta::assert_json_snapshot!("figure_list", list());
    let series = Series {
        scope: Scope::HighSchool,
        countries: vec!["CN".parse().unwrap(), "IN".parse().unwrap()],
        invitees: vec![vec![3, 0, 5], vec![0, 0, 1]],
    };
    let illustration = Illustration {
        from: 2014.try_into().unwrap(),
        series: vec![series],
    };
    insta::assert_json_snapshot!("illustration", illustration);
    assert_eq!(illustration.rows().count(), 2);
    let countries = vec![CountryMembers {
        country: "CN".parse().unwrap(),
        members: 10,
    }];
    insta::assert_json_snapshot!("map_members", MapMembers { countries, sum: 10 });
    let codes = |all: &[&'static str]| all.join(" ");
    let scopes: Vec<_> = Scope::ALL.iter().map(|scope| scope.code()).collect();
    let kinds: Vec<_> = FigureKind::ALL.iter().map(|kind| kind.code()).collect();
    insta::assert_snapshot!("codes", format!("{}\n{}", codes(&scopes), codes(&kinds)));
}

#[test]
fn filters_of_the_map_as_addresses() {
    let figures = FigureFilter {
        scope: Some(Scope::OpenApplicationFirstSelection),
        from: Some(2014.try_into().unwrap()),
        to: Some(2016.try_into().unwrap()),
    };
    let queries = [to_query(&figures).unwrap(), to_query(&members()).unwrap()];
    insta::assert_snapshot!(queries.join("\n"));
    for filter in [FigureFilter::default(), figures] {
        assert_eq!(from_query::<FigureFilter>(&to_query(&filter).unwrap()).unwrap(), filter);
    }
    for filter in [MapMemberFilter::default(), members()] {
        let query = to_query(&filter).unwrap();
        assert_eq!(from_query::<MapMemberFilter>(&query).unwrap(), filter);
        // The map and the directory are asked in the same words.
        assert_eq!(from_query::<MemberFilter>(&query).unwrap(), filter.into());
    }
}

#[test]
fn what_is_written_of_the_map_is_read_again() {
    let text = serde_json::to_string(&list()).unwrap();
    assert_eq!(serde_json::from_str::<FigureList>(&text).unwrap(), list());
    assert_eq!(from_json(&text), Ok(list()));
}
