// Everything that the map's page shows, as it stands in the document.
const text = (element) => (element?.textContent ?? "").replace(/\s+/gu, " ").trim();
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const page = document.querySelector(".map-page") ?? document;
const tile = (element) => [
  element.id.replace("tile-", ""),
  [element.dataset.shade, text(element.querySelector(".tile-number")), text(element.querySelector(".visually-hidden"))],
];
const bar = (row) => [
  text(row.querySelector("th")),
  text(row.querySelector(".bar-number")),
  row.querySelector("rect").getAttribute("width"),
];
const row = (element) => [element.querySelector(".place-flag").dataset.code, all("td", element).map(text)];
// Where everything is zero, a cover says so for all of them.
const isCovered = Boolean(page.querySelector("#world [data-covered]"));
const shade = ({ dataset }) => [dataset.code, isCovered ? "zero" : dataset.shade];
const number = page.querySelector(".map-card-number")?.cloneNode(true);
const badge = number?.querySelector(".chip--badge");
badge?.remove();
return {
  shades: Object.fromEntries(all("#world [data-code]", page).map(shade)),
  tiles: Object.fromEntries(all(".tile", page).map(tile)),
  caption: text(page.querySelector(".figures-table caption")),
  rows: Object.fromEntries(all(".figures-table tbody tr", page).map(row)),
  foot: all(".figures-table tfoot tr", page).map((line) => all("td", line).map(text)),
  charts: all(".chart", page).map((chart) => [text(chart.querySelector("caption")), all("tbody tr", chart).map(bar)]),
  card: [
    text(badge),
    text(number),
    text(page.querySelector(".map-card-choice")),
    text(page.querySelector(".map-card-people p, p.map-card-people")),
  ],
};
