//! What a visitor who is not signed in cannot see: not in the list, not suggested, not at its address, not in any byte.

use serde_json::json;
use shared::api::Empty;
use shared::codes::{MemberSort, Role};
use shared::directory::{GetDirectorySize, GetMember, ListMembers, MemberFilter, MemberSummary};
use shared::directory::{SuggestFilter, SuggestMembers};

use crate::support::{DESKTOP, Page, digits, walk, words};

fn named(name: &str) -> MemberFilter {
    MemberFilter {
        q: name.into(),
        per_page: 100,
        ..MemberFilter::default()
    }
}

/// Somebody whom members find and visitors do not, with a name that no public person has.
async fn hidden_person(page: &Page) -> MemberSummary {
    page.become_role(Role::Member).await;
    let filter = MemberFilter {
        sort: MemberSort::Name,
        page: 40,
        per_page: 100,
        ..MemberFilter::default()
    };
    let seen = page.call::<ListMembers>((), &filter).await;
    page.become_nobody().await;
    for member in seen.items {
        if page.ask::<GetMember>(member.id, &Empty {}).await.is_none() {
            let public = page.call::<ListMembers>((), &named(&member.name)).await;
            if public.items.iter().all(|other| other.name != member.name) {
                return member;
            }
        }
    }
    panic!("everybody on the page is public");
}

#[tokio::test]
async fn who_is_not_public_is_nowhere_for_a_visitor() {
    walk(DESKTOP, async |page: &Page| {
        let hidden = hidden_person(page).await;
        let address = format!("/members/{}", hidden.id);

        page.visit("/directory").await;
        page.press_at("#search").await;
        page.keys(&hidden.name).await;
        page.until_shows(&MemberFilter {
            q: hidden.name.clone(),
            ..MemberFilter::default()
        })
        .await;
        let found = page.call::<ListMembers>((), &named(&hidden.name)).await;
        assert!(found.items.iter().all(|member| member.id != hidden.id));
        assert!(!page.rows().await.contains(&address), "the list shows {address}");

        page.visit("/").await;
        page.press_at("#search").await;
        page.keys(&hidden.name).await;
        let whole = words("search.all").replace("{words}", &hidden.name);
        page.get("option", &whole).await;
        let filter = SuggestFilter { q: hidden.name.clone() };
        let suggested = page.call::<SuggestMembers>((), &filter).await;
        assert!(suggested.items.iter().all(|member| member.id != hidden.id));
        let options = page.texts("[role=option]").await;
        assert_eq!(
            options.iter().filter(|option| option.contains(&hidden.name)).count(),
            1,
            "{options:?}"
        );

        page.visit(&address).await;
        page.get("heading", &words("profile.not_found")).await;
        let html = page.driver.source().await.unwrap();
        assert!(!html.contains(&hidden.name), "the page has the name in it");
        let title = page.driver.title().await.unwrap();
        assert!(!title.contains(&hidden.name), "the tab says {title}");
    })
    .await;
}

#[tokio::test]
async fn a_member_sees_whom_a_visitor_does_not_until_the_session_ends() {
    walk(DESKTOP, async |page: &Page| {
        let hidden = hidden_person(page).await;
        let address = format!("/members/{}", hidden.id);
        page.become_role(Role::Member).await;
        page.visit(&address).await;
        page.get_like("heading", &hidden.name).await;
        page.press_at("[popovertarget=account-menu]").await;
        page.press("button", &words("account.sign_out")).await;
        page.get("link", &words("account.sign_in")).await;
        page.until_quiet().await;

        // What the program remembers of the member's time is gone as well.
        page.back().await;
        page.get("heading", &words("profile.not_found")).await;
        let html = page.driver.source().await.unwrap();
        assert!(!html.contains(&hidden.name), "the page still has the name in it");
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_told_how_many_more_there_are() {
    walk(DESKTOP, async |page: &Page| {
        page.visit("/directory").await;
        let size = page.call::<GetDirectorySize>((), &Empty {}).await;
        let selector = format!("aside[aria-label='{}']", words("directory.more_label"));
        let panel = page.at(&selector).await;
        let said = digits(&panel.text().await.unwrap());
        assert_eq!(said, Some(size.members - size.public));
        page.press("link", &words("account.sign_in")).await;
        page.until_at("/sign-in").await;
        page.become_role(Role::Member).await;
        page.visit("/directory").await;
        let is_gone = "return document.querySelector(arguments[0]) === null";
        page.until("members are told to sign in", is_gone, &[json!(selector)])
            .await;
    })
    .await;
}
