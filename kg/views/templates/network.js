// The picture: vis-network with fixed places, drawn in the page's own colours.

const stage = byId("stage");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const places = new Map(data.nodes.map((node) => [node.id, node]));
// Many lines are drawn faint, so that names stand out.
const edgeOpacity = data.edges.length > 300 ? 0.4 : 1;
let selected = null;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const face = () => getComputedStyle(document.body).fontFamily;

function drawnNode(node) {
  return {
    ...node,
    label: data.things[node.id].labels[language],
    title: element("div", {}, thingStory(node.id, "strong")),
    color: {
      background: node.color.background,
      border: colour("--outline"),
      hover: { background: node.color.background, border: colour("--accent") },
      highlight: { background: node.color.background, border: colour("--accent") },
    },
    font: { ...node.font, face: face(), color: colour("--ink"), strokeWidth: 4, strokeColor: colour("--paper"), multi: false },
  };
}

function drawnEdge(edge) {
  return {
    ...edge,
    title: element("div", {}, tieStory(edge.id, false)),
    color: { color: colour("--edge"), hover: colour("--accent"), highlight: colour("--accent"), inherit: false, opacity: edgeOpacity },
  };
}

const nodes = new vis.DataSet(data.nodes.map(drawnNode));
const edges = new vis.DataSet(data.edges.map(drawnEdge));
const network = new vis.Network(stage, { nodes, edges }, data.options);

/** Soft grounds behind the groups: a thick line around the hull of the places of each. */
function drawGroups(context) {
  context.save();
  context.lineJoin = "round";
  context.lineWidth = 96;
  context.strokeStyle = context.fillStyle = colour("--group");
  for (const members of data.groups) {
    const around = hull(members.map((id) => [places.get(id).x, places.get(id).y + 16]));
    const path = new Path2D();
    around.forEach(([x, y], index) => (index ? path.lineTo(x, y) : path.moveTo(x, y)));
    path.closePath();
    // Filled and stroked on a layer of its own, so that the two do not add up where they meet.
    layer(context, path);
  }
  context.restore();
}

function layer(context, path) {
  const { canvas } = context;
  const sheet = new OffscreenCanvas(canvas.width, canvas.height);
  const own = sheet.getContext("2d");
  own.setTransform(context.getTransform());
  Object.assign(own, { lineJoin: "round", lineWidth: context.lineWidth, strokeStyle: "#000", fillStyle: "#000" });
  own.fill(path);
  own.stroke(path);
  own.setTransform(1, 0, 0, 1, 0, 0);
  own.globalCompositeOperation = "source-in";
  own.fillStyle = context.fillStyle;
  own.fillRect(0, 0, sheet.width, sheet.height);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(sheet, 0, 0);
  context.restore();
}

function showAll() {
  network.fit({ animation: false, maxZoomLevel: 1.4 });
}

/** Everything; on a screen too small to read it, the surroundings of the best connected. */
function firstSight() {
  showAll();
  if (network.getScale() > 0.45 || !data.nodes.length) return;
  const ties = (node) => network.getConnectedEdges(node.id).length;
  const hub = data.nodes.reduce((best, node) => (ties(node) > ties(best) ? node : best));
  network.moveTo({ position: { x: hub.x, y: hub.y }, scale: 0.75, animation: false });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: false });
}

function select(id) {
  selected = id;
  network.selectNodes([id]);
  showPanel(thingStory(id, "h2"), network.getConnectedEdges(id), id);
}

function showChosen({ nodes: [node], edges: [edge] }) {
  if (node !== undefined) return select(node);
  selected = null;
  return edge === undefined ? hidePanel() : showPanel([], [edge], null);
}

function showLegend() {
  byId("legend").replaceChildren(...data.looks.map((look) =>
    element("li", {}, shape(look.shape, look.colour), element("span", {}, look.labels[language]))));
}

function repaint() {
  nodes.update(data.nodes.map(drawnNode));
  edges.update(data.edges.map(drawnEdge));
}

function speakNetwork() {
  speak("network_title");
  showLanguages((index) => {
    language = index;
    speakNetwork();
    repaint();
  });
  showLegend();
  const counts = [["entities", data.nodes.length], ["facts", data.edges.length], ["sources", data.sources.length]];
  byId("counts").textContent = counts.map(([key, count]) => word(key) + ": " + count).join(" · ");
  const shown = data.nodes.length;
  byId("notice").textContent = !shown ? word("empty") : shown < data.all ? word("partial", { shown, all: data.all }) : "";
  if (selected !== null) select(selected);
  else hidePanel();
}

/** Names that hold what was typed, the shortest first. */
function find(text) {
  const wanted = fold(text);
  const found = !wanted ? [] : Object.entries(data.things)
    .map(([id, thing]) => [id, Math.min(...thing.search.filter((name) => name.includes(wanted)).map((name) => name.length))])
    .filter(([, length]) => Number.isFinite(length));
  return found.sort((a, b) => a[1] - b[1]).map(([id]) => id);
}

byId("search").addEventListener("input", () => {
  const found = find(byId("search").value);
  byId("found").textContent = !byId("search").value ? "" : found.length ? word("found", { n: found.length }) : word("none_found");
  network.selectNodes(found);
});
byId("search").addEventListener("keydown", (event) => {
  const [first] = find(byId("search").value);
  if (event.key !== "Enter" || first === undefined) return;
  // On a small screen the panel covers the lower half.
  const offset = { x: 0, y: stage.clientWidth < 640 ? -stage.clientHeight / 4 : 0 };
  network.focus(first, { scale: Math.max(1, network.getScale()), offset, animation: false });
  select(first);
});
byId("zoom-in").addEventListener("click", () => zoom(1.3));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byId("show-all").addEventListener("click", showAll);
stage.addEventListener("keydown", (event) => {
  const act = { "+": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: showAll, Escape: () => showChosen({ nodes: [], edges: [] }) }[event.key];
  if (act) act();
});
network.on("click", showChosen);
network.on("beforeDrawing", drawGroups);
dark.addEventListener("change", repaint);
window.addEventListener("resize", () => requestAnimationFrame(firstSight));
speakNetwork();
firstSight();
network.once("afterDrawing", () => {
  // For tests: what vis-network itself holds.
  stage.dataset.nodes = String(network.body.nodeIndices.length);
  stage.dataset.edges = String(network.body.edgeIndices.length);
});
