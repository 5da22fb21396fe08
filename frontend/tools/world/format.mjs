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
// The lines are three columns with tabs between them: what is alike stands
// together, half a kilobyte less than x y x y. Of each line the first has the
// steps to the right from vertex to vertex, with a space after every line but
// the last, the second the steps downwards, without spaces. A step is written as
// what it is more than half of the step before (rounded towards 0; there is none
// before the first): coasts go on as they went. The third has x and y of each
// line's first vertex, as the difference to the last vertex of the line before
// (0, 0 at the very beginning).
//
// A number from -45 to 45 is one sign, a larger one is "~" and two signs, of
// base 91, for -4140 to 4140. The signs are U+0023 to U+007D, with "!" in place
// of the backslash.
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

const half = (step) => Math.trunc(step / 2);

/** The steps of a line along one axis, each without half of the one before. */
function writeSteps(line, axis) {
  const steps = line.slice(1).map((point, at) => point[axis] - line[at][axis]);
  return steps.map((step, at) => number(step - half(steps[at - 1] ?? 0))).join("");
}

export function writeLines(lines) {
  const starts = lines.map(([[x, y]], at) => {
    const [fromX, fromY] = lines[at - 1]?.at(-1) ?? [0, 0];
    return number(x - fromX) + number(y - fromY);
  });
  const right = lines.map((line) => writeSteps(line, 0)).join(" ");
  const down = lines.map((line) => writeSteps(line, 1)).join("");
  return [right, down, starts.join("")].join("\t");
}

function* readNumbers(text) {
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== "~") yield valueOf(text[i]) - HALF;
    else {
      yield valueOf(text[i + 1]) * BASE + valueOf(text[i + 2]) - OFFSET;
      i += 2;
    }
  }
}

export function readLines(text) {
  const [right, ...others] = text.split("\t");
  const [down, starts] = others.map(readNumbers);
  let [x, y] = [0, 0];
  return right.split(" ").map((line) => {
    [x, y] = [x + starts.next().value, y + starts.next().value];
    const points = [[x, y]];
    let [dx, dy] = [0, 0];
    for (const more of readNumbers(line)) {
      [dx, dy] = [more + half(dx), down.next().value + half(dy)];
      [x, y] = [x + dx, y + dy];
      points.push([x, y]);
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
