//! The wire as snapshots: the printed route list, every type and every problem. A change here is a change of the
//! contract and shows in the review.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fmt::Debug;

use schemars::SchemaGenerator;
use serde::{Serialize, de::DeserializeOwned};
use shared::api::{Empty, EndpointMeta, Problem, ProblemCode, all, from_query, to_query};
use shared::auth::{DemoSignInInput, SessionMember, SessionState};
use shared::codes::{Audience, Field, MemberSort, OpenTo, Programme, Role};
use shared::directory::{
    Audiences, Cohort, DirectorySize, ExchangeSummary, FacetCount, Facets, MemberDetail, MemberFilter, MemberPage,
    MemberSummary, OrganisationSummary, OwnProfile, PreviewFilter, ProfilePreview, SuggestFilter, Suggestions,
};
use shared::ids::{ExchangeId, MemberId};
use shared::validate::field_error;
use shared::wire::from_json;
use shared::words::Text;
use uuid::Uuid;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

fn visitor() -> SessionMember {
    SessionMember {
        id: MemberId(id(1)),
        name: "Asha Rao".into(),
        country: "IN".parse().unwrap(),
        role: Role::Coordinator,
    }
}

fn cohort() -> Cohort {
    Cohort {
        fiscal_year: 2018.try_into().unwrap(),
        programme: Programme::OpenA,
    }
}

fn summary() -> MemberSummary {
    MemberSummary {
        id: MemberId(id(1)),
        name: "Wang Xiaoming".into(),
        native_name: Some("王小明".into()),
        country: "CN".parse().unwrap(),
        cohorts: vec![cohort()],
        fields: vec![Field::Ai, Field::Robotics],
        affiliation: Some("Sendai Institute of Light".into()),
        lives_in: Some("JP".parse().unwrap()),
        open_to: vec![OpenTo::Mentoring],
    }
}

fn hidden() -> MemberSummary {
    MemberSummary {
        native_name: None,
        fields: Vec::new(),
        affiliation: None,
        lives_in: None,
        open_to: Vec::new(),
        ..summary()
    }
}

fn detail() -> MemberDetail {
    let organisation = |name: &str, native: Option<&str>| OrganisationSummary {
        name: name.into(),
        native_name: native.map(Into::into),
    };
    MemberDetail {
        summary: summary(),
        languages: vec!["zh".into(), "en".into()],
        exchanges: vec![ExchangeSummary {
            id: ExchangeId(id(2)),
            cohort: cohort(),
            theme: "Perovskite solar cells".into(),
            host: organisation("Sendai Institute of Light", Some("仙台光科学研究所")),
            sending: organisation("Wuhan Institute of Optics", None),
            starts_on: "2018-06-04".parse().unwrap(),
            ends_on: "2018-06-10".parse().unwrap(),
        }],
        is_own: false,
    }
}

fn own() -> OwnProfile {
    OwnProfile {
        member: detail(),
        audiences: Audiences::all(Audience::Members),
        is_minor: false,
    }
}

fn page() -> MemberPage {
    let facets = Facets {
        country: vec![FacetCount {
            value: "CN".into(),
            count: 2,
        }],
        fiscal_year: vec![FacetCount {
            value: "2018".into(),
            count: 2,
        }],
        ..Facets::default()
    };
    MemberPage {
        items: vec![summary(), hidden()],
        total: 2,
        page: 1,
        per_page: 20,
        facets,
    }
}

fn filter() -> MemberFilter {
    MemberFilter {
        q: "wang 小".into(),
        country: vec!["CN".parse().unwrap(), "IN".parse().unwrap()],
        fiscal_year: vec![2018.try_into().unwrap(), 2019.try_into().unwrap()],
        programme: vec![Programme::Lotus],
        field: vec![Field::Ai],
        lives_in: vec!["JP".parse().unwrap()],
        open_to: vec![OpenTo::Meetups],
        sort: MemberSort::Newest,
        page: 2,
        per_page: 50,
    }
}

#[test]
fn the_endpoint_table() {
    let row = |meta: &EndpointMeta| {
        let mut generator = SchemaGenerator::default();
        let name = |schema: schemars::Schema| {
            let reference = schema.get("$ref").and_then(|value| value.as_str().map(str::to_owned));
            reference.map_or_else(
                || "?".to_owned(),
                |text| text.rsplit('/').next().unwrap_or_default().to_owned(),
            )
        };
        let (input, output) = (
            (meta.input_schema)(&mut generator),
            (meta.output_schema)(&mut generator),
        );
        format!(
            "{:<17} {:<6} {:<28} {:<7} {:<16} => {}",
            meta.name,
            meta.method.as_str(),
            meta.path,
            format!("{:?}", meta.access),
            name(input),
            name(output)
        )
    };
    insta::assert_snapshot!(all().map(row).collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_type_on_the_wire() {
    insta::assert_json_snapshot!("empty", Empty {});
    insta::assert_json_snapshot!(
        "session_state",
        SessionState {
            member: Some(visitor()),
            is_demo: true
        }
    );
    insta::assert_json_snapshot!(
        "demo_sign_in",
        DemoSignInInput {
            role: Some(Role::Admin),
            member_id: None
        }
    );
    insta::assert_json_snapshot!("member_page", page());
    insta::assert_json_snapshot!("suggestions", Suggestions { items: vec![hidden()] });
    insta::assert_json_snapshot!("member_detail", detail());
    insta::assert_json_snapshot!("own_profile", own());
    insta::assert_json_snapshot!("profile_input", own().to_input());
    insta::assert_json_snapshot!("profile_preview", ProfilePreview { member: None });
    insta::assert_json_snapshot!(
        "directory_size",
        DirectorySize {
            members: 42_652,
            public: 9_000
        }
    );
}

#[test]
fn problems_on_the_wire_and_their_statuses() {
    let problem = Problem {
        code: ProblemCode::Invalid,
        text: Text::new("problem.invalid"),
        message: "Something in the request is wrong.".into(),
        fields: field_error("q", Text::new("invalid.too_long").with("max", 200)),
        request_id: "0190".into(),
    };
    insta::assert_json_snapshot!("problem", problem);
    let statuses: BTreeMap<String, u16> = ProblemCode::ALL
        .iter()
        .map(|code| (format!("{code:?}"), code.status()))
        .collect();
    insta::assert_json_snapshot!("statuses", statuses);
    for code in ProblemCode::ALL {
        let json = serde_json::to_string(&code).unwrap();
        assert_eq!(json, format!("\"{}\"", code.code()));
        assert_eq!(from_json(&json), Ok(code));
    }
    assert_eq!(from_json("\"invented_later\""), Ok(ProblemCode::Unknown));
    assert_eq!(from_json(&serde_json::to_string(&problem).unwrap()), Ok(problem));
}

#[test]
fn filters_as_addresses() {
    let preview = PreviewFilter {
        viewer: Audience::Country,
    };
    let queries = [
        to_query(&MemberFilter::default()).unwrap(),
        to_query(&filter()).unwrap(),
        to_query(&SuggestFilter { q: "さくら".into() }).unwrap(),
        to_query(&preview).unwrap(),
    ];
    insta::assert_snapshot!(queries.join("\n"));
    for filter in [MemberFilter::default(), filter()] {
        assert_eq!(from_query::<MemberFilter>(&to_query(&filter).unwrap()).unwrap(), filter);
    }
}

#[test]
fn what_is_written_is_read_again() {
    is_read_again(&page());
    is_read_again(&detail());
    is_read_again(&own());
    is_read_again(&ProfilePreview { member: None });
    let states = [None, Some(visitor())].map(|member| SessionState { member, is_demo: true });
    states.iter().for_each(is_read_again);
}

/// By the server's reader and by the page's.
fn is_read_again<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).as_ref().ok(), Some(value));
    assert_eq!(from_json(&json).as_ref(), Ok(value));
}
