//! How many people come from where, when and by which programme. Totals follow `facts.md`; what it does not give is
//! split plausibly, and all of it is marked as a demonstration.

use shared::codes::Programme;

use super::places::Country;

/// People by fiscal year among 42,652. FY2014-2016 and the sums of FY2017-2018 and FY2019-2024 are published
/// (`invitee_figures.csv`), the split inside those sums is made up; nobody came in FY2020 and FY2021.
const YEARS: [(u16, u32); 9] = [
    (2014, 2_945),
    (2015, 4_226),
    (2016, 5_519),
    (2017, 6_510),
    (2018, 7_180),
    (2019, 6_800),
    (2022, 1_450),
    (2023, 3_800),
    (2024, 4_222),
];

/// People of the whole programme, of whom 34,661 came by open application in 3,692 exchanges (seed 002).
pub(super) const ALL_PEOPLE: u32 = 42_652;
const OPEN_PEOPLE: u32 = 34_661;
const OPEN_EXCHANGES: u64 = 3_692;
const DIRECT_PEOPLE: u32 = 7_991;

/// People of one country/region, year and programme, and in how many groups they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quota {
    pub(super) country: &'static str,
    pub(super) fiscal_year: u16,
    pub(super) programme: Programme,
    pub(super) people: u32,
    pub(super) groups: u32,
}

impl Quota {
    fn is_open(&self) -> bool {
        matches!(
            self.programme,
            Programme::OpenA | Programme::OpenB | Programme::OpenC | Programme::OpenD
        )
    }
}

/// Splits a total by weights so that the parts are whole and add up: largest remainders first.
fn split(total: u32, weights: &[u32]) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum::<u64>().max(1);
    let exact = |weight: &u32| u64::from(total) * u64::from(*weight);
    let mut parts: Vec<u32> = weights
        .iter()
        .map(|weight| u32::try_from(exact(weight) / sum).unwrap_or(0))
        .collect();
    let mut places: Vec<usize> = (0..weights.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(exact(&weights[*place]) % sum));
    let rest = total - parts.iter().sum::<u32>();
    places
        .into_iter()
        .cycle()
        .take(if weights.is_empty() { 0 } else { rest as usize })
        .for_each(|place| parts[place] += 1);
    parts
}

/// The programmes of a country/region in a year, by their share of its people.
fn programmes(country: &str, year: u16) -> Vec<(Programme, u32)> {
    let asean = ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"].contains(&country);
    let open = OPEN_PEOPLE / 100;
    let mut shares = vec![
        (Programme::OpenA, open * 72),
        (Programme::OpenB, open * 10),
        (Programme::OpenC, open * 16),
    ];
    shares.push((
        Programme::OpenD,
        if year >= 2023 && country == "IN" { open * 6 } else { 0 },
    ));
    let supporters = match (country, year) {
        ("CN", 2019) | ("IN", 2018) => DIRECT_PEOPLE / 2,
        _ if asean && year == 2018 => DIRECT_PEOPLE / 9,
        ("ET" | "GH" | "KE" | "NG" | "RW" | "ZA" | "ZM" | "BW" | "TN" | "EG", 2023) => DIRECT_PEOPLE * 3,
        _ => 0,
    };
    shares.push((Programme::HighSchool, DIRECT_PEOPLE));
    shares.push((Programme::Supporters, supporters));
    shares.push((
        Programme::Lotus,
        if country == "IN" && year >= 2022 { open * 18 } else { 0 },
    ));
    let is_nexus = asean && year == 2024;
    shares.push((Programme::NexusYoungTalents, if is_nexus { open * 9 } else { 0 }));
    shares.push((Programme::NexusLeadership, if is_nexus { open * 3 } else { 0 }));
    shares
}

/// People of a usual group.
const fn group_size(programme: Programme) -> u32 {
    match programme {
        Programme::OpenA | Programme::OpenB | Programme::OpenC | Programme::OpenD => 9,
        Programme::HighSchool => 24,
        Programme::Supporters => 30,
        Programme::Lotus | Programme::NexusYoungTalents => 2,
        Programme::NexusLeadership => 5,
    }
}

/// The quotas of `members` people, in the order of years.
pub(super) fn quotas(countries: &[Country], members: u32) -> Vec<Quota> {
    let weights: Vec<u32> = countries.iter().map(|country| country.weight).collect();
    let year_weights = YEARS.map(|(_, people)| people);
    let mut quotas = Vec::new();
    for (country, people) in countries.iter().zip(split(members, &weights)) {
        for ((year, _), people) in YEARS.iter().zip(split(people, &year_weights)) {
            let shares = programmes(country.code, *year);
            let parts = split(people, &shares.iter().map(|(_, share)| *share).collect::<Vec<_>>());
            for ((programme, _), people) in shares.into_iter().zip(parts).filter(|(_, people)| *people > 0) {
                let groups = people.div_ceil(group_size(programme));
                quotas.push(Quota {
                    country: country.code,
                    fiscal_year: *year,
                    programme,
                    people,
                    groups,
                });
            }
        }
    }
    let wanted = u64::from(members) * OPEN_EXCHANGES / u64::from(ALL_PEOPLE);
    fit_open_groups(&mut quotas, u32::try_from(wanted).unwrap_or(u32::MAX));
    quotas.sort_by_key(|quota| quota.fiscal_year);
    quotas
}

/// Makes or merges groups of the open application, largest quotas first, until there are as many as wanted.
fn fit_open_groups(quotas: &mut [Quota], wanted: u32) {
    let mut order: Vec<usize> = (0..quotas.len()).filter(|place| quotas[*place].is_open()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(quotas[*place].people));
    let mut groups: u32 = order.iter().map(|place| quotas[*place].groups).sum();
    loop {
        let before = groups;
        for place in &order {
            let quota = &mut quotas[*place];
            if groups < wanted && quota.groups < quota.people {
                quota.groups += 1;
                groups += 1;
            } else if groups > wanted && quota.groups > 1 {
                quota.groups -= 1;
                groups -= 1;
            }
        }
        if groups == wanted || groups == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL_PEOPLE, quotas, split};
    use crate::demo::places::Places;

    #[test]
    fn parts_add_up() {
        assert_eq!(split(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(split(3, &[0, 5]), [0, 3]);
    }

    #[test]
    fn the_whole_programme_has_its_published_totals() {
        let places = Places::read();
        assert_eq!(places.countries.len(), 90);
        let all = quotas(&places.countries, ALL_PEOPLE);
        assert_eq!(all.iter().map(|quota| quota.people).sum::<u32>(), ALL_PEOPLE);
        assert_eq!(
            all.iter()
                .filter(|quota| quota.is_open())
                .map(|quota| quota.groups)
                .sum::<u32>(),
            3_692
        );
        assert!(
            all.iter()
                .all(|quota| quota.fiscal_year != 2020 && quota.fiscal_year != 2021)
        );
        let china: u32 = all
            .iter()
            .filter(|quota| quota.country == "CN")
            .map(|quota| quota.people)
            .sum();
        assert!((13_000..15_500).contains(&china), "{china}");
    }
}
