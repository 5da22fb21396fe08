// What stands in a saved drawing. It is read without its styles, which the page's own policy would forbid.
const [address] = arguments;
const source = decodeURIComponent(address.slice(address.indexOf(",") + 1));
const picture = new DOMParser().parseFromString(source.replace(/<style>.*<\/style>/u, ""), "image/svg+xml");
const root = picture.documentElement;
return {
  error: picture.querySelector("parsererror")?.textContent ?? null,
  root: root.localName,
  size: [root.getAttribute("width"), root.getAttribute("height")],
  shapes: picture.querySelectorAll("path").length,
  swatches: picture.querySelectorAll("rect[class]").length,
  texts: [...picture.querySelectorAll("text")].map((text) => text.textContent),
  elsewhere: source.replace("http://www.w3.org/2000/svg", "").match(/https?:/gu),
};
