//! Light and dark: every colour that a picture uses.

use std::sync::LazyLock;

use model::{Sentiment, StageTint};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::primitive::{Colour, channels};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark ink on white.
    #[default]
    Light,
    /// Light ink on near black.
    Dark,
}

impl Theme {
    /// The colours of this theme.
    pub fn palette(self) -> &'static Palette {
        static LIGHT: LazyLock<Palette> = LazyLock::new(light);
        static DARK: LazyLock<Palette> = LazyLock::new(dark);
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// The colours of a theme. Text stands in `ink`, `muted`, `accent`, `loss` or a stage's `tone`, all of which reach a
/// contrast of 4.5 : 1 on every ground on which they are set.
#[derive(Debug)]
pub struct Palette {
    /// Behind everything.
    pub background: Colour,
    /// Cards, chips and stage nodes.
    pub surface: Colour,
    /// Thin outlines and rules.
    pub hairline: Colour,
    /// Titles and numbers.
    pub ink: Colour,
    /// What is said more quietly.
    pub muted: Colour,
    /// Curves without evidence.
    pub line: Colour,
    /// Curves that step back behind others.
    pub quiet: Colour,
    /// The ways that customers take and the map does not have.
    pub ghost: Colour,
    /// The one accent.
    pub accent: Colour,
    /// What is lost.
    pub loss: Colour,
    /// The ground of a drop-off marker.
    pub loss_ground: Colour,
    /// The ground of a marker that is no loss.
    pub stay_ground: Colour,
    /// Those of each tint, which stages have by their position, again from the first after the last.
    pub stages: Vec<StageColours>,
    /// From a conversion of 0 to one of 1, evenly spaced.
    ramp: Ramp,
    /// The same of returns.
    returns: Ramp,
    /// From the shortest time to the longest.
    paces: Ramp,
    /// The hues of feeling bad and of feeling good.
    feelings: [[u8; 3]; 2],
}

/// Colours from low to high, evenly spaced.
type Ramp = [[u8; 3]; 3];

/// What sets a node off by its ground and its rim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tint {
    /// What it stands on.
    pub ground: Colour,
    /// What is around it.
    pub rim: Colour,
}

/// The colours of one stage.
#[derive(Debug)]
pub struct StageColours {
    /// The ground of its column.
    pub tint: Colour,
    /// Its icons and its number.
    pub tone: Colour,
    /// The disc behind an icon.
    pub disc: Colour,
    /// The outline of its node.
    pub rim: Colour,
}

/// What a tint of stages looks like where it is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TintSample {
    /// Which.
    pub tint: StageTint,
    /// Its tone in the light theme.
    pub light: Colour,
    /// Its tone in the dark one.
    pub dark: Colour,
}

/// All tints of stages, in the order in which a list shows them.
pub fn stage_tints() -> Vec<TintSample> {
    let tone = |theme: Theme, tint| theme.palette().tinted(tint).tone.clone();
    let sample = |&tint: &StageTint| TintSample {
        tint,
        light: tone(Theme::Light, tint),
        dark: tone(Theme::Dark, tint),
    };
    StageTint::ALL.iter().map(sample).collect()
}

impl Palette {
    /// The colours of the stage at a position.
    pub fn stage(&self, position: usize) -> &StageColours {
        &self.stages[position % self.stages.len()]
    }

    /// The colours of a stage with a tint.
    pub fn tinted(&self, tint: StageTint) -> &StageColours {
        self.stage(StageTint::ALL.iter().position(|each| *each == tint).unwrap_or(0))
    }

    /// White paper with so much of a tint in it.
    pub(crate) fn paper(&self, tint: StageTint, share: f64) -> Colour {
        hex(blend(rgb(&self.tinted(tint).tone), [255, 255, 255], share))
    }

    /// The colour of a conversion from 0 to 1. Sand over teal to deep blue: the lightness runs one way and the hues
    /// differ along blue and yellow, so the order survives every common colour blindness.
    pub fn conversion(&self, rate: f64) -> Colour {
        along(&self.ramp, rate)
    }

    /// The colour of a conversion that leads back to an earlier stage: of a hue that no step forward has, since many
    /// who turn back are no success.
    pub fn returning(&self, rate: f64) -> Colour {
        along(&self.returns, rate)
    }

    /// The colour of a time from the shortest on the map, 0, to the longest, 1.
    pub fn pace(&self, share: f64) -> Colour {
        along(&self.paces, share)
    }

    /// The colour of a difference: from the largest below, -1, to the largest above, 1, in the hues of
    /// [`feeling`](Self::feeling), none of which is paler than what is not clear.
    pub fn difference(&self, share: f64) -> Colour {
        let [below, above] = self.feelings;
        let hue = if share < 0.0 { below } else { above };
        hex(blend(hue, rgb(&self.surface), 0.45 + 0.55 * share.abs().min(1.0)))
    }

    /// The tint of a share of the largest loss on the map.
    pub fn loss_tint(&self, share: f64) -> Tint {
        self.tint(rgb(&self.loss), share.clamp(0.0, 1.0))
    }

    /// The tint of a feeling: orange for bad and blue for good, which every common colour blindness tells apart.
    pub fn feeling(&self, sentiment: Sentiment) -> Tint {
        let [bad, good] = self.feelings;
        match sentiment {
            Sentiment::VeryNegative => self.tint(bad, 1.0),
            Sentiment::Negative => self.tint(bad, 0.4),
            Sentiment::Neutral => Tint { ground: self.surface.clone(), rim: self.line.clone() },
            Sentiment::Positive => self.tint(good, 0.4),
            Sentiment::VeryPositive => self.tint(good, 1.0),
        }
    }

    /// So much of a hue that texts on it can still be read.
    fn tint(&self, hue: [u8; 3], share: f64) -> Tint {
        let surface = rgb(&self.surface);
        Tint {
            ground: hex(blend(hue, surface, 0.03 + 0.13 * share)),
            rim: hex(blend(hue, surface, 0.3 + 0.7 * share)),
        }
    }
}

/// The colour on a ramp at a share from 0 to 1.
fn along(ramp: &Ramp, share: f64) -> Colour {
    let along = share.clamp(0.0, 1.0) * 2.0;
    let (low, high, share) = if along < 1.0 { (0, 1, along) } else { (1, 2, along - 1.0) };
    hex(blend(ramp[high], ramp[low], share))
}

fn light() -> Palette {
    let tones = ["#2e5c9e", "#1f6f68", "#8a5a13", "#9c3b5b", "#6147a6", "#4b6b1f", "#47566b", "#99492a"];
    Palette {
        background: "#ffffff".to_owned(),
        surface: "#ffffff".to_owned(),
        hairline: "#dce0e6".to_owned(),
        ink: "#1b1f27".to_owned(),
        muted: "#5a6372".to_owned(),
        line: "#9aa4b2".to_owned(),
        quiet: "#d5dae1".to_owned(),
        ghost: "#a3acb9".to_owned(),
        accent: "#2f5bd7".to_owned(),
        loss: "#b3372b".to_owned(),
        loss_ground: "#fbebe8".to_owned(),
        stay_ground: "#edf1f6".to_owned(),
        stages: tones.iter().map(|tone| stage_colours(tone, "#ffffff", 0.05)).collect(),
        ramp: [[0xcf, 0xa8, 0x63], [0x43, 0x97, 0x8d], [0x12, 0x3f, 0x66]],
        returns: [[0xd9, 0xa3, 0xbb], [0xb4, 0x5a, 0x84], [0x7a, 0x1f, 0x4e]],
        paces: [[0xb6, 0xa2, 0xd8], [0x7d, 0x58, 0xb3], [0x3f, 0x1a, 0x6b]],
        feelings: [[0xb0, 0x51, 0x0b], [0x1c, 0x5f, 0xad]],
    }
}

fn dark() -> Palette {
    let tones = ["#8db4f0", "#6cc5b9", "#ddb068", "#e893ac", "#b3a0ee", "#a8c878", "#a9b7c9", "#e8a083"];
    Palette {
        background: "#111419".to_owned(),
        surface: "#1d2229".to_owned(),
        hairline: "#343c47".to_owned(),
        ink: "#eceff4".to_owned(),
        muted: "#a7b0be".to_owned(),
        line: "#697586".to_owned(),
        quiet: "#3a434f".to_owned(),
        ghost: "#66717f".to_owned(),
        accent: "#8fb0ff".to_owned(),
        loss: "#ff9c8c".to_owned(),
        loss_ground: "#3b2422".to_owned(),
        stay_ground: "#2a323d".to_owned(),
        stages: tones.iter().map(|tone| stage_colours(tone, "#111419", 0.07)).collect(),
        ramp: [[0x96, 0x76, 0x42], [0x4f, 0xb3, 0xa4], [0xc4, 0xea, 0xf6]],
        returns: [[0x8f, 0x58, 0x70], [0xcb, 0x82, 0xa4], [0xf8, 0xcf, 0xe1]],
        paces: [[0x72, 0x60, 0x9c], [0xa6, 0x8b, 0xdd], [0xe8, 0xdd, 0xff]],
        feelings: [[0xf2, 0xa2, 0x58], [0x7c, 0xb6, 0xf6]],
    }
}

fn stage_colours(tone: &str, ground: &str, share: f64) -> StageColours {
    let over = |share| hex(blend(rgb(tone), rgb(ground), share));
    StageColours { tint: over(share), tone: tone.to_owned(), disc: over(share * 2.6), rim: over(0.38) }
}

/// `share` of one colour over the rest of another.
fn blend(over: [u8; 3], under: [u8; 3], share: f64) -> [u8; 3] {
    std::array::from_fn(|channel| {
        let (over, under) = (f64::from(over[channel]), f64::from(under[channel]));
        (under + (over - under) * share).round() as u8
    })
}

fn rgb(colour: &str) -> [u8; 3] {
    let [red, green, blue, _] = channels(colour);
    [red, green, blue]
}

fn hex([red, green, blue]: [u8; 3]) -> Colour {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut colour = String::with_capacity(7);
    colour.push('#');
    for channel in [red, green, blue] {
        colour.push(char::from(DIGITS[usize::from(channel >> 4)]));
        colour.push(char::from(DIGITS[usize::from(channel & 15)]));
    }
    colour
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    fn contrast(one: &str, other: &str) -> f64 {
        let luminance = |colour: &str| {
            let linear = rgb(colour).map(|channel| {
                let share = f64::from(channel) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_stands_out_from_its_ground() {
        for theme in [Theme::Light, Theme::Dark] {
            let palette = theme.palette();
            let mut grounds = vec![&palette.background, &palette.surface];
            grounds.extend(palette.stages.iter().map(|stage| &stage.tint));
            for ink in [&palette.ink, &palette.muted, &palette.accent, &palette.loss] {
                for ground in &grounds {
                    assert!(contrast(ink, ground) >= 4.5, "{theme:?}: {ink} on {ground}");
                }
            }
            assert!(contrast(&palette.loss, &palette.loss_ground) >= 4.5);
            assert!(contrast(&palette.muted, &palette.stay_ground) >= 4.5);
            let tints = Sentiment::ALL.map(|sentiment| palette.feeling(sentiment));
            for Tint { ground, .. } in
                tints.into_iter().chain([0.0, 0.5, 1.0].map(|share| palette.loss_tint(share)))
            {
                for ink in [&palette.ink, &palette.muted] {
                    assert!(contrast(ink, &ground) >= 4.5, "{theme:?}: {ink} on {ground}");
                }
            }
            for stage in &palette.stages {
                for ground in [&stage.disc, &palette.surface, &stage.tint] {
                    assert!(contrast(&stage.tone, ground) >= 4.5, "{theme:?}: {} on {ground}", stage.tone);
                }
            }
        }
    }

    #[test]
    fn each_tint_has_colours_of_its_own_in_each_theme() {
        for theme in [Theme::Light, Theme::Dark] {
            let tones: std::collections::BTreeSet<_> =
                StageTint::ALL.iter().map(|tint| &theme.palette().tinted(*tint).tone).collect();
            assert_eq!(tones.len(), StageTint::ALL.len());
            assert_eq!(theme.palette().stages.len(), StageTint::ALL.len());
        }
    }

    #[test]
    fn each_ramp_leaves_the_ground_step_by_step() {
        for theme in [Theme::Light, Theme::Dark] {
            let palette = theme.palette();
            for ramp in [Palette::conversion, Palette::returning, Palette::pace] {
                let steps: Vec<f64> = (0..=10)
                    .map(|step| contrast(&ramp(palette, f64::from(step) / 10.0), &palette.background))
                    .collect();
                assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{theme:?}: {steps:?}");
                assert!(steps[0] > 2.0, "{theme:?}: the lowest is still seen: {steps:?}");
            }
        }
    }

    #[test]
    fn ghost_paths_stand_out_half_as_much_as_real_ones() {
        for theme in [Theme::Light, Theme::Dark] {
            let palette = theme.palette();
            let (ghost, real) = (&palette.ghost, &palette.conversion(0.5));
            let [ghost, real] = [ghost, real].map(|colour| contrast(colour, &palette.background) - 1.0);
            assert!((0.4..0.6).contains(&(ghost / real)), "{theme:?}: {}", ghost / real);
        }
    }
}
