//! Image files that people give to touchpoints, made small.

use std::fs;
use std::io::{self, Cursor};
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, Rgb, RgbImage};
use model::{EDGE, Image};

use crate::AppError;

/// The largest file that is read, in bytes.
const FILE: u64 = 64 << 20;

/// The most memory that an image may take while it is made small, in bytes.
const MEMORY: u64 = 512 << 20;

/// How good the small image is, of 100.
const QUALITY: u8 = 84;

/// Reads a PNG, JPEG or WebP, and makes a small image of it: upright, on white where it is transparent, and without all
/// else that is in the file, such as where a photo was taken.
pub fn read_image(path: &Path) -> Result<Image, AppError> {
    let refused = |reason: String| AppError::NoImage { image_path: path.to_owned(), reason };
    let whole = read(path).and_then(|bytes| upright(bytes).map_err(io::Error::other));
    let small = whole.map_err(|error| refused(error.to_string()))?;
    let mut bytes = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&small);
    written.map_err(|error| refused(error.to_string()))?;
    Image::of(&bytes).ok_or_else(|| refused("it cannot be made small enough".to_owned()))
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("this is no file"));
    }
    if about.len() > FILE {
        return Err(io::Error::other("the file has more than 64 MB"));
    }
    fs::read(path)
}

fn upright(bytes: Vec<u8>) -> Result<RgbImage, ImageError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut whole = DynamicImage::from_decoder(decoder)?;
    if whole.width().max(whole.height()) > EDGE {
        whole = whole.resize(EDGE, EDGE, FilterType::CatmullRom);
    }
    whole.apply_orientation(orientation);
    let mut small = RgbImage::new(whole.width(), whole.height());
    for (to, from) in small.pixels_mut().zip(whole.into_rgba8().pixels()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        *to = Rgb([red, green, blue].map(|part| ((part * alpha + 255 * (255 - alpha)) / 255) as u8));
    }
    Ok(small)
}
