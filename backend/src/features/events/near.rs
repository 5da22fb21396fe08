//! How far places are from each other. Pure.

use shared::events::check::point;

/// Places are taken to so many degrees: some ten kilometres. Their exact address is for those who are confirmed, and the
/// order of distances to places of one's choice must not tell it.
const GRID: f64 = 0.1;

/// The part of half the way around the world between two points, given as latitude and longitude in degrees.
fn distance((from_latitude, from_longitude): (f64, f64), (to_latitude, to_longitude): (f64, f64)) -> f64 {
    let [from_latitude, from_longitude, to_latitude, to_longitude] =
        [from_latitude, from_longitude, to_latitude, to_longitude].map(f64::to_radians);
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let part = half(to_latitude - from_latitude)
        + from_latitude.cos() * to_latitude.cos() * half(to_longitude - from_longitude);
    part.clamp(0.0, 1.0).sqrt().asin() / std::f64::consts::FRAC_PI_2
}

/// How far an event's point is from where the reader is; nothing where either is not known.
pub(super) fn away(from: &str, to: &str) -> Option<f64> {
    let (latitude, longitude) = point(to)?;
    let coarse = |degrees: f64| (degrees / GRID).round() * GRID;
    Some(distance(point(from)?, (coarse(latitude), coarse(longitude))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_globe() {
        let tokyo = (35.68, 139.69);
        let half_way = 20_015.0;
        for (place, kilometres) in [
            ((34.69, 135.50), 396.0),
            ((28.61, 77.21), 5_836.0),
            ((-33.45, -70.67), 17_230.0),
            (tokyo, 0.0),
            ((-35.68, -40.31), half_way),
        ] {
            let found = distance(tokyo, place) * half_way;
            assert!((found - kilometres).abs() < 30.0, "{place:?} {found}");
        }
        // Over the date line it is not far.
        assert!(distance((-13.8, -171.8), (-18.1, 178.4)) * half_way < 1_200.0);
    }

    #[test]
    fn the_exact_place_cannot_be_had_from_distances() {
        assert_eq!(
            away("35.7,139.7", "35.6812,139.7671"),
            away("35.7,139.7", "35.7049,139.8499")
        );
        assert_eq!(
            (away("", "1,1"), away("1,1", ""), away("1,1", "here")),
            (None, None, None)
        );
    }
}
