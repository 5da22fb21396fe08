//! What happens to those who wait.

use shared::rsvp::{Answer, Command, IfFull, News, PerPool, Pool, Why};

use crate::support::{Stage, rules, told, who};

/// Four seats are taken, a party of three waits, then a couple, then one; then two seats are freed.
fn two_seats_for_three(fill_seats: bool) -> Stage {
    let mut start = rules(Some(4));
    start.fill_seats = fill_seats;
    let mut stage = Stage::new(start);
    for (letter, people) in [('A', 2), ('B', 2), ('C', 3), ('D', 2), ('E', 1)] {
        assert_eq!(stage.join(letter, people), Ok(()));
    }
    assert_eq!(stage.says("ABCDE"), "A+ B+ C1 D2 E3");
    stage.cannot('A');
    stage
}

#[test]
fn two_freed_seats_wait_for_a_party_of_three_at_the_head() {
    let mut stage = two_seats_for_three(false);
    assert_eq!(stage.says("BCDE"), "B+ C1 D2 E3");
    // Nobody new takes them either.
    assert_eq!(
        stage.answer('F', Answer::InPerson, 1, IfFull::Refuse),
        Err(Why::NotEnoughSeats)
    );
    assert_eq!(
        (stage.join('B', 1), stage.says("BCDE").as_str()),
        (Ok(()), "B+ C? D1 E2")
    );
}

#[test]
fn two_freed_seats_pass_over_a_party_of_three_if_seats_are_filled() {
    let mut stage = two_seats_for_three(true);
    assert_eq!(stage.says("BCDE"), "B+ C1 D? E2");
    // When three seats are free, the three are first again.
    stage.cannot('B');
    assert_eq!(stage.says("CDE"), "C1 D? E?");
    stage.cannot('D');
    assert_eq!(stage.says("CE"), "C? E?");
}

#[test]
fn filling_seats_can_be_switched_on_later_and_serves_at_once() {
    let mut stage = two_seats_for_three(false);
    let outcome = stage.change_rules(|rules| rules.fill_seats = true);
    assert_eq!(outcome.changed.len(), 1);
    assert_eq!(stage.says("CDE"), "C1 D? E2");
}

#[test]
fn a_newcomer_may_take_seats_that_nobody_before_fits_into_if_seats_are_filled() {
    let mut start = rules(Some(4));
    start.fill_seats = true;
    let mut stage = Stage::new(start);
    assert_eq!(
        (stage.join('A', 3), stage.join('B', 2), stage.join('C', 1)),
        (Ok(()), Ok(()), Ok(()))
    );
    assert_eq!(stage.says("ABC"), "A+ B1 C+");
}

#[test]
fn added_seats_are_offered_at_once() {
    let mut stage = Stage::new(rules(Some(1)));
    for (letter, people) in [('A', 1), ('B', 1), ('C', 1), ('D', 1)] {
        assert_eq!(stage.join(letter, people), Ok(()));
    }
    let outcome = stage.change_rules(|rules| rules.capacity.room = Some(3));
    let until = stage.register.next_expiry().unwrap();
    assert_eq!(
        told(&outcome),
        [('B', News::Offered { until }), ('C', News::Offered { until })]
    );
    assert_eq!(stage.says("ABCD"), "A+ B? C? D1");
    stage.change_rules(|rules| rules.capacity.room = None);
    assert_eq!(stage.says("ABCD"), "A+ B? C? D?");
}

#[test]
fn who_leaves_the_list_moves_the_others_up_without_a_change_of_theirs() {
    let mut stage = Stage::new(rules(Some(1)));
    for letter in ['A', 'B', 'C', 'D'] {
        assert_eq!(stage.join(letter, 1), Ok(()));
    }
    let outcome = stage.apply(Command::Withdraw { member: who('B') });
    assert_eq!(
        outcome.changed.iter().map(|change| change.entry).collect::<Vec<_>>(),
        [None]
    );
    assert_eq!(stage.says("ABCD"), "A+ B C1 D2");
    assert_eq!(
        stage.register.waiting(Pool::Room).collect::<Vec<_>>(),
        [who('C'), who('D')]
    );
}

#[test]
fn a_party_larger_than_the_whole_room_holds_nobody_up() {
    let mut stage = Stage::new(rules(Some(4)));
    for (letter, people) in [('A', 4), ('B', 3), ('C', 2)] {
        assert_eq!(stage.join(letter, people), Ok(()));
    }
    stage.change_rules(|rules| rules.capacity.room = Some(2));
    stage.cannot('A');
    assert_eq!(stage.says("BC"), "B1 C?");
    // It keeps its place, for the case that there are seats enough again.
    stage.change_rules(|rules| rules.capacity.room = Some(5));
    assert_eq!(stage.says("BC"), "B? C?");
}

#[test]
fn each_pool_has_its_own_list() {
    let mut start = rules(Some(1));
    start.capacity = PerPool {
        room: Some(1),
        online: Some(1),
    };
    let mut stage = Stage::new(start);
    for (letter, answer) in [
        ('A', Answer::InPerson),
        ('B', Answer::Online),
        ('C', Answer::InPerson),
        ('D', Answer::Online),
        ('E', Answer::InPerson),
    ] {
        assert_eq!(stage.answer(letter, answer, 1, IfFull::Wait), Ok(()));
    }
    assert_eq!(stage.says("ABCDE"), "A+ B+ C1 D1 E2");
    stage.cannot('B');
    assert_eq!(stage.says("ABCDE"), "A+ B. C1 D? E2");
}

#[test]
fn who_waits_is_told_the_place() {
    let mut stage = Stage::new(rules(Some(1)));
    assert_eq!((stage.join('A', 1), stage.join('B', 1)), (Ok(()), Ok(())));
    let wish = crate::support::wish(Answer::InPerson, 1, IfFull::Wait);
    let ask = Command::Answer { member: who('C'), wish };
    assert_eq!(told(&stage.apply(ask)), [('C', News::Waiting { position: 2 })]);
    // Whoever asks again, by a second tap or on a second telephone, changes nothing.
    let again = stage.apply(ask);
    assert_eq!(
        (again.verdict, again.changed.len(), again.notices.len()),
        (Ok(()), 0, 0)
    );
}

#[test]
fn a_newcomer_at_the_moment_when_an_offer_ends_does_not_get_its_seat() {
    let mut stage = Stage::new(rules(Some(1)));
    for letter in ['A', 'B', 'C'] {
        assert_eq!(stage.join(letter, 1), Ok(()));
    }
    stage.cannot('A');
    stage.now = stage.register.next_expiry().unwrap();
    assert_eq!((stage.join('N', 1), stage.says("BCN").as_str()), (Ok(()), "B- C? N1"));
    // Nor does the one who let it pass.
    assert_eq!((stage.join('B', 1), stage.says("BCN").as_str()), (Ok(()), "B2 C? N1"));
}
