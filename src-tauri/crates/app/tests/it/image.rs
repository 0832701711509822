//! Image files made small, and what becomes of them on touchpoints.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use app::{AppError, DetailChange, PersonaChange, read_image};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use model::Image;
use tempfile::TempDir;

/// The start of a JPEG of 20 by 10 pixels, which is kept as any is.
pub const JPEG: [u8; 15] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 10, 0, 20, 1, 1, 0x11, 0];

/// What gives a touchpoint an image.
pub fn shown() -> DetailChange {
    DetailChange::Image(Image::of(&JPEG))
}

/// What gives a persona a photo.
pub fn photo() -> PersonaChange {
    PersonaChange::Photo(Image::of(&JPEG))
}

/// An orientation by a quarter, as cameras write it (Exif 2.32, 4.6.4): whoever looks turns the image to the right.
const TURNED: &[u8] =
    b"\xFF\xE1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";

fn bytes_of(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("an image");
    bytes.into_inner()
}

/// Reads a file of these bytes.
fn read(bytes: &[u8]) -> Result<RgbImage, AppError> {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("image");
    fs::write(&path, bytes).expect("written");
    let small = read_image(&path)?;
    Ok(image::load_from_memory_with_format(small.bytes(), ImageFormat::Jpeg).expect("a JPEG").into_rgb8())
}

fn is_like(pixel: Rgb<u8>, wanted: [u8; 3]) -> bool {
    pixel.0.iter().zip(wanted).all(|(&is, wanted)| is.abs_diff(wanted) < 24)
}

#[test]
fn an_image_becomes_small_and_stands_on_white() {
    let mut large = RgbaImage::from_pixel(2400, 1200, Rgba([20, 120, 200, 255]));
    for pixel in large.pixels_mut().take(2400 * 600) {
        pixel.0[3] = 0;
    }
    let large = DynamicImage::ImageRgba8(large);
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let small = read(&bytes_of(&large, format)).unwrap();
        assert_eq!(small.dimensions(), (640, 320));
        assert!(is_like(*small.get_pixel(300, 40), [255, 255, 255]));
        assert!(is_like(*small.get_pixel(300, 280), [20, 120, 200]));
    }
    let tiny = DynamicImage::ImageRgb8(RgbImage::from_pixel(3, 2, Rgb([9, 9, 9])));
    assert_eq!(read(&bytes_of(&tiny, ImageFormat::Png)).unwrap().dimensions(), (3, 2));
}

#[test]
fn a_photo_stands_upright_and_says_no_more_where_it_was_taken() {
    let mut lying = RgbImage::from_pixel(64, 32, Rgb([200, 30, 30]));
    for (x, _, pixel) in lying.enumerate_pixels_mut() {
        if x < 32 {
            *pixel = Rgb([30, 30, 200]);
        }
    }
    let mut photo = bytes_of(&DynamicImage::ImageRgb8(lying), ImageFormat::Jpeg);
    photo.splice(2..2, TURNED.iter().copied());
    let upright = read(&photo).unwrap();
    assert_eq!(upright.dimensions(), (32, 64));
    // Its left is at the top now.
    assert!(
        is_like(*upright.get_pixel(16, 10), [30, 30, 200])
            && is_like(*upright.get_pixel(16, 54), [200, 30, 30])
    );

    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("photo"), &photo).unwrap();
    let small = read_image(&folder.path().join("photo")).unwrap();
    assert!(!small.bytes().windows(4).any(|part| part == b"Exif"));
}

#[test]
fn what_is_no_image_is_refused_with_its_name() {
    let folder = TempDir::new().unwrap();
    let refused = |path: &Path| match read_image(path) {
        Err(error @ AppError::NoImage { .. }) => error.to_string(),
        other => panic!("{}: {other:?}", path.display()),
    };
    assert!(refused(folder.path()).contains("this is no file"));
    assert!(refused(&folder.path().join("missing.png")).contains("missing.png"));
    // A PNG of 60,000 by 60,000 pixels, in 60 bytes.
    let mut bomb = bytes_of(&DynamicImage::ImageRgb8(RgbImage::new(1, 1)), ImageFormat::Png);
    bomb.splice(16..24, [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let half = bytes_of(&DynamicImage::ImageRgb8(RgbImage::new(900, 900)), ImageFormat::Png);
    for (number, bytes) in
        [&b"a, b\n1, 2\n"[..], b"", b"<svg/>", &bomb, &half[..half.len() / 2]].iter().enumerate()
    {
        let path = folder.path().join(format!("{number}.png"));
        fs::write(&path, bytes).unwrap();
        assert!(refused(&path).contains(&format!("{number}.png")));
    }
}
