//! Zones whose names have changed. Some browsers still list them by the old ones, which name cities as nobody there does.

/// Old names and today's, from the file `backward` of the tz database (2025b, public domain): those that browsers list.
const RENAMED: [(&str, &str); 20] = [
    ("Africa/Asmera", "Africa/Asmara"),
    ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("America/Catamarca", "America/Argentina/Catamarca"),
    ("America/Coral_Harbour", "America/Atikokan"),
    ("America/Cordoba", "America/Argentina/Cordoba"),
    ("America/Godthab", "America/Nuuk"),
    ("America/Indianapolis", "America/Indiana/Indianapolis"),
    ("America/Jujuy", "America/Argentina/Jujuy"),
    ("America/Louisville", "America/Kentucky/Louisville"),
    ("America/Mendoza", "America/Argentina/Mendoza"),
    ("Asia/Calcutta", "Asia/Kolkata"),
    ("Asia/Katmandu", "Asia/Kathmandu"),
    ("Asia/Rangoon", "Asia/Yangon"),
    ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ("Atlantic/Faeroe", "Atlantic/Faroe"),
    ("Europe/Kiev", "Europe/Kyiv"),
    ("Europe/Uzhgorod", "Europe/Kyiv"),
    ("Pacific/Enderbury", "Pacific/Kanton"),
    ("Pacific/Ponape", "Pacific/Pohnpei"),
    ("Pacific/Truk", "Pacific/Chuuk"),
];

/// Today's names of the zones that a browser lists, each once, where it lists them.
#[cfg_attr(
    all(not(target_arch = "wasm32"), not(test)),
    expect(dead_code, reason = "the plain list has today's names")
)]
pub(super) fn todays(listed: Vec<String>) -> Vec<String> {
    let mut zones = Vec::with_capacity(listed.len());
    for zone in listed {
        let renamed = RENAMED.iter().find(|(old, _)| *old == zone);
        let zone = renamed.map_or(zone, |(_, new)| (*new).to_owned());
        if !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    zones
}

/// The names that a zone had before, by which people may look for it.
pub fn former(zone: &str) -> impl Iterator<Item = &'static str> {
    RENAMED.iter().filter(move |(_, new)| *new == zone).map(|(old, _)| *old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_have_the_names_that_they_have_today() {
        let listed = [
            "Asia/Calcutta",
            "Asia/Katmandu",
            "Europe/Kiev",
            "Europe/Kyiv",
            "Asia/Tokyo",
        ];
        let todays = todays(listed.map(String::from).to_vec());
        assert_eq!(todays, ["Asia/Kolkata", "Asia/Kathmandu", "Europe/Kyiv", "Asia/Tokyo"]);
        assert!(former("Asia/Kolkata").eq(["Asia/Calcutta"]));
    }
}
