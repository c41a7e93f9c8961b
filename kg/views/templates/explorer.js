// The page: what the address asks for is shown, and everything that is chosen becomes an address.

let state = null;
let network = null;
let networkKey = "";
let unknownCount = 0;
let lit = { things: new Set(), ties: new Set(), beside: new Map() };
let found = null;
let pointedAt = null;
let colours = { of: () => OTHER, legend: [] };
let names = [];
let fitting = null;
let timeline = null;

const canvas = byId("canvas");
const view = makeView(canvas, {
  sceneFor: (camera, frame) => sceneOf(network, camera, frame, look()),
  looks: look,
  painted: (scene) => {
    canvas.dataset.nodes = String(scene.dots.length);
    canvas.dataset.lines = String(scene.lines.length);
    canvas.dataset.labels = String(scene.labels.length);
  },
  moved: (camera) => {
    state.camera = fitting ? null : { ...camera };
    history.replaceState(null, "", address(state));
  },
  chosen: (target) => choose(target),
  pointed: (target, point) => showTip(target, point),
});
for (const gesture of ["pan", "zoom"]) {
  const act = view[gesture];
  view[gesture] = (...how) => {
    fitting = null;
    act(...how);
  };
}

function look() {
  return { colours, partNames: names, selected: typeof state.thing === "number" ? state.thing : null, hovered: pointedAt, ...lit };
}

function tell(text) {
  byId("live").textContent = text;
  byId("toast").textContent = text;
  byId("toast").hidden = !text;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => (byId("toast").hidden = true), 4000);
}

/** Changes what is shown; the address follows. */
function go(changes) {
  state = { ...state, ...changes };
  const next = address(state);
  if (next !== location.hash) history.pushState(null, "", next);
  show();
}

/** Changes the filter; the step back leads to before it. */
function changeFilter(change) {
  const filter = Object.fromEntries(Object.entries(state.filter).map(([key, choice]) => [key, choice instanceof Set ? new Set(choice) : choice]));
  change(filter);
  state = { ...state, filter };
  history.replaceState(null, "", address(state));
  show();
}

function choose(target) {
  showTip(null);
  if (!target) return go({ thing: null, path: null });
  if (target.thing !== undefined) return go({ thing: target.thing, path: null });
  if (target.tie !== undefined) return go({ thing: null, path: [tieFrom[target.tie], tieTo[target.tie]], all: state.all || !isTie(target.tie) });
  const part = network.parts.find((each) => each.part === target.part);
  fit(() => part.bounds, 1.4);
  return undefined;
}

/** Shows a rectangle, and again when the window changes, until somebody moves the picture. */
function fit(bounds, most) {
  fitting = () => view.fit(bounds(), most, view.width < 600 ? 26 : 56);
  fitting();
}

function everything() {
  // Of all, whatever is filtered: what stays does not move.
  const points = inPicture.map((thing) => [placeX[thing], placeY[thing]]);
  return points.length ? boundsOf(points) : { left: -100, top: -100, right: 100, bottom: 100 };
}

const showAll = () => fit(everything, 1.5);

/** Everything; where that is too small to read, the surroundings of the best connected. */
function firstSight() {
  showAll();
  if (!network.things.length || network.things.length > FEW || view.camera.scale > 0.4) return;
  const hub = network.things.reduce((best, thing) => (network.ties.degree(thing) > network.ties.degree(best) ? thing : best));
  fitting = () => view.moveTo({ x: placeX[hub], y: placeY[hub], scale: 0.55 });
  fitting();
}

function showNetwork() {
  const key = address({ ...noState, filter: state.filter, size: state.size });
  if (key !== networkKey) {
    networkKey = key;
    const { active, unknown } = passing(state.filter, false);
    network = drawnNetwork(active, state.size);
    unknownCount = unknown;
  }
  names = partNames();
  colours = colouring(state.colour, inPicture);
  const shown = network.active.reduce((sum, each) => sum + each, 0);
  timeline?.show(state.filter.day, shown, unknownCount);
  byId("notice").textContent = network.things.length ? "" : word(inPicture.length ? "nothing_passes" : "empty");
  canvas.setAttribute("aria-label", word("picture_of", { things: network.things.length, ties: shown }) + " " + word("keys"));
  showLegend(colours);
}

function showSide() {
  const side = byId("side");
  const inside = [];
  if (state.path) inside.push(chain(found));
  else if (typeof state.thing === "number") inside.push(card(state.thing));
  else if (state.thing) inside.push(element("p", { class: "lead" }, word("unknown", { id: state.thing.missing })));
  const close = element("button", { type: "button", class: "close", "aria-label": word("close") }, "×");
  close.addEventListener("click", leave);
  side.hidden = !inside.length;
  side.replaceChildren(...(inside.length ? [close, ...inside] : []));
  side.scrollTop = 0;
}

function leave() {
  go({ thing: null, path: null });
  canvas.focus();
}

function showPage() {
  const page = byId("page");
  page.hidden = state.view === "picture";
  byId("picture").hidden = !page.hidden;
  page.replaceChildren(...(page.hidden ? [] : [state.view === "facts" ? factsTable(showPage) : listing()]));
}

function showFilters() {
  byId("filters").hidden = !panelOpen;
  byId("open-filters").setAttribute("aria-expanded", String(panelOpen));
  byId("filter-count").textContent = isFiltering(state.filter) ? "●" : "";
  if (panelOpen) byId("filters").replaceChildren(filterPanel());
}
let panelOpen = false;

function showViews() {
  byId("views").replaceChildren(...VIEWS.map((name) => element("a", { href: address({ ...state, view: name, thing: null, path: null }), "aria-current": state.view === name ? "page" : null }, word("view_" + name))));
  byId("home").setAttribute("href", address({ ...noState }));
}

function showWords() {
  speak("explorer_title");
  showLanguages((index) => {
    language = index;
    history.replaceState(null, "", address(state));
    show();
  });
  if (typeof state.thing === "number") document.title = nameOf(state.thing) + " · " + word("network_title");
  byId("theme").setAttribute("aria-label", word(isDark() ? "light" : "dark"));
  byId("theme").title = word(isDark() ? "light" : "dark");
}

function show() {
  if (!network || language !== show.language) widths.clear();
  show.language = language;
  showWords();
  showNetwork();
  light();
  showViews();
  showFilters();
  showSide();
  showPage();
  document.body.dataset.showing = state.path ? "path" : state.thing !== null ? "thing" : state.view;
  view.resize();
  const asked = JSON.stringify([state.thing, state.path, state.through, state.all]);
  if (asked !== show.asked) {
    show.asked = asked;
    if (lit.things.size && !state.camera) moveToLit();
    else if (!state.camera && !fitting) firstSight();
    if (found) byId("live").textContent = found.said;
    else if (typeof state.thing === "number") byId("live").textContent = nameOf(state.thing) + ", " + kindName(state.thing);
  }
  view.refresh();
}

const noState = { ...readAddress(""), language: null };
const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (darkSystem.matches ? "dark" : "light")) === "dark";

function repaint() {
  readPalette();
  widths.clear();
  if (network) showWords();
  view.refresh();
}

/** Paper is light, whatever the screen. */
function onPaper(isOn) {
  const page = document.documentElement.dataset;
  if (isOn) onPaper.theme = page.theme;
  if (isOn) page.theme = "light";
  else if (onPaper.theme) page.theme = onPaper.theme;
  else delete page.theme;
  readPalette();
  view.now();
}

function listen() {
  window.addEventListener("beforeprint", () => onPaper(true));
  window.addEventListener("afterprint", () => onPaper(false));
  window.addEventListener("popstate", () => {
    const before = state;
    state = readAddress(location.hash);
    if (state.camera) {
      fitting = null;
      view.moveTo(state.camera);
    }
    show();
    if (before.thing !== state.thing || before.view !== state.view) byId(state.thing === null ? "content" : "side").focus({ preventScroll: true });
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("content").focus();
  });
  byId("open-path").addEventListener("click", () => {
    go({ path: [state.thing ?? null, null], thing: null });
    byId(state.path[0] === null ? "path_from" : "path_to")?.focus();
  });
  byId("open-filters").addEventListener("click", () => {
    panelOpen = !panelOpen;
    showFilters();
    if (view.resize() && fitting) fitting();
  });
  byId("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    repaint();
  });
  darkSystem.addEventListener("change", repaint);
  const acts = { png: savePng, svg: saveSvg, "save-table": saveTable, print: () => window.print(), copy: copyAddress };
  for (const [id, act] of Object.entries(acts)) {
    byId(id).addEventListener("click", () => {
      byId("keep").open = false;
      act();
    });
  }
  byId("zoom-in").addEventListener("click", () => view.zoom(1.4));
  byId("zoom-out").addEventListener("click", () => view.zoom(1 / 1.4));
  byId("show-all").addEventListener("click", showAll);
  pictureKeys(canvas, view, {
    at: () => pointedAt,
    point: (thing) => {
      pointedAt = thing;
      const dot = view.scene.dots.find((each) => each.thing === thing);
      const [x, y] = isPlaced(thing) ? view.screenOf(placeX[thing], placeY[thing]) : [dot.x, dot.y];
      showTip({ thing }, [x, y]);
      view.refresh();
      byId("live").textContent = nameOf(thing) + ", " + kindName(thing) + ", " + word("ties_shown", { n: network.ties.degree(thing) });
    },
    open: (thing) => {
      go({ thing, path: null });
      byId("side").focus();
    },
    leave,
    showAll,
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && byId("keep").open) byId("keep").open = false;
    else if (event.key === "Escape" && !byId("side").hidden && event.target !== canvas) leave();
    if (event.key !== "/" || /INPUT|SELECT/.test(event.target.tagName)) return;
    event.preventDefault();
    byId("search").focus();
    byId("search").select();
  });
  document.addEventListener("click", (event) => {
    if (!byId("keep").contains(event.target)) byId("keep").open = false;
  });
  new ResizeObserver(() => {
    if (view.resize() && fitting) fitting();
  }).observe(byId("stage"));
}

byId("ask").append(finder("search", "", (thing) => {
  byId("search").value = "";
  go({ thing, path: null, view: state.view === "picture" ? "picture" : state.view });
  byId("side").focus();
}, byId("search")).box);
readPalette();
state = readAddress(location.hash);
timeline = makeTimeline((day) => changeFilter((filter) => (filter.day = day)));
view.resize();
if (state.camera) view.moveTo(state.camera);
show();
listen();
foldAtRest();
