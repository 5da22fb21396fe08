//! From the signs of `frontend/map/world.txt` to lines, from lines to rings, from rings to SVG paths.

use yew::AttrValue;

/// A point in units of the map.
pub(super) type Point = (i32, i32);

/// The numbers of a text, separated by spaces.
pub(super) fn numbers(text: &str) -> Vec<i32> {
    text.split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// The points of every line, from three columns: steps to the right by line, steps downwards, and where lines begin,
/// seen from the end of the line before. A step is told by what it is more than half of the step before.
pub(super) fn lines(text: &str) -> Vec<Vec<Point>> {
    let mut columns = text.split('\t');
    let mut column = || columns.next().unwrap_or_default();
    let (right, mut down, mut starts) = (column(), signs(column()), signs(column()));
    let mut at = (0, 0);
    let line = |right: &str| {
        let mut right = signs(right);
        at = (at.0 + number(&mut starts)?, at.1 + number(&mut starts)?);
        let mut points = vec![at];
        let mut step = (0, 0);
        while let Some(more) = number(&mut right) {
            step = (more + step.0 / 2, number(&mut down)? + step.1 / 2);
            at = (at.0 + step.0, at.1 + step.1);
            points.push(at);
        }
        Some(points)
    };
    right.split(' ').map_while(line).collect()
}

fn signs(text: &str) -> impl Iterator<Item = i32> + '_ {
    text.bytes().map(|byte| match byte {
        b'!' => 57,
        _ => i32::from(byte) - 35,
    })
}

/// A number is one sign, or after `~` two, in base 91.
fn number(signs: &mut impl Iterator<Item = i32>) -> Option<i32> {
    match signs.next()? {
        91 => Some(signs.next()? * 91 + signs.next()? - 4140),
        sign => Some(sign - 45),
    }
}

/// The points of an area's rings. A negative reference is the complement of a line that is walked backwards; others
/// count on from the last line that was walked forwards.
pub(super) fn outlines(rings: &str, lines: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let mut next = 0;
    let outline = |ring: &str| {
        let mut points: Vec<Point> = Vec::new();
        for reference in numbers(ring) {
            let place = if reference < 0 { !reference } else { next + reference };
            let line = usize::try_from(place).ok().and_then(|place| lines.get(place));
            let line = line.map(Vec::as_slice).unwrap_or_default();
            // Where one line ends the next begins.
            points.pop();
            if reference < 0 {
                points.extend(line.iter().rev());
            } else {
                points.extend(line);
                next = place + 1;
            }
        }
        points.pop();
        points
    };
    rings
        .split(',')
        .map(outline)
        .filter(|points| !points.is_empty())
        .collect()
}

/// Rings as the text of an SVG path, in steps: short numbers.
pub(super) fn path(rings: &[Vec<Point>]) -> AttrValue {
    let mut text = String::new();
    for ring in rings {
        let mut here: Option<Point> = None;
        for point in ring {
            let (command, step) = match here {
                None => ("M", *point),
                Some(last) => ("l", (point.0 - last.0, point.1 - last.1)),
            };
            text.push_str(command);
            text.push_str(&step.0.to_string());
            text.push(' ');
            text.push_str(&step.1.to_string());
            here = Some(*point);
        }
        text.push('z');
    }
    AttrValue::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_go_on_from_where_the_last_one_ended() {
        assert_eq!(
            lines("P  YC\tZQR\tZPQQ~+QP"),
            [
                vec![(10, 0), (10, 10)],
                vec![(11, 11)],
                vec![(11 - 3366, 11), (20 - 3366, 12), (11 - 3366, 14)]
            ]
        );
    }

    #[test]
    fn lines_are_walked_backwards_too_and_references_count_on() {
        let lines = vec![
            vec![(0, 0), (4, 0)],
            vec![(0, 0), (0, 4), (4, 0)],
            vec![(9, 9), (8, 8), (9, 9)],
        ];
        let rings = outlines("0 -2,1", &lines);
        assert_eq!(rings, [vec![(0, 0), (4, 0), (0, 4)], vec![(9, 9), (8, 8)]]);
    }
}
