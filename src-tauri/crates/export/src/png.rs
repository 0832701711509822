//! A scene as PNG.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use ::png::{BitDepth, ColorType, Encoder, Writer, chunk};
use scene::{Scene, SvgOptions};
use usvg::Tree;

use crate::ExportError;
use crate::carried::NAME;
use crate::deflate::{Checksum, HEAD, Piece};
use crate::fonts::fonts;
use crate::paint::{Band, Picture};

/// The rows that are painted at once.
const ROWS: u32 = 256;
/// More pixels than this, many programs refuse to open.
const MOST_PIXELS: u64 = 250_000_000;

/// How to make a PNG.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PngOptions<'a> {
    /// Pixels for each scene unit, 1 to 4.
    pub scale: f32,
    /// What the file is to carry, so that it can be opened again.
    pub carried: Option<&'a str>,
}

impl Default for PngOptions<'_> {
    /// Twice the size on a screen: sharp in print and on dense displays.
    fn default() -> Self {
        Self { scale: 2.0, carried: None }
    }
}

/// Paints a scene and gives the bytes of a PNG file: 8 bits each of red, green and blue.
pub fn png(scene: &Scene, options: &PngOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let (width, height) = size(scene, options.scale)?;
    let picture = picture(scene, options.scale)?;
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_pixel_dims(Some(pixel_size(options.scale)));
    if let Some(carried) = options.carried {
        encoder.add_itxt_chunk(NAME.to_owned(), carried.to_owned())?;
    }
    let mut writer = encoder.write_header()?;
    write_bands(&picture, (width, height), &mut writer)?;
    writer.finish()?;
    Ok(file)
}

/// A scene as pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, row by row. None shines through.
    pub bytes: Vec<u8>,
}

/// Paints a scene with so many pixels for each of its units, 1 to 4.
pub fn pixels(scene: &Scene, scale: f32) -> Result<Pixels, ExportError> {
    let (width, height) = size(scene, scale)?;
    let picture = picture(scene, scale)?;
    let mut bytes = Vec::with_capacity(width as usize * height as usize * 4);
    for top in (0..height).step_by(ROWS as usize) {
        let band = Band { top, width, height: ROWS.min(height - top) };
        let too_large = ExportError::TooLarge { width: width.into(), height: height.into() };
        bytes.extend_from_slice(picture.paint(&band).ok_or(too_large)?.data());
    }
    Ok(Pixels { width, height, bytes })
}

fn picture(scene: &Scene, scale: f32) -> Result<Picture, ExportError> {
    let svg = scene::svg(scene, &SvgOptions { place_fallbacks: true, ..SvgOptions::default() });
    let reading =
        usvg::Options { fontdb: fonts(), font_family: "Inter".to_owned(), ..usvg::Options::default() };
    Ok(Picture::new(Tree::from_str(&svg, &reading)?, scale))
}

/// The size of the picture in pixels.
fn size(scene: &Scene, scale: f32) -> Result<(u32, u32), ExportError> {
    if !(1.0..=4.0).contains(&scale) {
        return Err(ExportError::Scale(scale));
    }
    let pixels = |length: f64| (length * f64::from(scale)).round().max(1.0) as u64;
    let (width, height) = (pixels(scene.bounds.width), pixels(scene.bounds.height));
    if width.saturating_mul(height) > MOST_PIXELS {
        return Err(ExportError::TooLarge { width, height });
    }
    let fits = |length| u32::try_from(length).map_err(|_| ExportError::TooLarge { width, height });
    Ok((fits(width)?, fits(height)?))
}

/// A scene unit is a CSS pixel: 96 to the inch.
fn pixel_size(scale: f32) -> ::png::PixelDimensions {
    let per_metre = (f64::from(scale) * 96.0 / 0.0254).round() as u32;
    ::png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: ::png::Unit::Meter }
}

/// Paints and compresses band by band on all cores while the finished ones are written, so that memory holds a few
/// bands only.
fn write_bands(
    picture: &Picture,
    (width, height): (u32, u32),
    file: &mut Writer<&mut Vec<u8>>,
) -> Result<(), ExportError> {
    let count = height.div_ceil(ROWS);
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(count as usize);
    let next = AtomicU32::new(0);
    let (done, receiver) = sync_channel(workers);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (done, next) = (done.clone(), &next);
            scope.spawn(move || make_pieces(picture, (width, height), next, &done));
        }
        drop(done);
        write_in_order(&receiver, file, (width, height))
    })
}

type Made = (u32, Option<Piece>);

fn make_pieces(picture: &Picture, (width, height): (u32, u32), next: &AtomicU32, done: &SyncSender<Made>) {
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let top = index * ROWS;
        if top >= height {
            return;
        }
        let band = Band { top, width, height: ROWS.min(height - top) };
        let last = top + band.height == height;
        let piece = picture.paint(&band).map(|pixels| Piece::of(&pixels, last));
        if done.send((index, piece)).is_err() {
            return;
        }
    }
}

fn write_in_order(
    receiver: &Receiver<Made>,
    file: &mut Writer<&mut Vec<u8>>,
    (width, height): (u32, u32),
) -> Result<(), ExportError> {
    let mut waiting = BTreeMap::new();
    let mut due = 0;
    let mut checksum = Checksum::new();
    file.write_chunk(chunk::IDAT, &HEAD)?;
    for (index, piece) in receiver {
        let too_large = ExportError::TooLarge { width: width.into(), height: height.into() };
        waiting.insert(index, piece.ok_or(too_large)?);
        while let Some(piece) = waiting.remove(&due) {
            checksum.add(&piece);
            file.write_chunk(chunk::IDAT, &piece.bytes)?;
            due += 1;
        }
    }
    file.write_chunk(chunk::IDAT, &checksum.tail())?;
    Ok(())
}
