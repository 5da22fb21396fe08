//! One's own calendar, and which mails one gets.

use shared::api::Empty;
use shared::mail::{GetMailChoices, MailChoice};
use yew::{Html, component, html};

use crate::api::{load, use_query};
use crate::features::auth::use_session;
use crate::features::rsvp::notices::{MailSwitch, OwnCalendar};
use crate::layout::page_title;
use crate::ui::{SkeletonShape, skeleton};
use crate::words::use_words;

/// The page.
#[component]
pub(super) fn NoticesPage() -> Html {
    let words = use_words();
    let session = use_session();
    let Some(member) = session.member() else {
        return skeleton(&words, SkeletonShape::Text, 4);
    };
    html! {
        <div class="notices">
            { page_title(words.t("account.notices"), Some(words.t("notices.lead"))) }
            <Notices key={member.id.to_string()} />
        </div>
    }
}

/// Of one member: it has that one's key, so that nothing of one is shown to the next.
#[component]
fn Notices() -> Html {
    let words = use_words();
    let query = use_query::<GetMailChoices>((), Empty {});
    let each = |choice: &MailChoice| html! { <MailSwitch key={choice.kind.code()} choice={*choice} /> };
    let mails = load(&words, &query, skeleton(&words, SkeletonShape::Text, 5), |list| {
        html! { <ul class="mail-switches">{ for list.choices.iter().map(each) }</ul> }
    });
    html! {
        <>
            <OwnCalendar />
            <section class="notices-part" aria-labelledby="mails-title">
                <h2 id="mails-title">{ words.t("notices.mails") }</h2>
                <p>{ words.t("notices.mails_lead") }</p>
                { mails }
            </section>
        </>
    }
}
