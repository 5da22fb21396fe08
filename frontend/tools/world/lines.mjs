// From areas in degrees to the lines and rings of world.txt: shared borders,
// the canvas, thinning, and what is too small to draw.
import { bounds, equalEarth, isClosed, labelPoint, centre, roundLine, signedArea, thin } from "./geometry.mjs";

const MARGIN = 12; // units around the land, for the dots at its edge

// How fine lines are, in units of the canvas: a vertex stays when its triangle
// is larger than the square of this. The people who open the map live in the
// states of FINE; elsewhere half as much detail will do, and on the ice less.
const DETAIL = 0.75;
const COARSE = 2.2;
const POLAR = 4;
const isPolar = (latitude) => latitude > 66 || latitude < -60;
const FINE = new Set(["030", "034", "035", "054", "057", "061"]); // East, South and South-East Asia, Pacific
const ALSO_FINE = new Set(["NZ"]);

const LEAST_RING = 1; // square units; smaller rings are not drawn
const LEAST_ISLAND = 2.5; // the same for islands outside FINE
const ISLAND_KEEPS = 0.6; // of its area, however coarse the line
const DOT_BELOW = 30; // square units, about 8,500 km²

const index = (ref) => (ref < 0 ? ~ref : ref);

export function ringOf(lines, refs) {
  const points = [];
  for (const ref of refs) {
    const line = ref < 0 ? lines[~ref].toReversed() : lines[ref];
    points.push(...line.slice(points.length > 0 ? 1 : 0));
  }
  return points;
}

// Lines in degrees, every border once. The first topology finds what parts of
// one area share, so that merging removes those borders; the second has no
// joints left where they ended.
function sharedLines(areas, { merge, topology }) {
  const shapes = {};
  for (const key of [...areas.keys()].sort()) {
    shapes[key] = { type: "MultiPolygon", coordinates: areas.get(key).polygons };
  }
  const parts = topology(shapes);
  const whole = {};
  for (const [key, shape] of Object.entries(parts.objects)) whole[key] = merge(parts, [shape]);
  const { arcs, objects } = topology(whole);
  return { lines: arcs, polygonsOf: (key) => objects[key].arcs };
}

// Scale and origin such that all land and all places fill the width.
function canvas(lines, areas, width) {
  const places = [...areas.values()].flatMap(({ place, speck }) => [place, speck].filter(Boolean));
  const [left, bottom, right, top] = bounds([...lines.flat(), ...places].map(equalEarth));
  const scale = (width - 2 * MARGIN) / (right - left);
  const project = (degrees) => {
    const [x, y] = equalEarth(degrees);
    return [(x - left) * scale + MARGIN, (top - y) * scale + MARGIN];
  };
  return { project, height: Math.ceil((top - bottom) * scale + 2 * MARGIN) };
}

// Which areas use a line, and whether all of them are FINE: a long border with
// a neighbour outside is not worth the bytes.
function usersOf(lines, keys, polygonsOf, subregionOf) {
  const users = lines.map(() => new Set());
  for (const key of keys) for (const ref of polygonsOf(key).flat(2)) users[index(ref)].add(key);
  const isFine = (key) => FINE.has(subregionOf(key)) || ALSO_FINE.has(key) || key.startsWith("other:");
  return users.map((areas) => ({ shared: areas.size > 1, fine: [...areas].every(isFine) }));
}

function thinLine(degrees, drawn, { shared, fine }) {
  const detail = degrees.map(([, latitude]) => DETAIL * (isPolar(latitude) ? POLAR : fine ? 1 : COARSE));
  const size = isClosed(drawn) ? Math.abs(signedArea(drawn)) : 0;
  const island = isClosed(drawn) && !shared;
  const least = island && !fine ? LEAST_ISLAND : LEAST_RING;
  for (let share = 1; ; share *= 0.7) {
    const thinned = roundLine(thin(drawn, detail.map((d) => (d * share) ** 2)));
    const enough = Math.abs(signedArea(thinned)) >= size * ISLAND_KEEPS;
    if (size < least || enough || share < 0.1) return { points: thinned, least };
  }
}

// The polygons of an area that are large enough, each as lists of line numbers;
// the largest one comes first and may be as small as any ring.
function drawable(polygons, lines) {
  const points = lines.map((line) => line.points);
  const size = (refs) => Math.abs(signedArea(ringOf(points, refs)));
  return polygons
    .map((rings) => ({ rings, size: size(rings[0]) }))
    .sort((a, b) => b.size - a.size)
    .filter(({ rings, size: own }, i) => {
      const least = i > 0 && rings[0].length === 1 ? lines[index(rings[0][0])].least : LEAST_RING;
      return own >= least;
    })
    .map(({ rings }) => rings.filter((ring, i) => i === 0 || size(ring) >= LEAST_RING));
}

function point({ polygons, speck, place }, shown, lines, project) {
  if (place) return project(place);
  if (shown.length > 0) return labelPoint(shown[0].map((refs) => ringOf(lines, refs)));
  if (polygons.length === 0) return project(speck);
  const size = (rings) => Math.abs(signedArea(rings[0]));
  return project(centre(polygons.reduce((a, b) => (size(b) > size(a) ? b : a))[0]));
}

// areas: key -> { polygons, speck, place } in degrees from the central
// meridian. Returns the canvas and key -> { rings, at, dot, truth }, where
// `truth` is the area of the drawing before anything was thinned.
export function drawAreas(areas, width, subregionOf, topojson) {
  const { lines, polygonsOf } = sharedLines(areas, topojson);
  const { project, height } = canvas(lines, areas, width);
  const users = usersOf(lines, areas.keys(), polygonsOf, subregionOf);
  const exact = lines.map((line) => line.map(project));
  const thinned = lines.map((line, i) => thinLine(line, exact[i], users[i]));
  const points = thinned.map((line) => line.points);
  const total = (polygons, of) =>
    polygons.flatMap((rings) => rings.map((refs, i) => Math.sign(0.5 - i) * Math.abs(signedArea(ringOf(of, refs)))))
      .reduce((a, b) => a + b, 0);

  const drawn = new Map();
  for (const [key, area] of areas) {
    const shown = drawable(polygonsOf(key), thinned);
    const dot = total(shown, points) < DOT_BELOW;
    const at = point(area, shown, points, project).map(Math.round);
    drawn.set(key, { rings: shown.flat(), at, dot, truth: total(polygonsOf(key), exact) });
  }
  return { height, lines: points, drawn };
}

// Numbers the lines in the order in which the areas use them and turns each
// the way its first user walks it. Then an area meets its own lines in rising
// order and its neighbours' lines backwards, which is what the format needs.
export function renumber(lines, ringsInOrder) {
  const given = new Map();
  const order = [];
  const rings = ringsInOrder.map((list) =>
    list.map((refs) =>
      refs.map((ref) => {
        const known = given.get(index(ref));
        if (known) return known.backward === ref < 0 ? known.number : ~known.number;
        given.set(index(ref), { number: order.length, backward: ref < 0 });
        order.push(ref < 0 ? lines[~ref].toReversed() : lines[ref]);
        return order.length - 1;
      }),
    ),
  );
  return { lines: order, rings };
}
