// A path between two things, written out: hop by hop, each relation as a sentence with its evidence.

/** What the address asks for: { route, hops, ties, said }, `said` what to tell where there is no route. */
function askedPath() {
  const [from, to] = state.path;
  const missing = [from, to].find((end) => end?.missing);
  if (missing) return { route: [], said: word("unknown", { id: missing.missing }) };
  if (from === null || to === null) return { route: [], said: "" };
  if (from === to) return { route: [], said: word("same_thing") };
  const ties = state.all || state.through ? tiesAt(passing(state.filter, state.all, state.through).active) : network.ties;
  const route = shortestPath(ties, from, to, state.through);
  if (!route.length) return { route, said: word("no_path", { from: nameOf(from), to: nameOf(to) }) + (state.all && state.through ? "" : " " + word("no_path_hint")) };
  return { route, hops: hopsOf(ties, route), said: word("hops", { n: route.length - 1 }) };
}

function hopSection({ start, end, links }, number) {
  return element("li", { class: "hop" },
    element("p", { class: "leg" }, element("span", { class: "number" }, String(number)), " ", classShape(start), " ", thingLink(start), " → ", classShape(end), " ", thingLink(end)),
    element("ul", { class: "facts" }, links.map((tie) => {
      const claim = tieClaim[tie];
      const told = fact(claim, tiePieces(tie));
      if (isDerived(tie)) told.append(element("p", { class: "note" }, word("inferred")));
      return told;
    })));
}

function tick(key, label) {
  const box = element("input", { type: "checkbox", id: "tick-" + key });
  box.checked = state[key];
  box.addEventListener("change", () => {
    go({ [key]: box.checked });
    byId("tick-" + key)?.focus();
  });
  return element("label", { class: "tick", for: "tick-" + key }, box, " ", element("span", {}, word(label)));
}

function chain(found) {
  const ends = ["path_from", "path_to"].map((key, end) => {
    const field = finder(key, word(key), (thing) => {
      const path = [...state.path];
      path[end] = thing;
      go({ path });
      byId(thing !== null && path[1 - end] === null ? ["path_from", "path_to"][1 - end] : key)?.focus();
    });
    const chosen = state.path[end];
    if (chosen !== null) field.input.value = typeof chosen === "number" ? nameOf(chosen) : chosen.missing;
    return field.box;
  });
  const turn = element("button", { type: "button", class: "button" }, "⇅ ", word("turn_around"));
  turn.addEventListener("click", () => go({ path: [...state.path].reverse() }));
  return element("article", { class: "path" },
    element("h2", { class: "title" }, word("path_between")),
    element("div", { class: "ends" }, ends),
    element("div", { class: "ticks" }, tick("through", "through_places"), tick("all", "all_relations")),
    element("p", { class: "actions" }, turn),
    element("p", { id: "path-said", class: found.route.length ? "said" : "said none" }, found.said || word("path_ask")),
    found.route.length ? element("ol", { class: "hops" }, found.hops.map((hop, index) => hopSection(hop, index + 1))) : null);
}
