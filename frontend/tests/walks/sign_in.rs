//! The demonstration's sign-in, as each of its three people.

use shared::api::Empty;
use shared::auth::GetSession;
use shared::codes::Role;
use shared::words::Text;

use crate::support::{DESKTOP, Language, Page, walk, words};

#[tokio::test]
async fn everybody_of_the_demonstration_can_come_in_and_leave() {
    walk(DESKTOP, async |page: &Page| {
        for role in [Role::Member, Role::Coordinator, Role::Admin] {
            page.visit("/").await;
            page.press("link", &words("account.sign_in")).await;
            page.until_at("/sign-in").await;
            page.press_at(&format!("#sign-in-{}", role.code())).await;
            page.until_at("/").await;
            let session = page.call::<GetSession>((), &Empty {}).await;
            let member = session.member.unwrap();
            assert_eq!(member.role, role);
            let greeting = Text::new("home.greeting").with("name", &member.name);
            page.get("heading", &Language::English.words().say(&greeting)).await;

            page.press_at("[popovertarget=account-menu]").await;
            let role_name = words(role.key());
            page.get("any", &role_name).await;
            page.press("button", &words("account.sign_out")).await;
            page.get_like("any", &words("account.signed_out")).await;
            page.get("link", &words("account.sign_in")).await;
            assert!(page.call::<GetSession>((), &Empty {}).await.member.is_none());
        }
    })
    .await;
}

#[tokio::test]
async fn ones_own_profile_asks_a_visitor_to_sign_in() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/me").await;
        page.get_like("text", &words("own.sign_in")).await;
        assert!(!page.has("button", &words("own.save")).await);
    })
    .await;
}
