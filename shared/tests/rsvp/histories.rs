//! Random histories: the laws hold, the fast rule and the slow one agree, and mistakes are found.

use std::collections::BTreeMap;

use proptest::prelude::{ProptestConfig, Strategy, proptest};
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestRunner};
use shared::ids::MemberId;
use shared::rsvp::{Command, Entry, Outcome, Pool, Register, Rules, Standing, UnixMillis, Why};

use crate::laws::Deed;
use crate::picture::{Picture, Subject};
use crate::slow::{Flaw, Slow};
use crate::steps::{Step, some_history, some_rules};
use crate::support::rules;

fn fail(reason: String, step: usize, command: &Command) -> TestCaseError {
    TestCaseError::fail(format!("{reason}, at step {step}: {command:?}"))
}

/// What can be seen after a command.
type Seen = (Result<(), Why>, Picture);

/// Whether time passes by itself, or only as commands come in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    Ticks,
    Stands,
}

/// Plays a history; gives what can be seen after each command. The laws are checked where the clock ticks, as they tell
/// what a command did by itself.
fn play(subject: &mut impl Subject, start: &Rules, steps: &[Step], clock: Clock) -> Result<Vec<Seen>, TestCaseError> {
    let (mut now, mut rules, mut seen) = (0, *start, Vec::new());
    for (at, step) in steps.iter().enumerate() {
        now += step.wait;
        let Some(command) = step.action.command(&rules, now) else {
            subject.restart();
            continue;
        };
        let tick = (clock == Clock::Ticks).then_some(Command::Advance);
        for command in tick.into_iter().chain([command]) {
            let before = subject.picture();
            let verdict = subject.apply(&command, now);
            let after = subject.picture();
            let deed = Deed {
                before: &before,
                command: &command,
                verdict,
                after: &after,
                now,
            };
            if clock == Clock::Ticks {
                deed.check().map_err(|reason| fail(reason, at, &command))?;
            }
            seen.push((verdict, after));
        }
        if let Command::SetRules(new) = command {
            rules = new;
        }
    }
    Ok(seen)
}

fn agree(start: &Rules, steps: &[Step]) -> Result<(), TestCaseError> {
    for clock in [Clock::Ticks, Clock::Stands] {
        let mut register = Register::from_entries(*start, []);
        let fast = play(&mut register, start, steps, clock)?;
        let slow = play(&mut Slow::new(*start, Flaw::None), start, steps, clock)?;
        if let Some((fast, slow)) = fast.iter().zip(&slow).find(|(fast, slow)| fast != slow) {
            return Err(TestCaseError::fail(format!("fast {fast:#?}\nslow {slow:#?}")));
        }
    }
    Ok(())
}

fn table(register: &Register) -> BTreeMap<MemberId, Entry> {
    register.entries().map(|entry| (entry.member, *entry)).collect()
}

fn law(holds: bool, broken: &str) -> Result<(), TestCaseError> {
    if holds {
        Ok(())
    } else {
        Err(TestCaseError::fail(broken.to_owned()))
    }
}

/// What the service relies on: the rows that it is told to write are those that changed, and the counts are right.
fn reports_are_whole(
    register: &Register,
    before: &BTreeMap<MemberId, Entry>,
    outcome: &Outcome,
) -> Result<(), TestCaseError> {
    let after = table(register);
    let mut told: Vec<_> = outcome.changed.iter().map(|change| change.member).collect();
    told.sort_unstable();
    let mut all: Vec<_> = before.keys().chain(after.keys()).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.retain(|member| before.get(member) != after.get(member));
    law(told == all, "what is told to have changed is not what has changed")?;
    let is_right = |change: &shared::rsvp::Change| change.entry.as_ref() == after.get(&change.member);
    law(outcome.changed.iter().all(is_right), "a row is told wrongly")?;
    let is_known = |notice: &shared::rsvp::Notice| all.contains(&notice.to);
    law(outcome.notices.iter().all(is_known), "somebody is told of nothing")?;
    let offers = after.values().filter_map(|entry| match entry.standing {
        Standing::Offered { until } => Some(until),
        _ => None,
    });
    law(
        register.next_expiry() == offers.min(),
        "the next end of an offer is wrong",
    )?;
    let (picture, summary) = (register.picture(), register.summary());
    for pool in Pool::ALL {
        let counts = summary.pools.get(*pool);
        law(
            counts.confirmed.people + counts.offered.people == picture.taken(*pool),
            "seats are miscounted",
        )?;
        law(
            counts.waiting.parties as usize == picture.waiting(*pool).count(),
            "the list is miscounted",
        )?;
        law(
            counts.waiting.people == picture.waiting(*pool).map(crate::picture::Row::people).sum::<u32>(),
            "people are miscounted",
        )?;
        law(
            counts.free.is_none_or(|free| free == picture.free(*pool)),
            "free seats are miscounted",
        )?;
        let order: Vec<_> = picture.waiting(*pool).map(|row| row.member).collect();
        law(
            register.waiting(*pool).collect::<Vec<_>>() == order,
            "the list has another order",
        )?;
        let over = picture.taken(*pool).saturating_sub(picture.capacity(*pool));
        law(
            counts.over == over && *outcome.over.get(*pool) == over,
            "the excess is miscounted",
        )?;
    }
    Ok(())
}

fn serve(start: &Rules, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut register = Register::from_entries(*start, []);
    let mut now: UnixMillis = 0;
    for (at, step) in steps.iter().enumerate() {
        now += step.wait;
        let Some(command) = step.action.command(&register.rules().clone(), now) else {
            register = Register::from_entries(*register.rules(), table(&register).into_values());
            continue;
        };
        let before = table(&register);
        let outcome = register.apply(&command, now);
        reports_are_whole(&register, &before, &outcome).map_err(|error| fail(error.to_string(), at, &command))?;
        let (before, again) = (table(&register), register.apply(&command, now));
        law(
            again.verdict == outcome.verdict || outcome.verdict.is_err(),
            "a repetition is refused",
        )?;
        law(
            again.changed.is_empty() && again.notices.is_empty(),
            "a repetition changes something",
        )?;
        law(before == table(&register), "a repetition changes something unsaid")?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_and_the_slow_rule_agrees(start in some_rules(7), steps in some_history(12, 7, 200..500)) {
        agree(&start, &steps)?;
    }

    #[test]
    fn rows_counts_and_repetitions_are_right_through_restarts(
        start in some_rules(7), steps in some_history(12, 7, 100..400),
    ) {
        serve(&start, &steps)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    #[test]
    fn the_slow_rule_agrees_about_crowds(steps in some_history(150, 40, 500..900)) {
        agree(&rules(Some(20)), &steps)?;
    }
}

/// Whether the laws find a mistake in any of some histories, always the same ones.
fn is_found(flaw: Flaw) -> bool {
    let mut runner = TestRunner::deterministic();
    let histories = some_history(8, 6, 200..300);
    (0..40).any(|_| {
        let steps = histories.new_tree(&mut runner).unwrap().current();
        let start = rules(Some(5));
        play(&mut Slow::new(start, flaw), &start, &steps, Clock::Ticks).is_err()
    })
}

/// The laws would be worth nothing if they held for wrong rules too.
#[test]
fn every_mistake_is_found_by_the_laws() {
    assert!(!is_found(Flaw::None));
    for flaw in [
        Flaw::OffersWithoutCounting,
        Flaw::PassesOverTheHead,
        Flaw::ServesTheLastFirst,
        Flaw::ForgetsAddedSeats,
        Flaw::KeepsDeadOffers,
        Flaw::TakesTheSeatOfWhoAsksElsewhere,
        Flaw::ThrowsOutWhenSmaller,
        Flaw::GrowsInTheList,
        Flaw::LetsRemovedMembersIn,
        Flaw::HoldsForEver,
    ] {
        assert!(is_found(flaw), "{flaw:?} was not found");
    }
}
