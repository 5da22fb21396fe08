//! The colours of the map: powers of ten, the same for every layer, so that one legend serves all.

/// The colour of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// No figure, or fewer members than are shown.
    Nothing,
    /// Nobody was invited.
    Zero,
    /// Powers of ten: 1 is up to nine, 5 is ten thousand and more.
    Step(u8),
    /// The same steps of a fictional number.
    Fiction(u8),
}

impl Shade {
    /// Those of true numbers, in the legend's order.
    pub const ALL: [Self; 7] = [
        Self::Nothing,
        Self::Zero,
        Self::Step(1),
        Self::Step(2),
        Self::Step(3),
        Self::Step(4),
        Self::Step(5),
    ];

    /// Its name in style sheets and in the legend.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::Zero => "zero",
            Self::Step(1) => "1",
            Self::Step(2) => "2",
            Self::Step(3) => "3",
            Self::Step(4) => "4",
            Self::Step(_) => "5",
            Self::Fiction(1) => "demo-1",
            Self::Fiction(2) => "demo-2",
            Self::Fiction(3) => "demo-3",
            Self::Fiction(4) => "demo-4",
            Self::Fiction(_) => "demo-5",
        }
    }

    /// The shade of a number.
    pub const fn of(number: u32) -> Self {
        match number {
            0 => Self::Zero,
            _ => Self::Step(step(number)),
        }
    }
}

pub(super) const fn step(number: u32) -> u8 {
    match number {
        0..10 => 1,
        10..100 => 2,
        100..1_000 => 3,
        1_000..10_000 => 4,
        _ => 5,
    }
}
