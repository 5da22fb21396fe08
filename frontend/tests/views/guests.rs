//! Who comes to an event.

use frontend::features::rsvp::guests;
use shared::rsvp::{Guest, GuestList, Pool};

use super::{drawn, english, samples};

#[tokio::test]
async fn who_comes_is_named_as_far_as_they_let_the_reader_know() {
    let guest = |is_of_my_exchange| Guest {
        member: samples::long(),
        pool: Pool::Room,
        is_of_my_exchange,
    };
    let list = GuestList {
        guests: vec![guest(true), guest(false)],
        coming: 12,
        of_my_exchange: 1,
    };
    insta::assert_snapshot!("guests", drawn(guests(&english(), &list, false)).await);
    let html = drawn(guests(&english(), &GuestList::default(), false)).await;
    assert!(html.contains("0 members come") && !html.contains("<ul"), "{html}");
    let many = GuestList {
        guests: vec![guest(false); 20],
        coming: 20,
        of_my_exchange: 0,
    };
    let html = drawn(guests(&english(), &many, true)).await;
    assert!(html.contains("Show all 20") && !html.contains("not show it"), "{html}");
}
