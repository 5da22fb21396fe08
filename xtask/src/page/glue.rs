//! The glue with the script that fetches parts in it, in few bytes: the first load carries both.

use crate::failure::{Failure, Result};
use crate::page::split::PARTS;

/// What the splitter calls the script that fetches parts.
pub(super) const LINK: &str = "__wasm_split.js";

/// What stands around the address of every part in the splitter's script.
const FETCHES: [&str; 2] = [
    "() => {\n    const src = fetch(new URL(",
    ", import.meta.url));\n    src.catch(() => {});\n    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}",
];

/// Puts the script that fetches parts inside the glue: one request less, and no two files that name each other.
pub(super) fn join(glue: &str, link: &str, names: &[(String, String)]) -> Result<String> {
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
    if body.matches(FETCHES[0]).count() != names.len() || body.matches(FETCHES[1]).count() != names.len() {
        return Err(strange());
    }
    // Once instead of as often as there are parts: the first load carries all of it.
    let [fetches, ends] = FETCHES;
    let once = format!("const fetchPart = (name) => {fetches}\"./{PARTS}/\" + name{ends};\n");
    let mut body = body.replace(fetches, "fetchPart(").replace(ends, ")");
    for (from, to) in names {
        let from = format!("fetchPart(\"./{from}\")");
        if !body.contains(&from) {
            return Err(strange());
        }
        body = body.replace(&from, &format!("fetchPart(\"{to}\")"));
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
    Ok(format!("{once}{}{joined}", body.replace("export const ", "const ")))
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
             export const load_map = g({fetches}\"./split_map.wasm\"{ends}\n, []);\n"
        );
        let names = [("split_map.wasm".to_owned(), "map-12.wasm".to_owned())];
        let joined = join(glue, &link, &names).expect("joined");
        assert_eq!(
            joined,
            format!(
                "const fetchPart = (name) => {fetches}\"./parts/\" + name{ends};\nfunction g() {{}}\n\
                 const load_map = g(fetchPart(\"map-12.wasm\")\n, []);\n\
                 const import1 = {{ load_map }};\nconst import2 = {{ load_map }};\nfunction f() {{ import1; }}\n"
            )
        );
        let link = link.as_str();
        assert!(join("let a;", link, &names).is_err());
        assert!(join(glue, "export const a = 1;\n", &names).is_err());
        assert!(join(glue, link, &[("split_x.wasm".to_owned(), "x.wasm".to_owned())]).is_err());
    }
}
