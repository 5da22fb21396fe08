//! The door: the camera in every state, and what a scan has come to.

use frontend::browser::scanner::NoScanner;
use frontend::features::rsvp::door::{CameraState, camera_view, verdict};
use frontend::words::Words;
use shared::instant::Instant;
use shared::rsvp::{ScanResult, ScanVerdict};
use yew::{Callback, Html};

use super::{drawn, english, japanese};

fn cameras(words: &Words) -> Html {
    let states = [
        CameraState::Off,
        CameraState::Starting,
        CameraState::On,
        CameraState::Failed(NoScanner::Absent),
        CameraState::Failed(NoScanner::Refused),
        CameraState::Failed(NoScanner::Blind),
    ];
    states
        .into_iter()
        .map(|state| camera_view(words, state, &Callback::noop()))
        .collect()
}

fn scans(words: &Words) -> Html {
    let result = |verdict: ScanVerdict, by: Option<&str>| ScanResult {
        code: "7K3QF0M2XZ".into(),
        verdict,
        name: (verdict != ScanVerdict::Unknown).then(|| "Asha Rao".into()),
        at: (verdict == ScanVerdict::Already).then(|| Instant::from_millis(1_796_461_200_000)),
        by: by.map(String::from),
    };
    [
        result(ScanVerdict::CheckedIn, None),
        result(ScanVerdict::Already, Some("Olga Petrova")),
        result(ScanVerdict::Already, None),
        result(ScanVerdict::NotConfirmed, None),
        result(ScanVerdict::Unknown, None),
    ]
    .iter()
    .map(|result| verdict(words, result))
    .collect()
}

#[tokio::test]
async fn a_camera_says_what_it_does_and_why_it_does_not() {
    insta::assert_snapshot!("door_camera", drawn(cameras(&english())).await);
    insta::assert_snapshot!("door_camera_japanese", drawn(cameras(&japanese())).await);
}

#[tokio::test]
async fn a_second_scan_says_when_and_by_whom_the_party_was_let_in() {
    insta::assert_snapshot!("door_scans", drawn(scans(&english())).await);
    insta::assert_snapshot!("door_scans_japanese", drawn(scans(&japanese())).await);
}
