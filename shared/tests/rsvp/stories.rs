//! What happens to a member who answers.

use shared::rsvp::{Answer, Hold, IfFull, News, OwnStanding, PerPool, Why};

use crate::steps::HOUR;
use crate::support::{Stage, rules, told, who};

#[test]
fn a_seat_is_had_at_once_while_there_are_any() {
    let mut stage = Stage::new(rules(Some(3)));
    assert_eq!((stage.join('A', 1), stage.join('B', 1)), (Ok(()), Ok(())));
    assert_eq!(stage.says("AB"), "A+ B+");
    // Without a limit there are always some.
    assert_eq!(stage.answer('C', Answer::Online, 5, IfFull::Refuse), Ok(()));
    assert_eq!(stage.says("C"), "C+");
}

#[test]
fn a_party_has_all_its_seats_or_waits_together() {
    let mut stage = Stage::new(rules(Some(4)));
    assert_eq!((stage.join('A', 2), stage.join('B', 3)), (Ok(()), Ok(())));
    assert_eq!(stage.says("AB"), "A+ B1");
    let room = stage.register.summary().pools.room;
    assert_eq!((room.confirmed.people, room.free), (2, Some(2)));
    assert_eq!((room.waiting.parties, room.waiting.people), (1, 3));
}

#[test]
fn nobody_is_put_in_the_list_without_asking_for_it() {
    let mut stage = Stage::new(rules(Some(1)));
    assert_eq!(stage.join('A', 1), Ok(()));
    let refused = stage.answer('B', Answer::InPerson, 1, IfFull::Refuse);
    assert_eq!((refused, stage.says("AB").as_str()), (Err(Why::NotEnoughSeats), "A+ B"));
}

#[test]
fn a_freed_seat_is_offered_to_the_first_and_taken_with_one_tap() {
    let mut stage = Stage::new(rules(Some(1)));
    for letter in ['A', 'B', 'C'] {
        assert_eq!(stage.join(letter, 1), Ok(()));
    }
    let outcome = stage.cannot('A');
    assert_eq!(told(&outcome), [('B', News::Offered { until: 24 * HOUR })]);
    assert_eq!(outcome.changed.len(), 2);
    assert_eq!(stage.says("ABC"), "A. B? C1");
    assert_eq!(stage.register.next_expiry(), Some(24 * HOUR));
    assert_eq!((stage.accept('B'), stage.accept('B')), (Ok(()), Ok(())));
    assert_eq!(
        (stage.says("ABC").as_str(), stage.register.next_expiry()),
        ("A. B+ C1", None)
    );
}

#[test]
fn an_offer_passes_to_the_next_by_declining_or_by_silence() {
    let mut stage = Stage::new(rules(Some(1)));
    for letter in ['A', 'B', 'C', 'D'] {
        assert_eq!(stage.join(letter, 1), Ok(()));
    }
    stage.cannot('A');
    assert_eq!((stage.decline('B'), stage.decline('B')), (Ok(()), Ok(())));
    assert_eq!(stage.says("BCD"), "B- C? D1");
    assert_eq!(told(&stage.hours_pass(23)), []);
    // At the very moment until which it was held it has ended.
    let ended = stage.hours_pass(1);
    let next = ('D', News::Offered { until: 48 * HOUR });
    assert_eq!(told(&ended), [('C', News::OfferPassed), next]);
    assert_eq!(
        (stage.accept('C'), stage.accept('A')),
        (Err(Why::OfferEnded), Err(Why::NoOffer))
    );
    // Who let an offer pass may ask again, at the end.
    assert_eq!((stage.join('C', 1), stage.join('B', 1)), (Ok(()), Ok(())));
    assert_eq!(stage.says("BCD"), "B2 C1 D?");
}

#[test]
fn an_offer_is_held_a_day_then_half_of_what_is_left_and_never_past_the_start() {
    let mut rules = rules(Some(1));
    let held = |rules: &shared::rsvp::Rules, minutes_before: i64| {
        let now = rules.starts_at - minutes_before * HOUR / 60;
        (rules.held_until(now) - now) * 60 / HOUR
    };
    for (minutes_before, minutes) in [
        (6000, 1440),
        (2880, 1440),
        (600, 300),
        (50, 30),
        (30, 30),
        (10, 10),
        (1, 1),
    ] {
        assert_eq!(held(&rules, minutes_before), minutes, "{minutes_before}");
    }
    let brief = Hold {
        longest_ms: HOUR,
        shortest_ms: 0,
    };
    rules.hold = brief;
    assert_eq!((held(&rules, 6000), held(&rules, 50)), (60, 25));
}

#[test]
fn a_confirmed_party_grows_if_seats_are_free_and_nobody_waits_for_them() {
    let mut stage = Stage::new(rules(Some(4)));
    assert_eq!((stage.join('A', 1), stage.join('A', 2)), (Ok(()), Ok(())));
    assert_eq!((stage.says("A").as_str(), stage.join('B', 1)), ("A+", Ok(())));
    // Three wait for the last seat: nobody takes it before them, and nobody loses a seat by asking.
    assert_eq!(stage.join('C', 3), Ok(()));
    let more = |stage: &mut Stage, if_full| stage.answer('B', Answer::InPerson, 2, if_full);
    assert_eq!(more(&mut stage, IfFull::Refuse), Err(Why::NotEnoughSeats));
    assert_eq!(stage.says("ABC"), "A+ B+ C1");
    // It can choose to give its seat up and wait, however.
    assert_eq!(more(&mut stage, IfFull::Wait), Ok(()));
    assert_eq!(stage.says("ABC"), "A+ B2 C1");
}

#[test]
fn a_smaller_party_gives_seats_on_and_keeps_its_own() {
    let mut stage = Stage::new(rules(Some(3)));
    assert_eq!(
        (stage.join('A', 3), stage.join('B', 2), stage.join('C', 1)),
        (Ok(()), Ok(()), Ok(()))
    );
    assert_eq!(stage.join('A', 1), Ok(()));
    assert_eq!(stage.says("ABC"), "A+ B? C1");
    // Saying the same again is not taking the offer; coming with fewer keeps it, and gives a seat on.
    assert_eq!((stage.join('B', 2), stage.join('B', 1)), (Ok(()), Ok(())));
    assert_eq!(stage.says("ABC"), "A+ B? C?");
}

#[test]
fn a_party_that_waits_keeps_its_place_when_it_shrinks_and_loses_it_when_it_grows() {
    let mut stage = Stage::new(rules(Some(2)));
    for (letter, people) in [('A', 1), ('B', 2), ('C', 2), ('D', 2)] {
        assert_eq!(stage.join(letter, people), Ok(()));
    }
    assert_eq!((stage.join('C', 1), stage.says("BCD").as_str()), (Ok(()), "B1 C2 D3"));
    let refused = stage.answer('C', Answer::InPerson, 2, IfFull::Refuse);
    assert_eq!(
        (refused, stage.says("BCD").as_str()),
        (Err(Why::NotEnoughSeats), "B1 C2 D3")
    );
    assert_eq!((stage.join('C', 2), stage.says("BCD").as_str()), (Ok(()), "B1 C3 D2"));
    // Seats that fall to a party by its own doing need no offer.
    assert_eq!((stage.join('B', 1), stage.says("BCD").as_str()), (Ok(()), "B+ C2 D1"));
}

#[test]
fn changing_pools_never_costs_a_seat_that_was_not_given_up() {
    let mut start = rules(Some(1));
    start.capacity = PerPool {
        room: Some(1),
        online: Some(1),
    };
    let mut stage = Stage::new(start);
    assert_eq!((stage.join('A', 1), stage.join('B', 1)), (Ok(()), Ok(())));
    assert_eq!(stage.answer('C', Answer::Online, 1, IfFull::Wait), Ok(()));
    let online = |stage: &mut Stage, if_full| stage.answer('A', Answer::Online, 1, if_full);
    assert_eq!(online(&mut stage, IfFull::Refuse), Err(Why::NotEnoughSeats));
    assert_eq!(stage.says("ABC"), "A+ B1 C+");
    assert_eq!(online(&mut stage, IfFull::Wait), Ok(()));
    assert_eq!(stage.says("ABC"), "A1 B? C+");
    // Back again is a new wish: the seat is another's now.
    assert_eq!((stage.join('A', 1), stage.says("ABC").as_str()), (Ok(()), "A1 B? C+"));
    assert_eq!(
        stage.register.standing_of(who('A')).map(|own| own.answer),
        Some(Answer::InPerson)
    );
}

#[test]
fn after_the_deadline_members_can_ask_for_less_and_seats_still_pass_on() {
    let mut start = rules(Some(2));
    start.deadline = Some(50 * HOUR);
    let mut stage = Stage::new(start);
    assert_eq!(
        (stage.join('A', 2), stage.join('B', 1), stage.join('C', 1)),
        (Ok(()), Ok(()), Ok(()))
    );
    stage.hours_pass(60);
    assert_eq!(
        (stage.join('D', 1), stage.join('A', 3)),
        (Err(Why::DeadlinePassed), Err(Why::DeadlinePassed))
    );
    let maybe = stage.answer('D', Answer::Maybe, 1, IfFull::Refuse);
    assert_eq!(
        (maybe, stage.join('A', 2), stage.join('A', 1)),
        (Err(Why::DeadlinePassed), Ok(()), Ok(()))
    );
    assert_eq!(stage.says("ABC"), "A+ B? C1");
    stage.cannot('A');
    assert_eq!(
        (stage.accept('B'), stage.accept('C'), stage.says("ABC").as_str()),
        (Ok(()), Ok(()), "A. B+ C+")
    );
    assert_eq!(stage.register.summary().cannot, 1);
}

#[test]
fn what_cannot_be_granted_is_refused_with_the_reason() {
    let mut start = rules(Some(3));
    start.capacity.online = Some(0);
    let mut stage = Stage::new(start);
    assert_eq!(stage.join('A', 6), Err(Why::TooManyCompanions));
    assert_eq!(stage.join('A', 4), Err(Why::PartyTooLarge));
    assert_eq!(stage.answer('A', Answer::Online, 1, IfFull::Wait), Err(Why::NotOnOffer));
    assert_eq!(
        (stage.accept('A'), stage.decline('A')),
        (Err(Why::NoOffer), Err(Why::NoOffer))
    );
    // Companions of somebody who does not come are none.
    assert_eq!(stage.answer('A', Answer::Maybe, 200, IfFull::Refuse), Ok(()));
    let own = stage.register.standing_of(who('A')).unwrap();
    assert_eq!(
        (own.companions, own.standing, stage.register.summary().maybe),
        (0, OwnStanding::Noted, 1)
    );
}
