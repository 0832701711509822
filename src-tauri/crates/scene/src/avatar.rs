//! The avatar of a persona: a head and shoulders on a disc, cut as if from paper of one tint. It is the same in the light
//! and in the dark theme, as a photograph would be.

use model::{Avatar, Face, Hair, PersonaDetails};

use crate::geometry::{Point, point};
use crate::pen::Pen;
use crate::shapes::solid;
use crate::{Palette, Primitive, Rect, Theme};

/// How much of the tint is in each kind of paper.
const GROUND: f64 = 0.24;
const CLOTH: f64 = 0.66;
const NECK: f64 = 0.16;
const SKIN: f64 = 0.045;

/// An avatar on a disc that fills a square of this size, whose left top corner is the origin.
pub fn portrait(avatar: Avatar, size: f64) -> Vec<Primitive> {
    drawn(avatar, point(size / 2.0, size / 2.0), size / 2.0)
}

/// A persona on a disc around a centre: its photo where there is one, or else its avatar.
pub(crate) fn pictured(details: &PersonaDetails, centre: Point, radius: f64) -> Vec<Primitive> {
    let Some(photo) = &details.photo else { return drawn(details.avatar, centre, radius) };
    let artist = Artist { avatar: details.avatar, centre, radius, palette: Theme::Light.palette() };
    let rect = Rect::new(centre.x - radius, centre.y - radius, 2.0 * radius, 2.0 * radius);
    // A ground is there also where the photo cannot be shown.
    vec![
        artist.filled(Pen::new().circle(centre, radius), GROUND),
        Primitive::Image { rect, radius, image: Some(photo.clone()) },
    ]
}

/// An avatar on a disc around a centre.
fn drawn(avatar: Avatar, centre: Point, radius: f64) -> Vec<Primitive> {
    let artist = Artist { avatar, centre, radius, palette: Theme::Light.palette() };
    let mut parts = vec![artist.filled(Pen::new().circle(centre, radius), GROUND)];
    parts.extend(artist.behind());
    parts.push(artist.filled(artist.shoulders(), CLOTH));
    parts.push(artist.filled(artist.neck(), NECK));
    if avatar.hair == Hair::Headscarf {
        parts.push(artist.filled(artist.wrap(), 1.0));
    } else {
        parts.extend([-0.36, 0.36].map(|x| artist.filled(artist.circle(x, -0.08, 0.075), NECK)));
    }
    let (wide, high) = if avatar.hair == Hair::Headscarf { (0.31, 0.37) } else { (0.36, 0.42) };
    parts.push(artist.filled(artist.oval(0.0, -0.1, wide, high), SKIN));
    parts.extend(artist.face());
    parts.extend(artist.before());
    parts
}

/// Who draws: in units of the disc's radius around its centre.
struct Artist {
    avatar: Avatar,
    centre: Point,
    radius: f64,
    palette: &'static Palette,
}

impl Artist {
    fn at(&self, x: f64, y: f64) -> Point {
        point(self.centre.x + x * self.radius, self.centre.y + y * self.radius)
    }

    fn paper(&self, share: f64) -> String {
        self.palette.paper(self.avatar.tint, share)
    }

    fn filled(&self, pen: Pen, share: f64) -> Primitive {
        Primitive::Path { d: pen.done(), fill: Some(self.paper(share)), stroke: None }
    }

    fn hair(&self, pen: Pen) -> Primitive {
        self.filled(pen, 1.0)
    }

    fn lined(&self, pen: Pen, width: f64) -> Primitive {
        let stroke = solid(&self.paper(1.0), width * self.radius);
        Primitive::Path { d: pen.done(), fill: None, stroke: Some(stroke) }
    }

    fn begin(&self, x: f64, y: f64) -> Pen {
        Pen::new().move_to(self.at(x, y))
    }

    fn circle(&self, x: f64, y: f64, radius: f64) -> Pen {
        Pen::new().circle(self.at(x, y), radius * self.radius)
    }

    fn oval(&self, x: f64, y: f64, wide: f64, high: f64) -> Pen {
        // Of four curves, as far from an ellipse as nobody sees.
        let (dx, dy) = (wide * 0.5523, high * 0.5523);
        let at = |right: f64, down: f64| self.at(x + right, y + down);
        Pen::new()
            .move_to(at(-wide, 0.0))
            .curve_to(at(-wide, -dy), at(-dx, -high), at(0.0, -high))
            .curve_to(at(dx, -high), at(wide, -dy), at(wide, 0.0))
            .curve_to(at(wide, dy), at(dx, high), at(0.0, high))
            .curve_to(at(-dx, high), at(-wide, dy), at(-wide, 0.0))
            .close()
    }

    /// Down to the rim of the disc.
    fn shoulders(&self) -> Pen {
        // Where the rim is as far to the side as the shoulders reach.
        let (side, low) = (0.78, 0.625_779);
        self.begin(-side, low)
            .curve_to(self.at(-0.7, 0.44), self.at(-0.46, 0.4), self.at(-0.17, 0.34))
            .line_to(self.at(0.17, 0.34))
            .curve_to(self.at(0.46, 0.4), self.at(0.7, 0.44), self.at(side, low))
            .arc_to(self.radius, true, self.at(-side, low))
            .close()
    }

    fn neck(&self) -> Pen {
        self.begin(-0.17, 0.1)
            .line_to(self.at(-0.17, 0.36))
            .bend_to(self.at(0.0, 0.58), self.at(0.17, 0.36))
            .line_to(self.at(0.17, 0.1))
            .close()
    }

    /// The scarf around neck and shoulders.
    fn wrap(&self) -> Pen {
        self.begin(-0.4, 0.1)
            .curve_to(self.at(-0.38, 0.36), self.at(-0.44, 0.42), self.at(-0.56, 0.47))
            .bend_to(self.at(0.0, 0.8), self.at(0.56, 0.47))
            .curve_to(self.at(0.44, 0.42), self.at(0.38, 0.36), self.at(0.4, 0.1))
            .close()
    }

    /// What of the hair is behind the shoulders.
    fn behind(&self) -> Vec<Primitive> {
        let fall = |side: f64, low: f64, round: f64| {
            let pen = self.begin(-side, low).curve_to(
                self.at(-side - 0.12, -0.78),
                self.at(side + 0.12, -0.78),
                self.at(side, low),
            );
            pen.bend_to(self.at(side - 0.02, low + round), self.at(side - 0.16, low + round))
                .line_to(self.at(0.16 - side, low + round))
                .bend_to(self.at(0.02 - side, low + round), self.at(-side, low))
                .close()
        };
        match self.avatar.hair {
            Hair::Bob => vec![self.hair(fall(0.46, 0.12, 0.12))],
            Hair::Long => vec![self.hair(fall(0.5, 0.46, 0.14))],
            Hair::Bun => vec![self.hair(self.circle(0.0, -0.64, 0.17))],
            Hair::Headscarf => vec![self.hair(self.oval(0.0, -0.12, 0.45, 0.5))],
            Hair::Curly => {
                let curls = [(-0.38, -0.2), (0.38, -0.2), (-0.36, -0.02), (0.36, -0.02)];
                curls.map(|(x, y)| self.hair(self.circle(x, y, 0.14))).to_vec()
            }
            Hair::Short | Hair::Parted | Hair::Bald => Vec::new(),
        }
    }

    /// What of the hair is before the face.
    fn before(&self) -> Vec<Primitive> {
        let crown = |pen: Pen| {
            pen.curve_to(self.at(-0.46, -0.66), self.at(0.46, -0.66), self.at(0.385, -0.12))
                .bend_to(self.at(0.37, -0.22), self.at(0.32, -0.28))
        };
        let fringe = crown(self.begin(-0.385, -0.12))
            .bend_to(self.at(0.0, -0.4), self.at(-0.32, -0.28))
            .bend_to(self.at(-0.37, -0.22), self.at(-0.385, -0.12))
            .close();
        let parting = crown(self.begin(-0.385, -0.12))
            .bend_to(self.at(0.0, -0.26), self.at(-0.16, -0.42))
            .bend_to(self.at(-0.22, -0.28), self.at(-0.385, -0.12))
            .close();
        match self.avatar.hair {
            Hair::Short | Hair::Bun => vec![self.hair(fringe)],
            Hair::Parted | Hair::Bob | Hair::Long => vec![self.hair(parting)],
            Hair::Curly => {
                let curls = [
                    (-0.31, -0.34, 0.14),
                    (-0.17, -0.46, 0.16),
                    (0.02, -0.5, 0.17),
                    (0.2, -0.45, 0.16),
                    (0.32, -0.33, 0.14),
                    (0.08, -0.38, 0.11),
                    (-0.1, -0.37, 0.11),
                ];
                curls.map(|(x, y, radius)| self.hair(self.circle(x, y, radius))).to_vec()
            }
            Hair::Headscarf | Hair::Bald => Vec::new(),
        }
    }

    fn face(&self) -> Vec<Primitive> {
        let eyes = [-0.14, 0.14].map(|x| self.hair(self.circle(x, -0.1, 0.034)));
        let mouth = |y: f64| {
            self.lined(self.begin(-0.11, y).bend_to(self.at(0.0, y + 0.11), self.at(0.11, y)), 0.034)
        };
        let mut parts = eyes.to_vec();
        match self.avatar.face {
            Face::Plain => parts.push(mouth(0.1)),
            Face::Freckles => {
                let dots =
                    [(-0.22, 0.0), (-0.17, 0.035), (-0.12, 0.0), (0.22, 0.0), (0.17, 0.035), (0.12, 0.0)];
                parts.extend(dots.map(|(x, y)| self.filled(self.circle(x, y, 0.014), 0.55)));
                parts.push(mouth(0.12));
            }
            Face::Glasses => {
                parts.extend([-0.145, 0.145].map(|x| self.lined(self.circle(x, -0.1, 0.11), 0.026)));
                let bridge = self.begin(-0.035, -0.11).bend_to(self.at(0.0, -0.14), self.at(0.035, -0.11));
                parts.extend([self.lined(bridge, 0.026), mouth(0.12)]);
            }
            Face::Moustache => {
                let half = |side: f64| {
                    self.begin(0.0, 0.05)
                        .curve_to(
                            self.at(side * 0.05, 0.0),
                            self.at(side * 0.13, 0.02),
                            self.at(side * 0.19, 0.1),
                        )
                        .curve_to(self.at(side * 0.13, 0.1), self.at(side * 0.05, 0.12), self.at(0.0, 0.08))
                        .close()
                };
                parts.extend([self.hair(half(-1.0)), self.hair(half(1.0)), mouth(0.15)]);
            }
            Face::Beard => parts.extend(self.beard()),
        }
        parts
    }

    fn beard(&self) -> Vec<Primitive> {
        let beard = self
            .begin(-0.36, -0.08)
            .curve_to(self.at(-0.37, 0.5), self.at(0.37, 0.5), self.at(0.36, -0.08))
            .curve_to(self.at(0.3, 0.06), self.at(0.2, 0.02), self.at(0.0, 0.02))
            .curve_to(self.at(-0.2, 0.02), self.at(-0.3, 0.06), self.at(-0.36, -0.08))
            .close();
        let smile = self.begin(-0.1, 0.12).bend_to(self.at(0.0, 0.21), self.at(0.1, 0.12)).done();
        let lips = solid(&self.paper(SKIN), 0.034 * self.radius);
        vec![self.hair(beard), Primitive::Path { d: smile, fill: None, stroke: Some(lips) }]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use model::StageTint;

    use super::*;

    #[test]
    fn every_choice_is_seen() {
        let mut seen = BTreeSet::new();
        for &face in Face::ALL {
            for &hair in Hair::ALL {
                for &tint in StageTint::ALL {
                    seen.insert(format!("{:?}", portrait(Avatar { face, hair, tint }, 100.0)));
                }
            }
        }
        assert_eq!(seen.len(), Face::ALL.len() * Hair::ALL.len() * StageTint::ALL.len());
    }
}
