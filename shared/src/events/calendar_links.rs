//! Addresses at which somebody adds an event to a calendar on the internet, or subscribes to a feed. They are followed
//! when a person clicks them; nothing is loaded from there.

use super::EventSummary;
use crate::instant::Instant;

crate::codes::codes! {
    /// Calendars on the internet that take an event from an address.
    CalendarSite in "calendar_site" {
        /// Google Calendar.
        Google = "google",
        /// Outlook.com.
        Outlook = "outlook",
        /// Office 365.
        Office365 = "office",
        /// Yahoo.
        Yahoo = "yahoo",
    }
}

/// What such an address says about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedEvent {
    /// What it is called.
    pub title: String,
    /// Everything else about it, with the address of its page.
    pub text: String,
    /// Where to go; may be empty.
    pub place: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// The IANA zone of the venue.
    pub zone: String,
}

impl LinkedEvent {
    /// What everybody may know of an event; `origin` is the site's, `https://club.example`.
    pub fn of(event: &EventSummary, origin: &str) -> Self {
        Self {
            title: event.title.clone(),
            text: format!("{}\n\n{origin}/events/{}", event.summary, event.id),
            place: event.venue.clone().unwrap_or_default(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            zone: event.zone.clone(),
        }
    }

    /// Where a calendar takes the event.
    pub fn add_to(&self, site: CalendarSite) -> String {
        let [starts, ends] = [self.starts_at, self.ends_at].map(whole_seconds);
        let [short_starts, short_ends] = [&starts, &ends].map(|moment| moment.replace(['-', ':'], ""));
        let (address, when) = match site {
            CalendarSite::Google => (
                "https://calendar.google.com/calendar/render",
                vec![
                    ("action", "TEMPLATE".to_owned()),
                    ("dates", format!("{short_starts}/{short_ends}")),
                    ("ctz", self.zone.clone()),
                ],
            ),
            CalendarSite::Outlook => (
                "https://outlook.live.com/calendar/0/deeplink/compose",
                vec![
                    ("path", "/calendar/action/compose".to_owned()),
                    ("rru", "addevent".to_owned()),
                    ("startdt", starts),
                    ("enddt", ends),
                ],
            ),
            CalendarSite::Office365 => (
                "https://outlook.office.com/calendar/action/compose",
                vec![("rru", "addevent".to_owned()), ("startdt", starts), ("enddt", ends)],
            ),
            CalendarSite::Yahoo => (
                "https://calendar.yahoo.com/",
                vec![("v", "60".to_owned()), ("st", short_starts), ("et", short_ends)],
            ),
        };
        let [title, text, place] = match site {
            CalendarSite::Google => ["text", "details", "location"],
            CalendarSite::Outlook | CalendarSite::Office365 => ["subject", "body", "location"],
            CalendarSite::Yahoo => ["title", "desc", "in_loc"],
        };
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(when);
        for (name, value) in [(title, &self.title), (text, &self.text), (place, &self.place)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        // Outlook shows a plus where a space is written as one.
        format!("{address}?{}", query.finish().replace('+', "%20"))
    }
}

/// The address at which a calendar program subscribes to a feed of this site; `origin` is `https://club.example`.
pub fn subscribe(origin: &str, path: &str) -> String {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    format!("webcal://{}{path}", host.trim_end_matches('/'))
}

/// `2026-11-30T09:00:00Z`.
fn whole_seconds(instant: Instant) -> String {
    Instant::from_millis(instant.millis() - instant.millis().rem_euclid(1000)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> LinkedEvent {
        LinkedEvent {
            title: "同窓会 & tea".into(),
            text: "First + line.\nhttps://club.example/events/1?a=b#c".into(),
            place: "Miraikan, Tokyo".into(),
            starts_at: "2026-11-30T09:00:00.250Z".parse().unwrap(),
            ends_at: "2026-11-30T12:00:00Z".parse().unwrap(),
            zone: "Asia/Tokyo".into(),
        }
    }

    /// The values of an address by their names, decoded by the same rules as in a browser.
    fn values(address: &str) -> Vec<(String, String)> {
        let (_, query) = address.split_once('?').unwrap();
        assert!(!query.contains(['+', ' ', '#', '\n']) && query.is_ascii(), "{query}");
        form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }

    #[test]
    fn every_calendar_gets_the_text_and_the_times_in_utc() {
        let [short, long] = [
            ["20261130T090000Z", "20261130T120000Z"],
            ["2026-11-30T09:00:00Z", "2026-11-30T12:00:00Z"],
        ];
        let google = format!("{}/{}", short[0], short[1]);
        for (site, start, expected) in [
            (
                CalendarSite::Google,
                "https://calendar.google.com/calendar/render?",
                [("dates", google.as_str()), ("ctz", "Asia/Tokyo")],
            ),
            (
                CalendarSite::Outlook,
                "https://outlook.live.com/calendar/0/deeplink/compose?",
                [("startdt", long[0]), ("enddt", long[1])],
            ),
            (
                CalendarSite::Office365,
                "https://outlook.office.com/calendar/action/compose?",
                [("startdt", long[0]), ("enddt", long[1])],
            ),
            (
                CalendarSite::Yahoo,
                "https://calendar.yahoo.com/?",
                [("st", short[0]), ("et", short[1])],
            ),
        ] {
            let address = event().add_to(site);
            assert!(address.starts_with(start), "{address}");
            let values = values(&address);
            for (name, value) in expected {
                assert!(values.contains(&(name.into(), value.into())), "{name} {values:?}");
            }
            let said: Vec<&str> = values.iter().rev().take(3).map(|(_, value)| value.as_str()).collect();
            assert_eq!(said, [event().place, event().text, event().title], "{site:?}");
        }
    }

    #[test]
    fn a_place_that_is_not_known_is_left_out() {
        let online = LinkedEvent {
            place: String::new(),
            ..event()
        };
        assert!(!online.add_to(CalendarSite::Google).contains("location"));
        assert!(!online.add_to(CalendarSite::Yahoo).contains("in_loc"));
    }

    #[test]
    fn feeds_are_subscribed_to_by_their_own_scheme() {
        for origin in ["https://club.example", "http://club.example/", "club.example"] {
            assert_eq!(
                subscribe(origin, "/api/calendar.ics?country=IN"),
                "webcal://club.example/api/calendar.ics?country=IN"
            );
        }
    }
}
