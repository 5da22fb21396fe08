//! Between the compiler and wasm-bindgen: the module is split into the main one, which every page needs, and parts
//! that are fetched when they are first wanted (functions marked with `wasm_split` in the page's sources).
//!
//! trunk calls us in place of wasm-bindgen (`frontend/bin/`). The parts wait in `target/page/` until `finish-page`
//! takes them over, because trunk knows nothing of them.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, OrFail as _, Result};
use crate::hash::Fnv;
use crate::page::glue::{Fetch, LINK, Taken, join};
use crate::page::{names, pack};
use crate::project::{self, Project};
use crate::run;

/// The folder of the parts, in the page and in its addresses.
pub(super) const PARTS: &str = "parts";
/// What the compiler uses by default; the main module tells it to wasm-opt by itself, the parts do not.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Does what wasm-bindgen was called for, with the module split before.
pub(crate) fn bind(project: &Project, args: &[String]) -> Result<()> {
    let real = real_wasm_bindgen(project)?;
    let Some(input) = args.iter().find(|arg| arg.ends_with(".wasm")) else {
        return run::loudly(with(project, &real, args), "wasm-bindgen failed.");
    };
    let (out, name) = (value(args, "--out-dir")?, value(args, "--out-name")?);
    let work = project.page_parts().join("split");
    let parts = project.page_parts().join(PARTS);
    for dir in [&work, &parts] {
        empty(dir)?;
    }
    split(project, Path::new(input), &work)?;
    let main = work.join("main.wasm");
    let mut bound: Vec<String> = args
        .iter()
        .map(|arg| {
            if arg == input {
                main.to_string_lossy().into_owned()
            } else {
                arg.clone()
            }
        })
        .collect();
    // The parts call the main module through its table of functions, which is one of these exports.
    bound.push("--keep-lld-exports".to_owned());
    run::loudly(with(project, &real, &bound), "wasm-bindgen failed.")?;
    let link = read(&work.join(LINK))?;
    let taken = take_parts(&work, &parts, &main, &link)?;
    let glue = Path::new(out).join(format!("{name}.js"));
    let module = Path::new(out).join(format!("{name}_bg.wasm"));
    let text = read(&glue)?;
    let mut joined = join(&text, &link, &taken)?.into_bytes();
    let mut bytes = fs::read(&module).or_fail(|| format!("{} cannot be read", module.display()))?;
    names::shorten(&mut joined, &mut bytes);
    fs::write(&module, bytes).or_fail(|| format!("{} cannot be written", module.display()))?;
    fs::write(&glue, joined).or_fail(|| format!("{} cannot be written", glue.display()))
}

/// Moves the parts into the page, smaller when `optimise` is set.
pub(crate) fn finish(project: &Project, page: &Path, optimise: bool) -> Result<()> {
    let from = project.page_parts().join(PARTS);
    let to = page.join(PARTS);
    let missing = "The module was not split: `frontend/bin` must stand in front of wasm-bindgen on PATH.";
    let entries = fs::read_dir(&from).map_err(|_| Failure::new(missing))?;
    fs::create_dir_all(&to).or_fail(|| format!("{} cannot be made", to.display()))?;
    for entry in entries {
        let part = entry.or_fail(|| format!("{} cannot be read", from.display()))?.path();
        let name = part.file_name().unwrap_or_default();
        if part.is_file() {
            take(project, &part, &to.join(name), optimise)?;
            continue;
        }
        let mut small = Vec::new();
        for chunk in pack::of(&part)? {
            let taken = project.page_parts().join("taken.wasm");
            take(project, &chunk, &taken, optimise)?;
            small.push(fs::read(&taken).or_fail(|| format!("{} cannot be read", taken.display()))?);
        }
        // Not `with_extension`: there is a dot in the name.
        let target = to.join(format!("{}.{}", name.to_string_lossy(), pack::ENDING));
        fs::write(&target, pack::packed(&small)).or_fail(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}

/// Copies a part, smaller when `optimise` is set.
fn take(project: &Project, part: &Path, target: &Path, optimise: bool) -> Result<()> {
    if !optimise {
        fs::copy(part, target).or_fail(|| format!("{} cannot be written", target.display()))?;
        return Ok(());
    }
    let mut wasm_opt = project.command("wasm-opt");
    wasm_opt.arg(format!("--output={}", target.display())).arg("-Oz");
    wasm_opt.arg(part).args(FEATURES).args([
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        // Brotli likes what is alike to stand together, as in the main module.
        "--reorder-functions-by-name",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ]);
    run::loudly(wasm_opt, "wasm-opt failed on a part of the page.")
}

fn real_wasm_bindgen(project: &Project) -> Result<PathBuf> {
    let ours = project.root.join("frontend/bin");
    let found = project::all_on_path("wasm-bindgen").find(|file| file.parent() != Some(&ours));
    found.ok_or_else(|| Failure::new("There is no wasm-bindgen on PATH."))
}

fn with(project: &Project, program: &Path, args: &[impl AsRef<OsStr>]) -> Command {
    let mut command = project.command(program);
    command.args(args);
    command
}

/// The value of `--name=value`, the way trunk writes it.
fn value<'a>(args: &'a [String], name: &str) -> Result<&'a str> {
    let found = args
        .iter()
        .find_map(|arg| arg.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')));
    found.ok_or_else(|| Failure::usage(format!("`bind-page` needs `{name}=…`.")))
}

fn split(project: &Project, input: &Path, work: &Path) -> Result<()> {
    let mut splitter = project.command("wasm-split-cli");
    splitter
        .args(["--out-name", "main", "--target", "web"])
        .arg(input)
        .arg(work);
    run::loudly(splitter, "The page's module could not be split.")
}

/// Gives the parts names that change with every build of the main module, which alone can load them:
/// `split_map.wasm` and `map-0123456789ab.wasm`. What several need is named after all of them, and small ones get a place
/// in one of the packs.
fn take_parts(work: &Path, parts: &Path, main: &Path, link: &str) -> Result<Taken> {
    let unreadable = |path: &Path| format!("{} cannot be read", path.display());
    let mut hash = Fnv::new();
    hash.add(&fs::read(main).or_fail(|| unreadable(main))?);
    let mut taken = Taken::default();
    let mut packs = pack::NAMES.map(|name| (name, hash, Vec::new()));
    for path in pack::of(work)? {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let is_part = path.extension().is_some_and(|ending| ending == "wasm") && path != main;
        let Some(stem) = stem.filter(|_| is_part) else { continue };
        let bytes = fs::read(&path).or_fail(|| unreadable(&path))?;
        let needed_by = needed_by(link, &stem).unwrap_or_else(|| stem.replace("split_", ""));
        if pack::is_small(bytes.len()) {
            let place = pack::pack_of(&needed_by);
            let (_, of_pack, small) = &mut packs[place];
            of_pack.add_part(&bytes);
            taken
                .fetches
                .push((format!("{stem}.wasm"), Fetch::Packed(place, small.len())));
            small.push(path);
            continue;
        }
        let mut own = hash;
        own.add_part(&bytes);
        // The page's first load names all of them: twelve digits tell them apart, and the server still sees that they
        // are a hash.
        let name = format!("{needed_by}-{:.12}.wasm", own.hex());
        fs::rename(&path, parts.join(&name)).or_fail(|| format!("{name} cannot be put in place"))?;
        taken.fetches.push((format!("{stem}.wasm"), Fetch::Alone(name)));
    }
    taken.packs = packs
        .each_ref()
        .map(|(name, of_pack, _)| format!("{name}-{:.12}", of_pack.hex()));
    for (pack, (.., small)) in taken.packs.iter().zip(&packs) {
        empty(&parts.join(pack))?;
        for (place, path) in small.iter().enumerate() {
            let target = pack::waiting(parts, pack, place);
            fs::rename(path, &target).or_fail(|| format!("{} cannot be put in place", target.display()))?;
        }
    }
    Ok(taken)
}

/// Which parts need a chunk, with dots between them: the splitter's script says so above it.
fn needed_by(link: &str, chunk: &str) -> Option<String> {
    let (before, _) = link.split_once(&format!("const __{chunk} "))?;
    let said = before.lines().last()?.strip_prefix("/* ")?.strip_suffix(" */")?;
    Some(said.replace(", ", "."))
}

fn empty(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).or_fail(|| format!("{} cannot be emptied", dir.display()))?;
    }
    fs::create_dir_all(dir).or_fail(|| format!("{} cannot be made", dir.display()))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).or_fail(|| format!("{} cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_is_named_after_the_parts_that_need_it() {
        let link = "f();\n/* events, map */\nconst __chunk_1 = g();\nconst __chunk_10 = g();\n";
        assert_eq!(needed_by(link, "chunk_1").as_deref(), Some("events.map"));
        assert_eq!(needed_by(link, "chunk_10"), None);
        assert_eq!(needed_by(link, "split_map"), None);
    }

    #[test]
    fn values_are_found_the_way_trunk_writes_them() {
        let args = ["--target=web".to_owned(), "--out-dir=/a b".to_owned()];
        assert_eq!(value(&args, "--out-dir"), Ok("/a b"));
        assert!(value(&args, "--out-name").is_err());
    }
}
