// The form of world.txt, and back again for the checks. Brotli 11 on the same
// lines: arrays of numbers in JSON 19.3 kB, a text for each line 16.2 kB, one
// text of all 15.7 kB, with the short line numbers below 14.8 kB. No JSON: what
// reads it is fetched with the map, and is a tenth of a JSON reader's size.
//
// The first row is width and height, the second all lines. Then, in reading
// order, a row `=142 030` for each region and subregion of UN M.49, and a row
// for each of its areas: code, x and y of its point, rings; a code after a dot
// is drawn as a dot. The last row, which begins with `-`, has the rings of land
// without a code. Rings are separated by commas, numbers by spaces.
//
// Lines are separated by a space; a line is x y x y …, and every number is the difference to the same coordinate of the vertex before,
// which for the first vertex of a line is the last vertex of the line before
// (0, 0 at the very beginning). A number from -45 to 45 is one sign, a larger
// one is "~" and two signs, of base 91, for -4140 to 4140. The signs are
// U+0023 to U+007D, with "!" in place of the backslash.
//
// Rings refer to lines. A negative number is a line walked backwards: line ~n.
// A number n that is not negative is line next + n, walked forwards, where
// `next` is 0 at the beginning of an area and one more than the last line
// walked forwards after that.

const FIRST_SIGN = 35;
const BACKSLASH = 92 - FIRST_SIGN;
const BASE = 91;
const HALF = 45;
const OFFSET = (BASE * BASE - 1) / 2;

const sign = (value) => (value === BACKSLASH ? "!" : String.fromCharCode(value + FIRST_SIGN));
const valueOf = (text) => (text === "!" ? BACKSLASH : text.charCodeAt(0) - FIRST_SIGN);

function number(value) {
  if (Math.abs(value) <= HALF) return sign(value + HALF);
  const shifted = value + OFFSET;
  return `~${sign(Math.floor(shifted / BASE))}${sign(shifted % BASE)}`;
}

export function writeLines(lines) {
  let [fromX, fromY] = [0, 0];
  const text = lines.map((line) =>
    line.map(([x, y]) => {
      const signs = number(x - fromX) + number(y - fromY);
      [fromX, fromY] = [x, y];
      return signs;
    }).join(""),
  );
  return text.join(" ");
}

export function readLines(text) {
  const at = [0, 0];
  return text.split(" ").map((line) => {
    const points = [];
    let axis = 0;
    for (let i = 0; i < line.length; i += 1) {
      if (line[i] === "~") {
        at[axis] += valueOf(line[i + 1]) * BASE + valueOf(line[i + 2]) - OFFSET;
        i += 2;
      } else {
        at[axis] += valueOf(line[i]) - HALF;
      }
      if (axis === 1) points.push([...at]);
      axis = 1 - axis;
    }
    return points;
  });
}

export function writeRings(rings) {
  let next = 0;
  return rings.map((refs) =>
    refs.map((ref) => {
      if (ref < 0) return ref;
      const step = ref - next;
      next = ref + 1;
      return step;
    }),
  );
}

export function readRings(rings) {
  let next = 0;
  return rings.map((refs) =>
    refs.map((ref) => {
      if (ref < 0) return ref;
      next += ref + 1;
      return next - 1;
    }),
  );
}

const writeList = (rings) => rings.map((refs) => refs.join(" ")).join(",");
const readList = (text) => (text ? text.split(",").map((refs) => refs.split(" ").map(Number)) : []);

export function writeMap({ width, height, arcs, areas, other, regions }) {
  const rows = [`${width} ${height}`, arcs];
  for (const [region, subregion, codes] of regions) {
    rows.push(`=${region} ${subregion}`);
    for (const code of codes) {
      const { at, dot, rings = [] } = areas[code];
      rows.push(`${dot ? "." : ""}${code} ${at.join(" ")} ${writeList(rings)}`.trimEnd());
    }
  }
  rows.push(`-${writeList(other)}`);
  return `${rows.join("\n")}\n`;
}

export function readMap(text) {
  const [size, arcs, ...rows] = text.trimEnd().split("\n");
  const [width, height] = size.split(" ").map(Number);
  const map = { width, height, arcs, areas: {}, other: [], regions: [] };
  for (const row of rows) {
    if (row.startsWith("=")) map.regions.push([...row.slice(1).split(" "), []]);
    else if (row.startsWith("-")) map.other = readList(row.slice(1));
    else {
      const [, dot, code, x, y, rings] = /^(\.?)(\w\w) (\d+) (\d+) ?(.*)$/.exec(row);
      map.areas[code] = { at: [Number(x), Number(y)], ...(dot ? { dot: 1 } : {}), ...(rings ? { rings: readList(rings) } : {}) };
      map.regions.at(-1)[2].push(code);
    }
  }
  return map;
}
