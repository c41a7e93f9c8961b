// The colours of the picture: the page's own by light or dark, and those that tell classes, groups and countries apart.

/** Safe for the colour-blind: Tol's "muted" and "vibrant" schemes (Tol 2021), in an order of falling contrast. */
const SCHEME = ["#332288", "#EE7733", "#009988", "#CC3311", "#88CCEE", "#AA4499", "#999933", "#0077BB", "#DDCC77", "#882255", "#44AA99", "#EE3377"];
const OTHER = "#9aa3ad";

let palette = {};

/** Reads the page's colours, after the theme has changed. */
function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue("--" + name).trim();
  palette = Object.fromEntries(["paper", "panel", "ink", "muted", "line", "edge", "outline", "accent", "lit"].map((name) => [name, read(name)]));
  palette.dark = read("dark") === "1";
  palette.face = getComputedStyle(document.body).fontFamily;
}

/** The countries of the things in the picture, those of most things first. */
function countriesByUse(things) {
  const counts = new Map();
  for (const thing of things) for (const country of countriesOf(thing).slice(0, 1)) counts.set(country, (counts.get(country) || 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
}

/** Colours by thing for a choice, with what each stands for: { of(thing), legend: [{ colour, text, shape, key }] }. */
function colouring(choice, things) {
  if (choice === "group") {
    const parts = partNames();
    const of = (thing) => (partOf[thing] < SCHEME.length ? SCHEME[partOf[thing]] : OTHER);
    const legend = parts.slice(0, SCHEME.length).map((text, part) => ({ colour: SCHEME[part], text, shape: "dot" }));
    return { of, legend: parts.length > SCHEME.length ? [...legend, { colour: OTHER, text: word("other"), shape: "dot" }] : legend };
  }
  if (choice === "country") {
    const told = countriesByUse(things).slice(0, SCHEME.length);
    const of = (thing) => SCHEME[told.indexOf(countriesOf(thing)[0])] || OTHER;
    const legend = told.map((country, index) => ({ colour: SCHEME[index], text: nameOf(country), shape: "dot" }));
    return { of, legend: [...legend, { colour: OTHER, text: word("other"), shape: "dot" }] };
  }
  const used = [...new Set(Array.from(things, groupOf))].sort((a, b) => a - b);
  return {
    of: (thing) => data.groups[groupOf(thing)].colour,
    legend: used.map((group) => ({ colour: data.groups[group].colour, text: capital(term(data.groups[group].name)), shape: data.groups[group].shape, group })),
  };
}
