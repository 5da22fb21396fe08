//! The keys that no line of code writes out: names of codes, problems and parts of the world.

use std::fs;

use shared::admin::MailState;
use shared::api::ProblemCode;
use shared::codes::{Audience, Field, MemberSort, OpenTo, Programme, Role};
use shared::directory::{Facet, PersonalField};
use shared::events::calendar_links::CalendarSite;
use shared::events::fair_clock::Comfort;
use shared::events::{Diet, EventKind, EventLife, EventMode, EventReach, QuestionKind};
use shared::mail::{ChangedPart, MailKind};
use shared::map::{FigureKind, MapForm, MapLayer, Scope};
use shared::rsvp::{Answer, AttendanceAudience, OwnStanding, Pool, ScanVerdict, Why};

use super::root;

/// The names of all codes.
pub(super) fn listed() -> Vec<String> {
    let keys = [
        Role::ALL.iter().map(|code| code.key()).collect::<Vec<_>>(),
        Programme::ALL.iter().map(|code| code.key()).collect(),
        Field::ALL.iter().map(|code| code.key()).collect(),
        OpenTo::ALL.iter().map(|code| code.key()).collect(),
        Audience::ALL.iter().map(|code| code.key()).collect(),
        MemberSort::ALL.iter().map(|code| code.key()).collect(),
        Facet::ALL.iter().map(|code| code.key()).collect(),
        PersonalField::ALL.iter().map(|code| code.key()).collect(),
        Scope::ALL.iter().map(|code| code.key()).collect(),
        FigureKind::ALL.iter().map(|code| code.key()).collect(),
        MapLayer::ALL.iter().map(|code| code.key()).collect(),
        MapForm::ALL.iter().map(|code| code.key()).collect(),
        EventKind::ALL.iter().map(|code| code.key()).collect(),
        EventMode::ALL.iter().map(|code| code.key()).collect(),
        EventLife::ALL.iter().map(|code| code.key()).collect(),
        EventReach::ALL.iter().map(|code| code.key()).collect(),
        QuestionKind::ALL.iter().map(|code| code.key()).collect(),
        Diet::ALL.iter().map(|code| code.key()).collect(),
        Comfort::ALL.iter().map(|code| code.key()).collect(),
        Answer::ALL.iter().map(|code| code.key()).collect(),
        OwnStanding::ALL.iter().map(|code| code.key()).collect(),
        Why::ALL.iter().map(|code| code.key()).collect(),
        AttendanceAudience::ALL.iter().map(|code| code.key()).collect(),
        Pool::ALL.iter().map(|code| code.key()).collect(),
        ScanVerdict::ALL.iter().map(|code| code.key()).collect(),
        CalendarSite::ALL.iter().map(|code| code.key()).collect(),
        MailKind::ALL.iter().map(|code| code.key()).collect(),
        ChangedPart::ALL.iter().map(|code| code.key()).collect(),
        MailState::ALL.iter().map(|code| code.key()).collect(),
    ];
    let problems = ProblemCode::ALL.into_iter().chain([ProblemCode::Unknown]);
    let problems = problems.map(|code| format!("problem.{}", serde_json::to_value(code).unwrap().as_str().unwrap()));
    keys.concat()
        .into_iter()
        .map(String::from)
        .chain(problems)
        .chain(regions())
        .collect()
}

/// The parts of the world that countries/regions belong to.
fn regions() -> Vec<String> {
    let file = fs::read_to_string(root().join("backend/data/countries.csv")).unwrap();
    let parts = file.lines().skip(1).flat_map(|row| row.split(',').skip(3).take(2));
    parts.map(|part| format!("region.m{part}")).collect()
}
