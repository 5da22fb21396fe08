// Plane geometry for world.mjs: the projection, the cut of the map, thinning of
// lines, areas and label points. Nothing here knows a country.

const RADIANS = Math.PI / 180;
const TURN = 360; // degrees

// Equal Earth (Šavrič, Patterson, Jenny 2018), on a sphere of radius 1. Equal
// area is what a map needs that colours states by a figure. Longitudes count
// from the central meridian and may pass 180°: the polynomial is linear in them.
export function equalEarth([longitude, latitude]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const m = Math.sqrt(3) / 2;
  const l = Math.asin(m * Math.sin(latitude * RADIANS));
  const l2 = l * l;
  const l6 = l2 * l2 * l2;
  const slope = a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2);
  return [
    (longitude * RADIANS * Math.cos(l)) / (m * slope),
    l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2)),
  ];
}

// A ring whose longitudes run on from vertex to vertex instead of jumping by
// 360° at the antimeridian. A ring around the pole ends 360° from its start.
export function unwrap(ring) {
  let shift = 0;
  return ring.map(([x, y], i) => {
    if (i > 0) {
      const step = x - ring[i - 1][0];
      if (step > TURN / 2) shift -= TURN;
      if (step < -TURN / 2) shift += TURN;
    }
    return [x + shift, y];
  });
}

export function isClosed(line) {
  return line[0][0] === line.at(-1)[0] && line[0][1] === line.at(-1)[1];
}

export function bounds(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

export function centre(points) {
  const [left, bottom, right, top] = bounds(points);
  return [(left + right) / 2, (bottom + top) / 2];
}

// How far to move so that a thing at `from` comes within half a turn of `to`.
export function turnsToward(from, to) {
  return Math.round((to - from) / TURN) * TURN;
}

// Opens a ring around the South Pole at the edge of the map (180° either side
// of the central meridian) and closes it along the edge and the pole. The edge
// is a curve on the map, so it gets a vertex at every degree; the pole is a
// straight line there. Returns nothing when the coast meets the edge more than
// once: the caller then needs another central meridian.
export function closeAroundSouthPole(unwrapped) {
  const eastward = unwrapped.at(-1)[0] > unwrapped[0][0];
  const coast = (eastward ? unwrapped : unwrapped.toReversed()).slice(0, -1);
  const crossings = [];
  coast.forEach(([x, y], i) => {
    const [nextX, nextY] = coast[i + 1] ?? [coast[0][0] + TURN, coast[0][1]];
    const meets = (at) => (at - x) * (at - nextX) <= 0 && at !== nextX;
    for (const at of [-3, -1, 1, 3].map((k) => (k * TURN) / 2).filter(meets)) {
      crossings.push({ after: i, latitude: y + ((nextY - y) * (at - x)) / (nextX - x) });
    }
  });
  if (crossings.length !== 1) return undefined;

  const [{ after, latitude }] = crossings;
  const turned = [...coast.slice(after + 1), ...coast.slice(0, after + 1)];
  const start = turnsToward(turned[0][0], 0);
  const inside = unwrap(turned.map(([x, y]) => [x + start, y]));
  const half = TURN / 2;
  const edge = [];
  for (let y = Math.ceil(latitude) - 1; y > -90; y -= 1) edge.push(y);
  return [
    [-half, latitude],
    ...inside,
    [half, latitude],
    ...edge.map((y) => [half, y]),
    [half, -90],
    [-half, -90],
    ...edge.toReversed().map((y) => [-half, y]),
    [-half, latitude],
  ];
}

// Of a ring with or without its first vertex repeated at the end.
export function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [x, y] = ring[i];
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    sum += x * nextY - nextX * y;
  }
  return sum / 2;
}

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

// Visvalingam-Whyatt: takes away, one by one, the vertex whose triangle with its
// neighbours is smallest, until every triangle left is at least `least[i]` (an
// area) large. It keeps the look of a coast at fewer vertices than
// Ramer-Douglas-Peucker, which holds on to every spike. Both sides of a border
// share one line, so thinning line by line leaves no gaps.
export function thin(line, least) {
  const end = line.length - 1;
  const before = line.map((_, i) => i - 1);
  const after = line.map((_, i) => i + 1);
  const triangle = (i) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [line[before[i]], line[i], line[after[i]]];
    return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 / least[i];
  };
  const weight = line.map((_, i) => (i === 0 || i === end ? Infinity : triangle(i)));
  let spare = line.length - (isClosed(line) ? 4 : 2);
  for (; spare > 0; spare -= 1) {
    let lightest = -1;
    for (let i = after[0]; i < end; i = after[i]) {
      if (weight[i] < 1 && (lightest < 0 || weight[i] < weight[lightest])) lightest = i;
    }
    if (lightest < 0) break;
    const [left, right] = [before[lightest], after[lightest]];
    after[left] = right;
    before[right] = left;
    // A vertex never becomes lighter than the one that went before it.
    for (const i of [left, right]) {
      if (i > 0 && i < end) weight[i] = Math.max(triangle(i), weight[lightest]);
    }
  }
  const kept = [];
  for (let i = 0; i <= end; i = after[i]) kept.push(line[i]);
  return kept;
}

// Whole numbers, without repeated and without in-between vertices.
export function roundLine(line) {
  const out = [];
  for (const [x, y] of line.map((point) => point.map(Math.round))) {
    const [last, before] = [out.at(-1), out.at(-2)];
    if (last && last[0] === x && last[1] === y) continue;
    if (before) {
      const [ax, ay, bx, by] = [last[0] - before[0], last[1] - before[1], x - last[0], y - last[1]];
      if (ax * by === ay * bx && ax * bx + ay * by > 0) out.pop();
    }
    out.push([x, y]);
  }
  return out;
}

export function contains(rings, [x, y]) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 1) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[(i + 1) % ring.length];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

// The point furthest from the outline, found on a grid that is drawn finer
// around the best point again and again: no worse for a label than an exact
// search.
export function labelPoint(rings) {
  const GRID = 12;
  const ROUNDS = 5;
  const edges = rings.flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]]));
  const best = { point: centre(rings[0]), depth: -1 };
  let [left, bottom, right, top] = bounds(rings[0]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [stepX, stepY] = [(right - left) / GRID, (top - bottom) / GRID];
    for (let i = 0; i <= GRID; i += 1) {
      for (let j = 0; j <= GRID; j += 1) {
        const point = [left + i * stepX, bottom + j * stepY];
        if (!contains(rings, point)) continue;
        const depth = edges.reduce((least, [a, b]) => Math.min(least, distanceToSegment(point, a, b)), Infinity);
        if (depth > best.depth) Object.assign(best, { point, depth });
      }
    }
    const [x, y] = best.point;
    [left, bottom, right, top] = [x - stepX, y - stepY, x + stepX, y + stepY];
  }
  return best.point;
}
