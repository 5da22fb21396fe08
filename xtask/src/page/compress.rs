//! Every text-like file of the page once as brotli and once as gzip, as small as they get:
//! the server then sends files and compresses nothing.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use crate::failure::{Failure, OrFail as _, Result};

/// Kinds of files worth compressing; pictures and fonts are compressed already.
const KINDS: [&str; 13] = [
    "html",
    "css",
    "js",
    "mjs",
    "wasm",
    "bin",
    "json",
    "svg",
    "txt",
    "xml",
    "ico",
    "map",
    "webmanifest",
];

/// Compresses all fitting files below `page`, several at a time.
pub(crate) fn all(page: &Path) -> Result<()> {
    let mut files = files(page)?;
    files.retain(|file| is_worthwhile(file));
    // The largest is taken first: it takes as long as all the others together.
    files.sort_by_key(|file| file.metadata().map_or(0, |about| about.len()));
    let queue = Mutex::new(files);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let work = || -> Result<()> {
        loop {
            let next = queue
                .lock()
                .map_err(|_| Failure::new("Compressing panicked; see above."))?
                .pop();
            match next {
                Some(file) => one(&file)?,
                None => return Ok(()),
            }
        }
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let panicked = |_| Err(Failure::new("Compressing panicked; see above."));
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(panicked))
    })
}

/// All files below a folder.
pub(crate) fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).or_fail(|| format!("{} cannot be read", dir.display()))? {
        let path = entry.or_fail(|| format!("{} cannot be read", dir.display()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The name of a compressed copy: `app.js` becomes `app.js.br`.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn is_worthwhile(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| KINDS.iter().any(|kind| extension == *kind))
}

fn one(file: &Path) -> Result<()> {
    let bytes = fs::read(file).or_fail(|| format!("{} cannot be read", file.display()))?;
    for (ending, packed) in [("br", brotli(&bytes)), ("gz", gzip(&bytes))] {
        let packed = packed.or_fail(|| format!("{} cannot be compressed", file.display()))?;
        // The server falls back to the file itself where there is no copy.
        if packed.len() < bytes.len() {
            let copy = beside(file, ending);
            fs::write(&copy, packed).or_fail(|| format!("{} cannot be written", copy.display()))?;
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let (mut from, mut packed) = (bytes, Vec::new());
    brotli::BrotliCompress(&mut from, &mut packed, &settings)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn both_formats_give_the_text_back_and_are_smaller() -> std::io::Result<()> {
        let text = "the unit people remember is the trip; ".repeat(40);
        let (br, gz) = (brotli(text.as_bytes())?, gzip(text.as_bytes())?);
        assert!(br.len() < gz.len() && gz.len() < text.len());
        let (mut unbr, mut ungz) = (String::new(), String::new());
        brotli::Decompressor::new(br.as_slice(), 4096).read_to_string(&mut unbr)?;
        flate2::read::GzDecoder::new(gz.as_slice()).read_to_string(&mut ungz)?;
        assert_eq!((unbr.as_str(), ungz.as_str()), (text.as_str(), text.as_str()));
        Ok(())
    }

    #[test]
    fn copies_stand_beside_and_pictures_are_left_alone() {
        assert_eq!(beside(Path::new("a/app.js"), "br"), Path::new("a/app.js.br"));
        assert!(is_worthwhile(Path::new("x.wasm")) && !is_worthwhile(Path::new("x.webp")));
        assert!(!is_worthwhile(Path::new("app.js.br")));
    }
}
