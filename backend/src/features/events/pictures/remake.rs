//! Makes a picture anew: what was sent is decoded within limits, turned as its camera held it, made smaller, and written
//! as a JPEG without anything else that the file said. Pure.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use shared::words::Text;

/// Millions of pixels that are decoded.
const MEGAPIXELS: u64 = 40;
/// Memory for one picture: so many pixels of four parts of two bytes.
const MAX_BYTES: u64 = MEGAPIXELS * 1_000_000 * 8;
/// Wider ones are made smaller, and so are those that are much higher than wide.
const MAX_WIDTH: u32 = 1_600;
const MAX_HEIGHT: u32 = 2 * MAX_WIDTH;
/// Of 100; above it files grow and eyes see no difference.
const QUALITY: u8 = 82;

/// A picture that was made anew.
#[derive(Debug)]
pub(super) struct Remade {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) jpeg: Vec<u8>,
}

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It is no picture, or none that is whole.
    Unreadable,
    /// It would become too large when it is decoded, whatever the size of the file.
    TooManyPixels,
}

impl Unusable {
    /// The words for it.
    pub(super) fn text(self) -> Text {
        match self {
            Self::Unreadable => Text::new("invalid.picture_unreadable"),
            Self::TooManyPixels => Text::new("invalid.picture_too_many_pixels").with("max", MEGAPIXELS),
        }
    }
}

impl From<ImageError> for Unusable {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooManyPixels,
            _ => Self::Unreadable,
        }
    }
}

/// Makes a picture anew.
pub(super) fn remake(file: &[u8]) -> Result<Remade, Unusable> {
    let picture = small(decode(file)?);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&picture)?;
    Ok(Remade {
        width: picture.width(),
        height: picture.height(),
        jpeg,
    })
}

/// The picture as it is to be seen. How many pixels it has is looked at before any is decoded.
fn decode(file: &[u8]) -> Result<DynamicImage, Unusable> {
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| Unusable::Unreadable)?;
    let is_known = matches!(
        reader.format(),
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)
    );
    if !is_known {
        return Err(Unusable::Unreadable);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MEGAPIXELS * 1_000_000 {
        return Err(Unusable::TooManyPixels);
    }
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The picture in its final size, on white where one could look through it.
fn small(picture: DynamicImage) -> RgbImage {
    let is_large = picture.width() > MAX_WIDTH || picture.height() > MAX_HEIGHT;
    let picture = if is_large {
        picture.resize(MAX_WIDTH, MAX_HEIGHT, FilterType::Triangle)
    } else {
        picture
    };
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen = picture.into_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let over = |part: u8| {
            let mixed = u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([red, green, blue].map(over))
    })
}

#[cfg(test)]
mod tests {
    use image::{ColorType, Rgb, Rgba, RgbaImage};

    use super::*;

    fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    /// Red on the left, blue on the right.
    fn flag(width: u32, height: u32) -> DynamicImage {
        RgbImage::from_fn(width, height, |x, _| {
            if x < width / 2 {
                Rgb([250, 0, 0])
            } else {
                Rgb([0, 0, 250])
            }
        })
        .into()
    }

    /// A JPEG that says how the camera was held, and where.
    fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let tiff = [
            b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(),
            &[orientation, 0, 0, 0, 0, 0, 0],
            b"GPS 35.6812,139.7671",
        ]
        .concat();
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xFF, 0xE1], &length, &tiff, &jpeg[2..]].concat()
    }

    #[test]
    fn pictures_of_three_formats_become_small_jpegs() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let made = remake(&encoded(&flag(2_000, 1_000), format)).unwrap();
            assert_eq!((made.width, made.height), (1_600, 800), "{format:?}");
            assert_eq!(image::guess_format(&made.jpeg).unwrap(), ImageFormat::Jpeg);
        }
        let made = remake(&encoded(&flag(30, 20), ImageFormat::Png)).unwrap();
        assert_eq!((made.width, made.height), (30, 20), "what is small stays so");
        let made = remake(&encoded(&flag(100, 8_000), ImageFormat::Png)).unwrap();
        assert_eq!((made.width, made.height), (40, 3_200));
    }

    #[test]
    fn a_picture_is_turned_and_says_nothing_of_its_camera() {
        let sent = with_exif(&encoded(&flag(40, 20), ImageFormat::Jpeg), 6);
        assert!(String::from_utf8_lossy(&sent).contains("GPS"));
        let made = remake(&sent).unwrap();
        assert_eq!((made.width, made.height), (20, 40));
        let shown = image::load_from_memory(&made.jpeg).unwrap().into_rgb8();
        assert!(shown.get_pixel(10, 3).0[0] > 200 && shown.get_pixel(10, 36).0[2] > 200);
        let said = String::from_utf8_lossy(&made.jpeg);
        assert!(!said.contains("Exif") && !said.contains("GPS"));
    }

    #[test]
    fn what_one_can_look_through_stands_on_white() {
        let glass = RgbaImage::from_pixel(8, 8, Rgba([0, 0, 0, 0]));
        let made = remake(&encoded(&glass.into(), ImageFormat::Png)).unwrap();
        let shown = image::load_from_memory(&made.jpeg).unwrap().into_rgb8();
        assert!(shown.pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let jpeg = encoded(&flag(40, 20), ImageFormat::Jpeg);
        let png = encoded(&flag(40, 20), ImageFormat::Png);
        let named = |start: &[u8]| [start, &[0; 64]].concat();
        for file in [
            Vec::new(),
            b"hello".to_vec(),
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
                .to_vec(),
            named(b"\xFF\xD8\xFF\xE0"),
            named(b"\x89PNG\r\n\x1a\n"),
            named(b"RIFF\x40\0\0\0WEBPVP8 "),
            jpeg[..20].to_vec(),
            png[..60].to_vec(),
        ] {
            assert_eq!(
                remake(&file).unwrap_err(),
                Unusable::Unreadable,
                "{:?}",
                &file[..file.len().min(12)]
            );
        }
    }

    #[test]
    fn a_small_file_of_very_many_pixels_is_refused_before_it_is_decoded() {
        let mut png = encoded(&flag(40, 20), ImageFormat::Png);
        for (width, height) in [(50_000_u32, 50_000_u32), (8_000, 8_000), (40_000_001, 1)] {
            png[16..20].copy_from_slice(&width.to_be_bytes());
            png[20..24].copy_from_slice(&height.to_be_bytes());
            let sum = crc32(&png[12..29]).to_be_bytes();
            png[29..33].copy_from_slice(&sum);
            assert_eq!(remake(&png).unwrap_err(), Unusable::TooManyPixels, "{width} × {height}");
        }
        assert_eq!(ColorType::Rgba16.bytes_per_pixel(), 8, "the most that a pixel takes");
    }

    /// The checksum of a PNG's piece.
    fn crc32(bytes: &[u8]) -> u32 {
        let step = |sum: u32, byte: &u8| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 }
            })
        };
        !bytes.iter().fold(u32::MAX, step)
    }
}
