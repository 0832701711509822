//! Pictures and how far two of them are apart.

use std::path::Path;

use image::RgbImage;

/// The side of the tiles over which [`Picture::difference`] averages.
const TILE: u32 = 32;

/// A picture in memory.
#[derive(Clone, PartialEq)]
pub struct Picture(RgbImage);

/// How far apart two pictures are, in levels of a channel from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The mean over all pixels and channels.
    pub mean: f64,
    /// The mean over the tile where they differ most.
    pub worst: f64,
    /// The left top corner of that tile.
    pub at: (u32, u32),
}

impl Picture {
    /// Reads a picture from a file.
    pub fn read(path: &Path) -> Self {
        let picture = image::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self(picture.to_rgb8())
    }

    /// Writes it to a file.
    pub fn write(&self, path: &Path) {
        self.0.save(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Its width and height.
    pub fn size(&self) -> (u32, u32) {
        self.0.dimensions()
    }

    /// A part of it.
    #[must_use]
    pub fn part(&self, left: u32, top: u32, width: u32, height: u32) -> Self {
        let inside = left + width <= self.0.width() && top + height <= self.0.height();
        assert!(inside, "({left}, {top}, {width}, {height}) is not inside {:?}", self.size());
        Self(image::imageops::crop_imm(&self.0, left, top, width, height).to_image())
    }

    /// How many different colours it has: an unpainted window has one.
    pub fn colours(&self) -> usize {
        self.0.pixels().map(|pixel| pixel.0).collect::<std::collections::BTreeSet<_>>().len()
    }

    /// How far it is from another of the same size.
    pub fn difference(&self, other: &Self) -> Difference {
        assert_eq!(self.size(), other.size(), "pictures of two sizes are not compared");
        let (width, height) = self.size();
        let mut difference = Difference { mean: 0.0, worst: 0.0, at: (0, 0) };
        for top in (0..height).step_by(TILE as usize) {
            for left in (0..width).step_by(TILE as usize) {
                let (right, bottom) = ((left + TILE).min(width), (top + TILE).min(height));
                let total = self.apart(other, (left, right), (top, bottom));
                difference.mean += total;
                let mean = total / f64::from((right - left) * (bottom - top) * 3);
                if mean > difference.worst {
                    (difference.worst, difference.at) = (mean, (left, top));
                }
            }
        }
        difference.mean /= f64::from(width * height * 3);
        difference
    }

    /// The sum of the absolute differences over a tile.
    fn apart(&self, other: &Self, columns: (u32, u32), rows: (u32, u32)) -> f64 {
        let mut total = 0;
        for y in rows.0..rows.1 {
            for x in columns.0..columns.1 {
                let pairs = self.0.get_pixel(x, y).0.into_iter().zip(other.0.get_pixel(x, y).0);
                total += pairs.map(|(one, two)| u32::from(one.abs_diff(two))).sum::<u32>();
            }
        }
        f64::from(total)
    }
}
