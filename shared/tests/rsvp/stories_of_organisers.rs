//! What organisers do, and what becomes of an event.

use shared::rsvp::{Answer, Command, EventState, IfFull, News, Pool, Register, Why};

use crate::steps::HOUR;
use crate::support::{Stage, rules, told, who};

fn place(letter: char, companions: u8) -> Command {
    Command::Place {
        member: who(letter),
        pool: Pool::Room,
        companions,
    }
}

#[test]
fn an_organiser_puts_a_speaker_in_over_capacity_and_it_is_marked() {
    let mut stage = Stage::new(rules(Some(1)));
    assert_eq!(
        (stage.join('A', 1), stage.join('B', 1), stage.join('C', 1)),
        (Ok(()), Ok(()), Ok(()))
    );
    // Somebody new, and somebody out of the middle of the list.
    assert_eq!(stage.apply(place('S', 1)).over.room, 2);
    assert_eq!(stage.apply(place('C', 0)).over.room, 3);
    assert_eq!(stage.says("ABCS"), "A+ B1 C+ S+");
    let is_placed = |letter| stage.register.standing_of(who(letter)).map(|own| own.is_placed);
    assert_eq!(['A', 'C', 'S'].map(is_placed), [Some(false), Some(true), Some(true)]);
    // The first to leave only make the room less full.
    stage.cannot('A');
    stage.cannot('S');
    assert_eq!(
        (stage.says("BC").as_str(), stage.register.summary().pools.room.over),
        ("B1 C+", 0)
    );
    stage.cannot('C');
    assert_eq!(stage.says("BC"), "B? C.");
}

#[test]
fn who_has_a_seat_already_is_not_marked_and_who_asks_anew_is_no_longer() {
    let mut stage = Stage::new(rules(Some(2)));
    assert_eq!(
        (stage.join('A', 1), stage.apply(place('A', 0)).changed.len()),
        (Ok(()), 0)
    );
    stage.apply(place('B', 0));
    let is_placed = |stage: &Stage| stage.register.entry(who('B')).map(|entry| entry.is_placed);
    assert_eq!(is_placed(&stage), Some(true));
    assert_eq!(stage.answer('B', Answer::Online, 1, IfFull::Refuse), Ok(()));
    assert_eq!(is_placed(&stage), Some(false));
}

#[test]
fn a_removed_member_leaves_the_seat_and_cannot_come_back() {
    let mut stage = Stage::new(rules(Some(1)));
    assert_eq!((stage.join('A', 1), stage.join('B', 1)), (Ok(()), Ok(())));
    let outcome = stage.apply(Command::Remove { member: who('A') });
    assert_eq!(told(&outcome)[0], ('A', News::Removed));
    assert_eq!(stage.says("AB"), "A! B?");
    let withdrawn = stage.apply(Command::Withdraw { member: who('A') }).verdict;
    assert_eq!((stage.join('A', 1), withdrawn), (Err(Why::Removed), Err(Why::Removed)));
    assert_eq!(stage.apply(place('A', 0)).verdict, Err(Why::Removed));
    // Until the organiser takes it back.
    stage.apply(Command::Erase { member: who('A') });
    assert_eq!((stage.join('A', 1), stage.says("AB").as_str()), (Ok(()), "A1 B?"));
}

#[test]
fn fewer_seats_throw_nobody_out_and_the_excess_is_said() {
    let mut stage = Stage::new(rules(Some(4)));
    for letter in ['A', 'B', 'C', 'D', 'E', 'F'] {
        assert_eq!(stage.join(letter, 1), Ok(()));
    }
    stage.cannot('A');
    // An offer is a promise: it stands like a seat.
    let outcome = stage.change_rules(|rules| rules.capacity.room = Some(2));
    assert_eq!((outcome.over.room, outcome.changed.len()), (2, 0));
    assert_eq!(
        (stage.accept('E'), stage.says("BCDEF").as_str()),
        (Ok(()), "B+ C+ D+ E+ F1")
    );
    stage.cannot('B');
    stage.cannot('C');
    assert_eq!(
        (stage.register.summary().pools.room.over, stage.says("DEF").as_str()),
        (0, "D+ E+ F1")
    );
    stage.cannot('D');
    assert_eq!(stage.says("DEF"), "D. E+ F?");
}

#[test]
fn a_cancelled_event_makes_no_offers_and_keeps_its_record() {
    let mut stage = Stage::new(rules(Some(1)));
    for letter in ['A', 'B', 'C'] {
        assert_eq!(stage.join(letter, 1), Ok(()));
    }
    stage.cannot('A');
    let outcome = stage.change_rules(|rules| rules.state = EventState::Cancelled);
    assert_eq!(told(&outcome), [('B', News::OfferTakenBack)]);
    assert_eq!(
        (stage.says("ABC").as_str(), stage.register.next_expiry()),
        ("A. B1 C2", None)
    );
    assert_eq!(
        (stage.join('D', 1), stage.accept('B')),
        (Err(Why::Cancelled), Err(Why::Cancelled))
    );
    assert_eq!(stage.apply(place('D', 0)).verdict, Err(Why::Cancelled));
    assert_eq!(stage.hours_pass(30).changed.len(), 0);
    // Should it take place after all, the list goes on where it stopped.
    stage.change_rules(|rules| rules.state = EventState::Published);
    assert_eq!(stage.says("ABC"), "A. B? C1");
}

#[test]
fn a_draft_takes_organisers_guests_only() {
    let mut start = rules(Some(1));
    start.state = EventState::Draft;
    let mut stage = Stage::new(start);
    assert_eq!(
        (stage.join('A', 1), stage.apply(place('S', 0)).verdict),
        (Err(Why::NotPublished), Ok(()))
    );
    stage.change_rules(|rules| rules.state = EventState::Published);
    assert_eq!((stage.join('A', 1), stage.says("AS").as_str()), (Ok(()), "A1 S+"));
}

#[test]
fn an_event_that_is_moved_nearer_shortens_what_is_held() {
    let mut stage = Stage::new(rules(Some(1)));
    assert_eq!((stage.join('A', 1), stage.join('B', 1)), (Ok(()), Ok(())));
    stage.cannot('A');
    let outcome = stage.change_rules(|rules| (rules.starts_at, rules.ends_at) = (8 * HOUR, 9 * HOUR));
    assert_eq!(told(&outcome), [('B', News::Offered { until: 8 * HOUR })]);
}

#[test]
fn once_it_has_started_nothing_is_offered_and_once_it_is_past_nothing_changes() {
    let mut stage = Stage::new(rules(Some(1)));
    assert_eq!((stage.join('A', 1), stage.join('B', 1)), (Ok(()), Ok(())));
    stage.hours_pass(100);
    stage.cannot('A');
    assert_eq!(
        (stage.says("AB").as_str(), stage.join('A', 1)),
        ("A. B1", Err(Why::DeadlinePassed))
    );
    stage.hours_pass(2);
    assert_eq!(
        (stage.cannot('B').verdict, stage.says("AB").as_str()),
        (Err(Why::Past), "A. B1")
    );
    // What the law asks for is done all the same.
    assert_eq!(stage.apply(Command::Erase { member: who('B') }).verdict, Ok(()));
    assert_eq!(stage.says("AB"), "A. B");
}

#[test]
fn after_a_restart_offers_that_were_due_meanwhile_pass_on_with_the_first_command_even_a_refused_one() {
    let mut stage = Stage::new(rules(Some(1)));
    for letter in ['A', 'B', 'C'] {
        assert_eq!(stage.join(letter, 1), Ok(()));
    }
    stage.cannot('A');
    let entries: Vec<_> = stage.register.entries().copied().collect();
    stage.register = Register::from_entries(*stage.register.rules(), entries);
    assert_eq!(stage.says("ABC"), "A. B? C1");
    stage.now = 30 * HOUR;
    let outcome = stage.apply(Command::Accept { member: who('B') });
    assert_eq!((outcome.verdict, outcome.changed.len()), (Err(Why::OfferEnded), 2));
    assert_eq!(stage.says("ABC"), "A. B- C?");
}
