//! How customers feel at a touchpoint by their answers to surveys, beside what was set there by who drew the map.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::rate::Z;
use crate::{Sample, Sentiment, Survey, TouchpointId};

/// The farthest from neither good nor bad: feelings run from so much below 0 to so much above.
const MOST: f64 = 2.0;

/// What customers answered about a touchpoint: the surveys that are linked to it are those whose events it lists. Of each
/// customer the last answer counts, of whichever survey, that was given in the question's range up to the cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Measured {
    /// Where.
    pub touchpoint: TouchpointId,
    /// How many customers answered.
    #[specta(type = Number)]
    pub answered: u64,
    /// The mean of their answers, as [`Survey::feeling`] reads them: -2 to 2.
    #[specta(type = Number)]
    pub mean: f64,
    /// The lower end of its 95 % interval.
    #[specta(type = Number)]
    pub low: f64,
    /// The upper end of its 95 % interval.
    #[specta(type = Number)]
    pub high: f64,
}

impl Survey {
    /// An answer as a feeling, -2 to 2: evenly from the lowest answer of the scale to the highest, so that its middle is 0;
    /// `None` for one that is not on the scale.
    pub fn feeling(self, value: f64) -> Option<f64> {
        self.answer(value)?;
        let (lowest, highest) = self.scale();
        Some(2.0 * MOST * (value - lowest) / (highest - lowest) - MOST)
    }
}

impl Measured {
    /// The mean of fewer answers is not shown: it says too little, and too much of each who answered.
    pub const FEWEST: u64 = 5;

    /// The mean of some feelings at a touchpoint, with Student's interval for the mean of so few; `None` without any. Of one
    /// alone the interval is the whole scale.
    pub fn of(touchpoint: TouchpointId, feelings: &Sample) -> Option<Self> {
        let mean = feelings.mean()?;
        let half = feelings
            .squared_error()
            .map_or(2.0 * MOST, |squared| student(feelings.n as f64 - 1.0) * squared.sqrt());
        let (low, high) = ((mean - half).max(-MOST), (mean + half).min(MOST));
        Some(Self { touchpoint, answered: feelings.n, mean, low, high })
    }

    /// Whether so many answered that it is shown.
    pub fn is_enough(&self) -> bool {
        self.answered >= Self::FEWEST
    }

    /// Whether it clearly disagrees with what was set: a step stands for all that is nearer to it than to the next, half a
    /// step either way, and the interval lies wholly outside of that.
    pub fn disagrees_with(&self, felt: Sentiment) -> bool {
        let felt = felt.score() as f64 - 3.0;
        self.low > felt + 0.5 || self.high < felt - 0.5
    }
}

/// How many standard errors Student's 95 % interval reaches, by its degrees of freedom; within 0.001 from 4 on.
///
/// Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.5.
fn student(freedom: f64) -> f64 {
    let odd = |powers: [f64; 5]| powers.iter().rev().fold(0.0, |sum, each| sum * Z * Z + each) * Z;
    let terms = [
        odd([1.0, 1.0, 0.0, 0.0, 0.0]) / 4.0,
        odd([3.0, 16.0, 5.0, 0.0, 0.0]) / 96.0,
        odd([-15.0, 17.0, 19.0, 3.0, 0.0]) / 384.0,
        odd([-945.0, -1920.0, 1482.0, 776.0, 79.0]) / 92_160.0,
    ];
    Z + terms.iter().rev().fold(0.0, |sum, each| (sum + each) / freedom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_each_scale_are_the_ends_of_feeling() {
        for (survey, answers) in
            [(Survey::Nps, [0.0, 5.0, 10.0]), (Survey::Csat, [1.0, 3.0, 5.0]), (Survey::Ces, [1.0, 4.0, 7.0])]
        {
            assert_eq!(answers.map(|value| survey.feeling(value)), [Some(-2.0), Some(0.0), Some(2.0)]);
        }
        assert_eq!(Survey::Csat.feeling(0.0), None);
    }

    #[test]
    fn the_interval_is_students() {
        for (freedom, reach) in [(4.0, 2.7764), (9.0, 2.2622), (29.0, 2.0452), (1e6, 1.96)] {
            assert!((student(freedom) - reach).abs() < 1e-3, "{freedom}: {}", student(freedom));
        }
    }

    #[test]
    fn what_is_measured_disagrees_only_beyond_half_a_step() {
        let mut feelings = Sample::default();
        for feeling in [1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 0.0] {
            feelings.add(feeling);
        }
        let measured = Measured::of(TouchpointId(1), &feelings).expect("there are answers");
        // Mean 0.625, standard error 0.1830, Student's reach for 7 degrees 2.3646.
        assert!(
            (measured.low - 0.1923).abs() < 1e-3 && (measured.high - 1.0577).abs() < 1e-3,
            "{measured:?}"
        );
        let disagrees = Sentiment::ALL.map(|felt| measured.disagrees_with(felt));
        assert_eq!(disagrees, [true, true, false, false, true]);
        assert!(measured.is_enough());
        assert_eq!(Measured::of(TouchpointId(1), &Sample::default()), None);
    }
}
