//! A small picture of answers on a scale from 1 to 5, wave after wave.

/// The width of the picture, and how far its points lie from its edges.
const WIDTH: i32 = 120;
const EDGE: i32 = 6;
/// Between two steps of the scale.
const STEP: i32 = 7;
const STEPS: i32 = 5;

/// An answer: in which of the waves, and which step.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub at: usize,
    pub value: i32,
    pub is_by_phone: bool,
}

/// The points, and a line through those that came in the same way. Empty where there is nothing to compare.
#[derive(Default)]
pub struct Picture {
    pub lines: Vec<String>,
    /// Where each point lies, and whether it was told on the phone.
    pub points: Vec<(i32, i32, bool)>,
}

impl Picture {
    pub(super) fn of(points: &[Point], waves: usize) -> Self {
        if points.len() < 2 {
            return Self::default();
        }
        let across = i32::try_from(waves.saturating_sub(1).max(1)).unwrap_or(1);
        let place = |point: &Point| {
            let at = i32::try_from(point.at).unwrap_or_default();
            (EDGE + (WIDTH - 2 * EDGE) * at / across, EDGE + STEP * (STEPS - point.value))
        };
        let line = |is_by_phone: bool| {
            let own: Vec<_> = points.iter().filter(|point| point.is_by_phone == is_by_phone).map(place).collect();
            let drawn = own.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
            (own.len() > 1).then_some(drawn)
        };
        Self {
            lines: [false, true].into_iter().filter_map(line).collect(),
            points: points.iter().map(|point| (place(point).0, place(point).1, point.is_by_phone)).collect(),
        }
    }
}
