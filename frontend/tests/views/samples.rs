//! Sample data of the views.

use std::rc::Rc;

use frontend::features::directory as people;
use frontend::words::Words;
use shared::codes::{Field, OpenTo, Programme};
use shared::directory::{
    Cohort, ExchangeSummary, Facet, FacetCount, Facets, MemberDetail, MemberFilter, MemberPage, MemberSummary,
    OrganisationSummary,
};
use yew::Html;

pub(super) fn cohort(year: u16, programme: Programme) -> Cohort {
    Cohort {
        fiscal_year: year.try_into().unwrap(),
        programme,
    }
}

pub(super) fn typical() -> MemberSummary {
    MemberSummary {
        id: "01890000-0000-7000-8000-000000000001".parse().unwrap(),
        name: "Nguyễn Thị Minh Khai".into(),
        native_name: None,
        country: "VN".parse().unwrap(),
        cohorts: vec![cohort(2019, Programme::OpenA)],
        fields: vec![Field::Materials, Field::Energy],
        affiliation: Some("Vietnam National University, Hanoi".into()),
        lives_in: Some("JP".parse().unwrap()),
        open_to: vec![OpenTo::Mentoring],
    }
}

/// Only what every listing shows.
pub(super) fn sparse() -> MemberSummary {
    MemberSummary {
        name: "Y".into(),
        native_name: Some("王".into()),
        country: "TW".parse().unwrap(),
        cohorts: Vec::new(),
        fields: Vec::new(),
        affiliation: None,
        lives_in: None,
        open_to: Vec::new(),
        ..typical()
    }
}

pub(super) fn long() -> MemberSummary {
    MemberSummary {
        name: "Thanyalak Rattanapongpisankulwattana".into(),
        native_name: Some("ธัญลักษณ์ รัตนพงศ์พิศาลกุลวัฒนา".into()),
        country: "TH".parse().unwrap(),
        cohorts: vec![
            cohort(2024, Programme::NexusYoungTalents),
            cohort(2019, Programme::OpenB),
            cohort(2014, Programme::HighSchool),
        ],
        open_to: OpenTo::ALL.to_vec(),
        ..typical()
    }
}

pub(super) fn row(member: &MemberSummary, query: &str) -> Html {
    people::member_row(&Words::default(), member, 0, query, true)
}

pub(super) fn facets() -> Facets {
    let count = |value: &'static str, count: u32| FacetCount {
        value: value.into(),
        count,
    };
    let countries = ["CN", "IN", "ID", "TH", "VN", "MN", "KR", "MY", "NP", "PH", "LK", "BD"];
    let countries = countries
        .iter()
        .zip([14_000, 4_100, 3_000, 2_900, 2_500, 1_200, 900, 800, 300, 200, 20, 1]);
    Facets {
        country: countries.map(|(value, number)| count(value, number)).collect(),
        fiscal_year: vec![count("2024", 10), count("2019", 1)],
        ..Facets::default()
    }
}

pub(super) fn page(items: Vec<MemberSummary>) -> Rc<MemberPage> {
    Rc::new(MemberPage {
        total: 42_652,
        items,
        page: 1,
        per_page: 20,
        facets: facets(),
    })
}

pub(super) fn detail(summary: MemberSummary, exchanges: Vec<ExchangeSummary>) -> MemberDetail {
    MemberDetail {
        summary,
        languages: vec!["en".into(), "vi".into()],
        exchanges,
        is_own: false,
    }
}

pub(super) fn exchange() -> ExchangeSummary {
    ExchangeSummary {
        id: "01890000-0000-7000-8000-000000000002".parse().unwrap(),
        cohort: cohort(2019, Programme::OpenA),
        theme: "Materials for safe houses".into(),
        host: OrganisationSummary {
            name: "Tohoku University".into(),
            native_name: Some("東北大学".into()),
        },
        sending: OrganisationSummary {
            name: "Hanoi University".into(),
            native_name: None,
        },
        starts_on: "2019-07-03".parse().unwrap(),
        ends_on: "2019-07-10".parse().unwrap(),
    }
}

pub(super) fn narrowed() -> Rc<MemberFilter> {
    let filter = MemberFilter {
        q: "zzz".into(),
        ..MemberFilter::default()
    };
    Rc::new(filter.toggled(Facet::Country, "VN").toggled(Facet::FiscalYear, "2019"))
}
