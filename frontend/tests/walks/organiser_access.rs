//! Who does not organise is told who does, and is offered no way there.

use shared::codes::Role;

use crate::support::{DESKTOP, Page, walk, words};

#[tokio::test]
async fn members_are_told_who_organises() {
    walk(DESKTOP, async |page: &Page| {
        page.become_role(Role::Member).await;
        page.visit("/organiser").await;
        page.get_like("any", &words("organiser.members")).await;
        page.press_at("[popovertarget=account-menu]").await;
        assert!(!page.has("link", &words("account.organiser")).await);
        page.become_nobody().await;
        page.visit("/organiser/new").await;
        page.get_like("any", &words("organiser.sign_in")).await;
    })
    .await;
}
