// The map as one writes it by hand with d3: the same figures, colours by powers of ten, years, and a tooltip.
const WIDTH = 1072;
const HEIGHT = 547;
const FIRST = 2014;
const COLOURS = ["#fbdfe3", "#f3a9b7", "#dd6a86", "#a83262", "#5c1f45"];
const ZERO = "#c9d3df";

const json = async (path) => (await fetch(path)).json();
// Asked for before anything else is done.
const answers = ["/world.json", "/figures.json", "/illustration.json", "/codes.json"].map(json);

const svg = d3.select("#world").attr("viewBox", [0, 0, WIDTH, HEIGHT]);
const map = svg.append("g");
const card = d3.select("#map-card");
const slider = d3.select(".year-bar input");
const names = new Intl.DisplayNames("en", { type: "region" });
const numbers = new Intl.NumberFormat("en");

/** Invitees by country/region in one year, or in all of them. */
function invitees(list, fiction, year) {
  const found = new Map();
  for (const { countries, invitees } of fiction.series) {
    countries.forEach((country, at) => {
      const years = invitees[at];
      const sum = year ? (years[year - fiction.from] ?? 0) : years.reduce((one, other) => one + other, 0);
      if (sum > 0) found.set(country, (found.get(country) ?? 0) + sum);
    });
  }
  if (year) {
    for (const { country, scope, from, to, invitees } of list.figures) {
      if (country && scope === "all" && from === year && to === year) found.set(country, invitees);
    }
  } else {
    for (const { country, invitees } of list.places) found.set(country, invitees);
  }
  return found;
}

function colour(number) {
  if (number === undefined) return null;
  return number === 0 ? ZERO : COLOURS[Math.min(Math.floor(Math.log10(number)), COLOURS.length - 1)];
}

async function main() {
  const [shapes, list, fiction, code] = await Promise.all(answers);
  const countries = topojson.feature(shapes, shapes.objects.countries).features;
  const projection = d3.geoEqualEarth().rotate([-143.5, 0]).fitSize([WIDTH, HEIGHT], { type: "Sphere" });
  const outline = d3.geoPath(projection).digits(1);

  let known = new Map();
  const paths = map
    .selectAll("path")
    .data(countries)
    .join("path")
    .attr("d", outline)
    .attr("data-code", ({ properties }) => code[properties.a3] ?? null);

  paths
    .on("pointermove", (event, { properties }) => {
      const country = code[properties.a3];
      const number = known.get(country);
      const said = number === undefined ? "no figure" : numbers.format(number);
      card
        .property("hidden", false)
        .style("transform", `translate(${event.pageX + 12}px, ${event.pageY + 12}px)`)
        .text(`${country ? names.of(country) : properties.name}: ${said}`);
    })
    .on("pointerleave", () => card.property("hidden", true));

  const show = (place) => {
    const year = place > 0 ? FIRST + place - 1 : undefined;
    known = invitees(list, fiction, year);
    paths.attr("fill", ({ properties }) => colour(known.get(code[properties.a3])));
    slider.property("value", place);
    d3.select(".year-now").text(year ? `FY ${year}` : "All years");
  };
  show(0);
  slider.on("input", (event) => show(Number(event.target.value)));

  let timer;
  const play = d3.select(".year-play").on("click", () => {
    clearInterval(timer);
    if (timer) return stop();
    let place = 1;
    show(place);
    play.text("Pause");
    timer = setInterval(() => (place < 11 ? show(++place) : stop()), 1100);
  });
  function stop() {
    clearInterval(timer);
    timer = undefined;
    play.text("Play the years");
  }

  svg.call(
    d3
      .zoom()
      .scaleExtent([1, 16])
      .extent([[0, 0], [WIDTH, HEIGHT]])
      .translateExtent([[0, 0], [WIDTH, HEIGHT]])
      .on("zoom", ({ transform }) => map.attr("transform", transform)),
  );
}

main();
