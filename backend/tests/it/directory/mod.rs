//! Finding people: words in any script, facets, what each viewer sees, and edits that show at once.

mod facets;
mod profile;
mod search;
mod viewers;

use shared::directory::{ListMembers, MemberFilter, MemberPage};

use crate::support::Actor;

fn words(q: &str) -> MemberFilter {
    MemberFilter {
        q: q.into(),
        ..MemberFilter::default()
    }
}

async fn names(actor: &Actor, filter: MemberFilter) -> Vec<String> {
    let page: MemberPage = actor.call::<ListMembers>((), filter).await.good();
    page.items.into_iter().map(|row| row.name).collect()
}
