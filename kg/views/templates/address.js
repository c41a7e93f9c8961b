// The address after # holds what is shown, and restores it: view, thing, path, filters, language, zoom.

const VIEWS = ["picture", "names", "facts"];
const COLOURS = ["class", "group", "country"];
const DEGREE = "ties";

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const listOf = (text) => (text || "").split(",").filter(Boolean);

/** What each choice of a filter is called in an address; things, terms and sources by their own names. */
const FILTERS = {
  classes: { key: "hide", write: (place) => data.groups[place].name, read: (name) => data.groups.findIndex((group) => group.name === name) },
  predicates: {
    key: "without",
    write: (place) => data.claims.predicates[place].name,
    read: (name) => data.claims.predicates.findIndex((predicate) => predicate.name === name),
  },
  sources: { key: "nosource", write: (place) => data.sources[place].id, read: (id) => data.sources.findIndex((source) => source.id === id) },
  languages: { key: "nolanguage", write: (code) => code, read: (code) => (data.sources.some((source) => source.language === code) ? code : -1) },
  countries: { key: "country", write: (thing) => ids[thing], read: (id) => placeOf.get(id) ?? -1 },
};

function readFilter(asked) {
  const filter = noFilter();
  for (const [name, { key, read }] of Object.entries(FILTERS)) {
    filter[name] = new Set(listOf(asked.get(key)).map(read).filter((place) => place !== -1));
  }
  for (const name of ["after", "before", "day"]) filter[name] = DAY.test(asked.get(name)) ? asked.get(name) : "";
  if (filter.day) filter.day = latest(filter.day);
  filter.single = asked.get("single") === "1";
  return filter;
}

function readCamera(text) {
  const [x, y, scale] = (text || "").split("_").map(Number);
  return scale > 0 && Number.isFinite(x + y + scale) ? { x, y, scale: clamp(scale, CLOSEST.least, CLOSEST.most) } : null;
}

/** What an address asks for. A thing or an end of a path that is not here is kept as { missing }. */
function readAddress(hash) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const code = codes.indexOf(asked.get("lang"));
  if (code >= 0) language = code;
  const named = (key) => (asked.get(key) ? placeOf.get(asked.get(key)) ?? { missing: asked.get(key) } : null);
  const within = (list, key) => (list.includes(asked.get(key)) ? asked.get(key) : list[0]);
  return {
    view: within(VIEWS, "view"),
    thing: named("thing"),
    path: asked.has("from") || asked.has("to") ? [named("from"), named("to")] : null,
    through: asked.get("through") === "1",
    all: asked.get("all") === "1",
    filter: readFilter(asked),
    size: within(MEASURES, "size"),
    colour: within(COLOURS, "colour"),
    camera: readCamera(asked.get("at")),
  };
}

function address(shown) {
  const parts = new URLSearchParams();
  const put = (key, value) => value && parts.set(key, value);
  const putThing = (key, thing) => thing !== null && put(key, typeof thing === "number" ? ids[thing] : thing.missing);
  if (shown.view !== VIEWS[0]) put("view", shown.view);
  putThing("thing", shown.thing);
  if (shown.path) ["from", "to"].forEach((key, end) => putThing(key, shown.path[end]));
  if (shown.path && !parts.has("from")) put("from", parts.has("to") ? "" : " ");
  for (const key of ["through", "all"]) put(key, shown[key] && "1");
  for (const [name, { key, write }] of Object.entries(FILTERS)) put(key, [...shown.filter[name]].map(write).sort().join());
  for (const name of ["after", "before", "day"]) put(name, shown.filter[name]);
  put("single", shown.filter.single && "1");
  if (shown.size !== MEASURES[0]) put("size", shown.size);
  if (shown.colour !== COLOURS[0]) put("colour", shown.colour);
  if (shown.camera) put("at", [shown.camera.x, shown.camera.y].map(Math.round).join("_") + "_" + shown.camera.scale.toPrecision(3));
  parts.set("lang", codes[language]);
  return "#" + parts;
}

const MEASURES = [DEGREE, ...Object.keys(data.things.ranks)];
