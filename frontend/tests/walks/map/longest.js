// The longest straight line of every outline, in widths of the map; lines along the map's lower edge are its border.
const drawing = document.querySelector(".world-land").viewBox.baseVal;
const longest = (text) => {
  let here = [0, 0];
  let start = here;
  const lengths = [0];
  for (const [, command, rest] of text.matchAll(/([Mlhz])([^Mlhz]*)/gu)) {
    const [x, y] = rest.trim().split(/[ ,]+/u).map(Number);
    const moves = { M: () => [x, y], l: () => [here[0] + x, here[1] + y], h: () => [here[0] + x, here[1]], z: () => start };
    const next = moves[command]();
    const isEdge = here[1] === next[1] && here[1] >= drawing.height * 0.97;
    if (command === "M") start = next;
    else if (!isEdge) lengths.push(Math.hypot(next[0] - here[0], next[1] - here[1]) / drawing.width);
    here = next;
  }
  return Math.max(...lengths);
};
const lands = [...document.querySelectorAll("#world [data-code]")];
const outline = (land) => (land.matches("path") ? land : land.querySelector(".land"))?.getAttribute("d") ?? "";
return Object.fromEntries(lands.map((land) => [land.dataset.code, longest(outline(land))]));
