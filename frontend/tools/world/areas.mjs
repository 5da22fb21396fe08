// What world.mjs takes from the source for each ISO 3166-1 code: the tables of
// decisions, and the code that applies them. A map of the world is a statement
// about borders, so every departure from the source stands in a table here.
import { bounds, centre, closeAroundSouthPole, signedArea, turnsToward, unwrap } from "./geometry.mjs";

// Areas of the source that have no ISO 3166-1 code. Where UN practice counts
// them in one state, they are that state; where it does not, they are drawn as
// land without a code ("other"), for which no figure can exist.
const WITHOUT_CODE = {
  ATC: "AU", // Ashmore and Cartier Islands: an external territory within AU; carries AU's number 036
  CYN: "CY", // north of Cyprus: the UN knows one Republic of Cyprus (Security Council 541 and 550)
  SOL: "SO", // Somaliland: the UN knows one Federal Republic of Somalia
  XKX: "other", // Kosovo: Security Council 1244 leaves the status open; no ISO code
  KAS: "other", // Siachen glacier: between the lines of India and Pakistan
  IOA: undefined, // "Indian Ocean Territories": all of it is handed out by PIECES below
};

// Pieces that the source draws within another area although they have an ISO
// code of their own, found by a box of west, south, east, north (degrees).
const PIECES = [
  ["FRA", [-55, 2, -51, 6], "GF"],
  ["FRA", [-62, 15.8, -61, 16.6], "GP"], // Basse-Terre, Grande-Terre, Marie-Galante
  ["FRA", [-61.3, 14.3, -60.7, 15], "MQ"],
  ["FRA", [55, -21.5, 56, -20.7], "RE"],
  ["FRA", [44.9, -13.1, 45.4, -12.5], "YT"],
  ["NLD", [-68.5, 12, -68.1, 12.4], "BQ"], // Bonaire
  ["NLD", [-63.3, 17.4, -62.9, 17.7], "BQ"], // Saba, Sint Eustatius
  ["NOR", [10, 74, 34, 81], "SJ"], // Svalbard
  ["NOR", [-9.2, 70.7, -7.8, 71.3], "SJ"], // Jan Mayen
  ["NZL", [-173, -9.5, -171, -8.4], "TK"], // Fakaofo, Atafu
  ["IOA", [105.4, -10.7, 105.8, -10.3], "CX"],
  ["IOA", [96.7, -12.3, 97, -11.8], "CC"],
  // Kunashiri, Etorofu, Shikotan and Habomai: claimed by Japan, administered by
  // Russia. The page takes no side and draws them as land without a code.
  ["RUS", [145.3, 43.3, 148.95, 45.6], "other"],
];

// Codes without any land in the source, and places that stand for an area
// better than its largest island: longitude, latitude.
export const PLACES = {
  BV: [3.36, -54.42],
  GI: [-5.35, 36.14],
  UM: [166.62, 19.29], // Wake: M.49 files UM under Micronesia
  KI: [173.0, 1.4], // Tarawa, the capital; the largest island lies 3,300 km east
};

const SEAM = 179.9999; // vertices beyond it come from the source's cut at 180°
const DECIMALS = 1e6;

function tidy([x, y]) {
  // The two halves of an island at 180° differ there by some metres of latitude.
  const onSeam = Math.abs(x) > SEAM;
  const precision = onSeam ? 1e3 : DECIMALS;
  return [onSeam ? Math.sign(x) * 180 : Math.round(x * DECIMALS) / DECIMALS, Math.round(y * precision) / precision];
}

function codeOfPiece(alpha3, polygon, codes) {
  const [x, y] = centre(polygon[0]);
  const piece = PIECES.find(
    ([owner, [west, south, east, north]]) =>
      owner === alpha3 && x > west && x < east && y > south && y < north,
  );
  if (piece) return piece[2];
  return alpha3 in WITHOUT_CODE ? WITHOUT_CODE[alpha3] : codes.get(alpha3);
}

// code (or "other:" and a name) -> { polygons, specks }, degrees as in the
// source. Specks are places of islands that the source draws as one point.
function collect(features, codes, fail) {
  const areas = new Map();
  for (const { properties, geometry } of features) {
    const alpha3 = properties.a3;
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const polygon of polygons) {
      const code = codeOfPiece(alpha3, polygon, codes);
      if (!code) fail(`no code for a piece of ${alpha3} at ${centre(polygon[0])}`);
      const key = code === "other" ? `other:${alpha3}` : code;
      if (!areas.has(key)) areas.set(key, { polygons: [], specks: [] });
      const area = areas.get(key);
      const rings = polygon.map((ring) => unwrap(ring.map(tidy))).filter((ring) => signedArea(ring) !== 0);
      if (rings.length > 0) area.polygons.push(rings);
      else area.specks.push(polygon[0][0]);
    }
  }
  return areas;
}

const around = (ring) => Math.abs(ring.at(-1)[0] - ring[0][0]) > 180;
const moved = (rings, by) => rings.map((ring) => ring.map(([x, y]) => [x + by, y]));

// Counts longitudes from the central meridian and keeps every area in one
// piece: its parts follow its largest polygon, even past the edge of the map.
// Only the ring around the South Pole is cut.
function place(area, meridian, fail) {
  const relative = area.polygons.map((rings) => {
    if (!around(rings[0])) return moved(rings, -meridian);
    const ring = closeAroundSouthPole(moved(rings, -meridian)[0]);
    if (!ring) fail(`the coast of Antarctica meets the edge of the map more than once: move MERIDIAN`);
    return [ring];
  });
  const size = (rings) => Math.abs(signedArea(rings[0]));
  const largest = relative.reduce((a, b) => (size(b) > size(a) ? b : a), relative[0]);
  const home = largest ? centre(largest[0])[0] : area.specks[0][0] - meridian;
  const anchor = home + turnsToward(home, 0);
  const polygons = relative.map((rings) => {
    const by = turnsToward(centre(rings[0])[0], anchor);
    return rings.map((ring) => {
      const hole = turnsToward(centre(ring)[0] + by, centre(rings[0])[0] + by);
      return moved([ring], by + hole)[0];
    });
  });
  const speck = area.specks[0] && [area.specks[0][0] - meridian, area.specks[0][1]];
  return { polygons, speck: speck && [speck[0] + turnsToward(speck[0], anchor), speck[1]] };
}

// codes: alpha-3 -> alpha-2. Returns key -> { polygons, speck, place }, with
// longitudes relative to the meridian. `place` is a decision of PLACES,
// `speck` what the source knows of an area without a shape.
export function gatherAreas(features, codes, meridian, fail) {
  const placed = new Map();
  for (const [key, area] of collect(features, codes, fail)) placed.set(key, place(area, meridian, fail));
  for (const [code, [x, y]] of Object.entries(PLACES)) {
    const area = placed.get(code) ?? { polygons: [] };
    area.place = [x - meridian + turnsToward(x - meridian, 0), y];
    placed.set(code, area);
  }
  return placed;
}

// Areas that reach over the edge of the map, 180° from its central meridian.
export function overhangs(areas) {
  const reach = ({ polygons }) => {
    const [west, , east] = bounds(polygons.flat(2));
    return Math.max(-west, east);
  };
  return [...areas].filter(([, area]) => reach(area) > 180).map(([key]) => key);
}
