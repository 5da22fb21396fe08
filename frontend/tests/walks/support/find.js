// Finds what a person would: something visible with a role and a name. While a dialog is open, only inside it.
const [role, name, isWhole] = arguments;
const selectors = {
  button: "button, [role=button], summary",
  link: "a[href]",
  heading: "h1, h2, h3",
  field: "input:not([type=checkbox], [type=radio]), select, textarea",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  option: "[role=option]",
  text: "p, li, span, td, dd, dt, label, legend",
  any: "*",
};
const plain = (text) => (text || "").replace(/\s+/gu, " ").trim();
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
// A part that is hidden is in nobody's name.
const seenText = (element) => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let seen = "";
  while (texts.nextNode()) if (isSeen(texts.currentNode.parentElement)) seen += texts.currentNode.data;
  return seen;
};
const named = (element) =>
  element.getAttribute("aria-label") ??
  (element.labels?.length
    ? [...element.labels].map((label) => label.textContent).join(" ")
    : plain(element.textContent).includes(name) && seenText(element));
const root = document.querySelector("dialog[open]") ?? document;
const fits = (element) => {
  const known = plain(named(element));
  return isWhole ? known === name : known.includes(name);
};
const isShown = (element) => isSeen(element) && element.getClientRects().length > 0;
return [...root.querySelectorAll(selectors[role])].find((element) => fits(element) && isShown(element)) ?? null;
