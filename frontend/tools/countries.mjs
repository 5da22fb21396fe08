// Writes backend/data/countries.csv from CLDR:
//
//   node frontend/tools/countries.mjs PROJECT_ROOT [NODE_MODULES]
//
// Needs the npm packages cldr-core and cldr-localenames-full in the version
// below, found in NODE_MODULES, in NODE_PATH or above the current directory.
// The same input gives the same bytes; `--check` after the arguments compares
// instead of writing. CLDR data: Unicode License v3 (Unicode-3.0).
import fs from "node:fs";
import path from "node:path";
import { begin } from "./packages/find.mjs";

const VERSION = "48.2.0";
const EXPECTED_ROWS = 249; // officially assigned ISO 3166-1 codes

const { root, check, fail, load } = begin("countries.mjs", {
  "cldr-core": VERSION,
  "cldr-localenames-full": VERSION,
});
const codes = load("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings;
const contains = load("cldr-core/supplemental/territoryContainment.json").supplemental.territoryContainment;
const names = (locale) =>
  load(`cldr-localenames-full/main/${locale}/territories.json`).main[locale].localeDisplayNames.territories;
const en = names("en");
const ja = names("ja");

// code -> [region, subregion], walking World > region > subregion. Antarctica
// is the one area that UN M.49 puts directly below the World; CLDR files it
// with the outlying islands (QO), which have no M.49 code.
const placed = new Map();
for (const region of contains["001"]._contains) {
  for (const subregion of contains[region]._contains) {
    for (const code of contains[subregion]._contains) {
      placed.set(code, subregion === "QO" ? ["001", "001"] : [region, subregion]);
    }
  }
}

const quote = (field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

const rows = [];
for (const [code, { _alpha3: alpha3, _numeric: numeric }] of Object.entries(codes)) {
  // Leaves out what ISO 3166-1 has not assigned: withdrawn codes (not placed
  // in the tree), exceptional reservations such as AC (no number) and user
  // codes such as XK (numbers from 900 on).
  if (!/^[A-Z]{2}$/.test(code) || !alpha3 || !numeric || Number(numeric) >= 900 || !placed.has(code)) continue;
  if (!en[code] || !ja[code]) fail(`no name for ${code}`);
  rows.push([code, alpha3, numeric, ...placed.get(code), en[code], ja[code]]);
}
rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
if (rows.length !== EXPECTED_ROWS) fail(`${rows.length} rows instead of ${EXPECTED_ROWS}`);

const header = ["code", "alpha3", "numeric", "region", "subregion", "name_en", "name_ja"];
const text = [header, ...rows].map((row) => row.map(quote).join(",") + "\n").join("").normalize("NFC");
const out = path.join(root, "backend", "data", "countries.csv");
if (check) {
  if (!fs.existsSync(out) || fs.readFileSync(out, "utf8") !== text) fail(`${out} differs from CLDR ${VERSION}`);
  console.log(`countries.csv: ${rows.length} rows, as in CLDR ${VERSION}`);
} else {
  fs.mkdirSync(path.dirname(out), { recursive: true });
  fs.writeFileSync(out, text);
  console.log(`countries.csv: ${rows.length} rows from CLDR ${VERSION}`);
}
