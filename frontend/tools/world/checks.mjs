// What must be true of world.txt, asked of its text and not of the values it
// was written from.
import zlib from "node:zlib";
import { readLines, readMap, readRings } from "./format.mjs";
import { contains, isClosed, signedArea } from "./geometry.mjs";
import { ringOf } from "./lines.mjs";

const EXPECTED_CODES = 249; // officially assigned ISO 3166-1 codes
const BUDGET = 14000; // bytes after brotli; the page of the map has 45 kB in all
const LARGE = 300; // square units: areas whose size is compared with the source
const MAY_BE_OFF = { AU: 0.03 };
const OTHERS_MAY_BE_OFF = 0.12; // most of it islands too small to draw (Greece)
const SMALL_STATES = ["SG", "MT", "MV", "PW", "MH", "FM", "TO", "WS", "FJ", "TV", "NR", "KI"];

export function compressedSize(text) {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window } = zlib.constants;
  return zlib.brotliCompressSync(Buffer.from(text), { params: { [quality]: 11, [window]: 22 } }).length;
}

function checkCodes(map, codes, fail) {
  const listed = map.regions.flatMap(([, , list]) => list);
  for (const [name, found] of [["areas", Object.keys(map.areas)], ["regions", listed]]) {
    if (found.length !== EXPECTED_CODES) fail(`${name}: ${found.length} codes instead of ${EXPECTED_CODES}`);
    const missing = codes.filter((code) => !found.includes(code));
    if (missing.length > 0) fail(`${name}: no ${missing.join(", ")}`);
  }
}

function checkRings(map, lines, fail) {
  const used = new Set();
  const lists = [
    ...Object.entries(map.areas).map(([code, { rings = [] }]) => [code, rings]),
    ["other", map.other],
  ];
  for (const [code, rings] of lists) {
    for (const refs of readRings(rings)) {
      const numbers = refs.map((ref) => (ref < 0 ? ~ref : ref));
      if (refs.length === 0 || numbers.some((n) => !lines[n])) fail(`${code}: a ring refers to no line`);
      const walked = refs.map((ref) => (ref < 0 ? lines[~ref].toReversed() : lines[ref]));
      const joined = walked.every((line, i) => isClosed([line.at(-1), walked[(i + 1) % walked.length][0]]));
      if (!joined) fail(`${code}: the lines of a ring do not meet`);
      numbers.forEach((n) => used.add(n));
    }
  }
  if (used.size !== lines.length) fail(`${lines.length - used.size} lines belong to no ring`);
}

// A streak is a line across the map from a ring that jumps over its edge. Only
// the South Pole, which is a straight line here, may be that long.
function checkStreaks(map, lines, fail) {
  const pole = Math.max(...lines.flat().map(([, y]) => y));
  for (const line of lines) {
    line.forEach(([x, y], i) => {
      const [beforeX, beforeY] = line[Math.max(0, i - 1)];
      const alongPole = y === pole && beforeY === pole;
      const long = Math.hypot(x - beforeX, y - beforeY) > map.width / 4;
      if (long && !alongPole) fail(`a streak from ${beforeX},${beforeY} to ${x},${y}`);
      if (x < 0 || y < 0 || x > map.width || y > map.height) fail(`${x},${y} lies outside the canvas`);
    });
  }
}

function checkPoints(map, lines, fixed, fail) {
  const dots = new Set();
  for (const [code, { rings = [], at: [x, y], dot }] of Object.entries(map.areas)) {
    const onCanvas = x > 0 && y > 0 && x < map.width && y < map.height;
    if (!onCanvas) fail(`${code}: its point ${x},${y} lies outside the canvas`);
    const shape = readRings(rings).map((refs) => ringOf(lines, refs));
    if (shape.length === 0 && !dot) fail(`${code}: neither a shape nor a dot`);
    // The shape of a dot may lie between the whole numbers.
    const inside = dot || fixed.includes(code) || contains(shape, [x, y]);
    if (!inside) fail(`${code}: its point ${x},${y} lies outside its shape`);
    if (dot && dots.has(`${x},${y}`)) fail(`${code}: its dot hides another one`);
    if (dot) dots.add(`${x},${y}`);
  }
  for (const code of SMALL_STATES) if (!map.areas[code]?.at) fail(`${code}: no point`);
}

// truth: key -> area before thinning, in square units of the canvas.
export function checkMap(text, { codes, truth, fixed }, fail) {
  const map = readMap(text);
  const lines = readLines(map.arcs);
  checkCodes(map, codes, fail);
  checkRings(map, lines, fail);
  checkStreaks(map, lines, fail);
  checkPoints(map, lines, fixed, fail);
  for (const code of Object.keys(map.areas)) {
    if (truth(code) < LARGE) continue;
    const rings = readRings(map.areas[code].rings).map((refs) => ringOf(lines, refs));
    const drawn = Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
    const error = Math.abs(drawn / truth(code) - 1);
    if (error > (MAY_BE_OFF[code] ?? OTHERS_MAY_BE_OFF)) fail(`${code}: its area is ${(100 * error).toFixed(1)} % off`);
  }
  const size = compressedSize(text);
  if (size > BUDGET) fail(`${size} bytes after brotli, more than ${BUDGET}`);
  return { size, dots: Object.values(map.areas).filter(({ dot }) => dot).length, lines: lines.length };
}
