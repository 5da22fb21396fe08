//! The secret address of one's own calendar: given, known to be there, and ended.

use shared::api::{Empty, ProblemCode};
use shared::events::{DeleteCalendarFeed, GetCalendarFeed, RotateCalendarFeed};

use crate::support::TestApp;

#[tokio::test]
async fn an_address_is_told_once_and_can_be_ended() {
    let t = TestApp::new().await;
    let asha = t.member("Asha Rao").await;
    let since = async || asha.call::<GetCalendarFeed>((), Empty {}).await.good().created_at;
    assert_eq!(since().await, None);
    let path = asha.call::<RotateCalendarFeed>((), Empty {}).await.good().path;
    let now = t.app.clock.now().as_millisecond();
    assert_eq!(since().await.map(shared::instant::Instant::millis), Some(now));
    let secret = path
        .strip_prefix("/api/calendars/")
        .unwrap()
        .strip_suffix(".ics")
        .unwrap();
    assert!(
        secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{secret}"
    );
    assert_eq!(t.anonymous().get(&path).await.status, 200);
    for _ in 0..2 {
        let ended = asha.call::<DeleteCalendarFeed>((), Empty {}).await.good();
        assert_eq!(ended.created_at, None);
    }
    t.anonymous().get(&path).await.problem(ProblemCode::NotFound);
    assert_eq!(since().await, None);
}
