//! The glue with the script that fetches parts in it, in few bytes: the first load carries both.

use crate::failure::{Failure, Result};
use crate::page::pack::{ENDING, NAMES};
use crate::page::split::PARTS;

/// What the splitter calls the script that fetches parts.
pub(super) const LINK: &str = "__wasm_split.js";

/// What stands around the address of every part in the splitter's script.
const FETCHES: [&str; 2] = [
    "() => {\n    const src = fetch(new URL(",
    ", import.meta.url));\n    src.catch(() => {});\n    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}",
];

/// How the page gets a part.
#[derive(Debug)]
pub(super) enum Fetch {
    /// By a file of its own.
    Alone(String),
    /// By a pack and its place in it.
    Packed(usize, usize),
}

/// Where the parts are.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// By the names that the splitter gave them.
    pub(super) fetches: Vec<(String, Fetch)>,
    /// The packs' names without their ending.
    pub(super) packs: [String; NAMES.len()],
}

/// Fetches a pack once, however many of its parts are wanted, and again when it could not be had.
fn fetch_small(packs: &[String]) -> String {
    [
        &format!("const small = [], packs = {packs:?};\nconst fetchSmall = (pack, place) => () => {{\n"),
        &format!("    const src = (small[pack] ??= fetch(new URL(\"./{PARTS}/\" + packs[pack] + \".{ENDING}"),
        "\", import.meta.url)).then((answer) => {\n        if (!answer.ok) throw answer;\n        return \
         answer.arrayBuffer();\n    }));\n    src.catch(() => {\n        delete small[pack];\n    });\n    return async \
         (imports) => {\n        const bytes = await src;\n        const [from, to] = new Uint32Array(bytes, 4 * place, \
         2);\n        return WebAssembly.instantiate(bytes.slice(from, to), imports);\n    };\n};\n",
    ]
    .concat()
}

/// Puts the script that fetches parts inside the glue: one request less, and no two files that name each other.
pub(super) fn join(glue: &str, link: &str, taken: &Taken) -> Result<String> {
    let strange = || Failure::new("wasm-bindgen's glue or the splitter's script has changed its form.");
    let imports: Vec<&str> = glue
        .lines()
        .filter(|line| line.starts_with("import ") && line.contains(LINK))
        .collect();
    if imports.is_empty() {
        return Err(strange());
    }
    let (head, body) = link.split_once('\n').ok_or_else(strange)?;
    if !head.contains("initSync") {
        return Err(strange());
    }
    if body.matches(FETCHES[0]).count() != taken.fetches.len()
        || body.matches(FETCHES[1]).count() != taken.fetches.len()
    {
        return Err(strange());
    }
    // Once instead of as often as there are parts: the first load carries all of it.
    let [fetches, ends] = FETCHES;
    let small = fetch_small(&taken.packs);
    let once = format!("const fetchPart = (name) => {fetches}\"./{PARTS}/\" + name{ends};\n");
    let mut body = body.replace(fetches, "fetchPart(").replace(ends, ")");
    for (from, to) in &taken.fetches {
        let from = format!("fetchPart(\"./{from}\")");
        if !body.contains(&from) {
            return Err(strange());
        }
        let to = match to {
            Fetch::Alone(name) => format!("fetchPart(\"{name}\")"),
            Fetch::Packed(pack, place) => format!("fetchSmall({pack}, {place})"),
        };
        body = body.replace(&from, &to);
    }
    let exports: Vec<&str> = body
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split_whitespace().next())
        .collect();
    let exports = exports.join(", ");
    let mut joined = glue.to_owned();
    for import in imports {
        let binding = import.split_whitespace().nth(3).ok_or_else(strange)?;
        joined = joined.replacen(import, &format!("const {binding} = {{ {exports} }};"), 1);
    }
    Ok(format!(
        "{once}{small}{}{joined}",
        body.replace("export const ", "const ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_takes_in_the_script_and_names_the_parts_by_their_content() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\
                    function f() { import1; }\n";
        let [fetches, ends] = FETCHES;
        let link = format!(
            "import {{ initSync }} from \"./main.js\";\nfunction g() {{}}\n\
             export const load_map = g({fetches}\"./split_map.wasm\"{ends}\n, []);\n\
             const chunk = g({fetches}\"./chunk_1.wasm\"{ends}\n, []);\n"
        );
        let taken = |name: &str| Taken {
            fetches: vec![
                (format!("split_{name}.wasm"), Fetch::Alone(format!("{name}-12.wasm"))),
                ("chunk_1.wasm".to_owned(), Fetch::Packed(1, 3)),
            ],
            packs: ["small.map-34", "small-56"].map(str::to_owned),
        };
        let joined = join(glue, &link, &taken("map")).expect("joined");
        assert_eq!(
            joined,
            format!(
                "const fetchPart = (name) => {fetches}\"./parts/\" + name{ends};\n{}function g() {{}}\n\
                 const load_map = g(fetchPart(\"map-12.wasm\")\n, []);\nconst chunk = g(fetchSmall(1, 3)\n, []);\n\
                 const import1 = {{ load_map }};\nconst import2 = {{ load_map }};\nfunction f() {{ import1; }}\n",
                fetch_small(&taken("map").packs)
            )
        );
        assert!(
            joined.contains("packs = [\"small.map-34\", \"small-56\"]") && joined.contains("packs[pack] + \".bin\"")
        );
        let link = link.as_str();
        assert!(join("let a;", link, &taken("map")).is_err());
        assert!(join(glue, "export const a = 1;\n", &taken("map")).is_err());
        assert!(join(glue, link, &taken("x")).is_err());
    }
}
