//! Everything that belongs to an answer, on a phone.

use shared::api::Empty;
use shared::events::{Question, QuestionKind};
use shared::rsvp::{Answer, AttendanceAudience, GetRsvpDetails};

use super::{MEMBERS, address, answer, counted};
use crate::support::{PHONE, Page, Server, reunion, walk_on, words};

#[tokio::test]
async fn on_a_phone_everything_that_belongs_to_an_answer_is_asked_and_kept() {
    let server = Server::start("rsvp-form", MEMBERS).unwrap();
    walk_on(&server.origin(), PHONE, async |page: &Page| {
        let question = |id: &str, kind, is_required| Question {
            id: id.into(),
            kind,
            label: if kind == QuestionKind::Text {
                "What do you bring?".into()
            } else {
                String::new()
            },
            choices: Vec::new(),
            is_required,
        };
        let mut input = reunion(10);
        input.companions_max = 2;
        input.questions = vec![
            question("q1", QuestionKind::Diet, true),
            question("q2", QuestionKind::Text, false),
        ];
        let event = page.invite(input).await;
        page.visit(&address(event)).await;

        // The answers are in reach wherever the reader is.
        let in_reach = "scrollTo(0, document.body.scrollHeight); \
            const { bottom, top } = document.querySelector('.answer-bar').getBoundingClientRect(); \
            return top > 0 && bottom <= document.querySelector('.bottom-bar').getBoundingClientRect().top + 1";
        page.until("the answers are out of reach", in_reach, &[]).await;
        answer(page, Answer::InPerson).await;
        page.until_focused("answer-form").await;
        page.press("button", &words("stepper.more")).await;
        page.fill("[id='answers.q2']", "Songs").await;
        page.press("button", &words("rsvp.send_in_person")).await;
        page.until_focused("answers.q1").await;
        page.get_like("any", &words("invalid.required")).await;
        let typed = page.at("[id='answers.q2']").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("Songs"), "what was typed is lost");
        page.choose("[id='answers.q1']", "halal").await;
        page.press_at("input[name=shown_to][value=members]").await;
        page.press("button", &words("rsvp.send_in_person")).await;
        page.get_like("any", &counted("rsvp.confirmed_with", 1)).await;

        // Changing one thing keeps the others.
        page.reload().await;
        page.press("button", &words("rsvp.change")).await;
        page.until_focused("answer-form").await;
        let diet = page.at("[id='answers.q1']").await.prop("value").await.unwrap();
        assert_eq!(diet.as_deref(), Some("halal"));
        page.press("button", &words("stepper.more")).await;
        page.press("button", &words("rsvp.save")).await;
        page.get_like("any", &counted("rsvp.confirmed_with", 2)).await;
        let details = page.call::<GetRsvpDetails>(event, &Empty {}).await;
        assert_eq!(
            (details.shown_to, details.answers.len()),
            (AttendanceAudience::Members, 2)
        );
    })
    .await;
}
