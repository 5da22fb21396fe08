//! How many people a step concerns.

use shared::rsvp::{Pool, PoolSummary, Summary};

/// Members who answered that they come, wait, or do not know yet: those who are told what becomes of an event.
pub(super) fn told(seats: &Summary) -> u32 {
    let of = |pool: Pool| {
        let pool = seats.pools.get(pool);
        [pool.confirmed, pool.offered, pool.waiting]
            .iter()
            .map(|tally| tally.parties)
            .sum::<u32>()
    };
    of(Pool::Room) + of(Pool::Online) + seats.maybe
}

/// Of both pools together: people with seats, people who wait or have an offer, and seats in all where both have a
/// limit.
pub(super) fn together(seats: &Summary) -> (u32, u32, Option<u32>) {
    let both = [seats.pools.room, seats.pools.online];
    let confirmed = both.iter().map(|pool| pool.confirmed.people).sum();
    let waiting = both.iter().map(|pool| pool.waiting.people + pool.offered.people).sum();
    (confirmed, waiting, capacity(&both))
}

/// All seats there are. A pool of no seats is one that is not on offer.
fn capacity(pools: &[PoolSummary; 2]) -> Option<u32> {
    let [room, online] = pools.map(|pool| pool.capacity);
    room?.checked_add(online?)
}

#[cfg(test)]
mod tests {
    use shared::rsvp::{PerPool, Tally};

    use super::*;

    #[test]
    fn people_are_counted_over_both_pools() {
        let tally = |parties, people| Tally { parties, people };
        let pool = PoolSummary {
            capacity: Some(20),
            confirmed: tally(10, 15),
            offered: tally(1, 1),
            waiting: tally(2, 5),
            ..PoolSummary::default()
        };
        let seats = Summary {
            pools: PerPool {
                room: pool,
                online: PoolSummary {
                    capacity: Some(0),
                    ..PoolSummary::default()
                },
            },
            maybe: 3,
            cannot: 9,
        };
        assert_eq!(told(&seats), 16);
        assert_eq!(together(&seats), (15, 6, Some(20)));
    }
}
