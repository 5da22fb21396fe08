//! Which mails members want: all, until they say otherwise, each for oneself.

use shared::api::{Empty, ProblemCode};
use shared::mail::{GetMailChoices, MailChoice, MailKind, SetMailChoice};

use crate::support::TestApp;

#[tokio::test]
async fn all_mails_are_wanted_until_somebody_says_otherwise() {
    let t = TestApp::new().await;
    let (asha, tenzin) = (t.member("Asha Rao").await, t.member("Tenzin").await);
    let choice = |kind, is_wanted| MailChoice { kind, is_wanted };
    let all = MailKind::SWITCHABLE.map(|kind| choice(kind, true));
    assert_eq!(asha.call::<GetMailChoices>((), Empty {}).await.good().choices, all);
    for is_wanted in [false, false, true, false] {
        let changed = choice(MailKind::ReminderWeek, is_wanted);
        let choices = asha.call::<SetMailChoice>((), changed).await.good().choices;
        assert_eq!(choices[0], changed);
        assert_eq!(choices[1..], all[1..]);
    }
    let choices = asha.call::<GetMailChoices>((), Empty {}).await.good().choices;
    assert_eq!(choices[0], choice(MailKind::ReminderWeek, false));
    assert_eq!(tenzin.call::<GetMailChoices>((), Empty {}).await.good().choices, all);
}

#[tokio::test]
async fn what_one_asked_for_cannot_be_switched_off() {
    let t = TestApp::new().await;
    let asha = t.member("Asha Rao").await;
    for kind in MailKind::ALL.iter().filter(|kind| !kind.is_switchable()) {
        let choice = MailChoice {
            kind: *kind,
            is_wanted: false,
        };
        let problem = asha
            .call::<SetMailChoice>((), choice)
            .await
            .problem(ProblemCode::Invalid);
        assert!(problem.fields.contains_key("kind"), "{kind:?}");
    }
}
