// What is told of a node or an edge: in a tooltip, and in the panel of the one that was clicked.

/** An edge as a sentence with its date and evidence. */
function tieStory(key, withLinks) {
  const tie = data.ties[key];
  return [
    element("p", {}, tie.sentences[language]),
    tie.date || tie.inferred
      ? element("p", { class: "quiet" }, [tie.date, tie.inferred ? word("inferred") : ""].filter(Boolean).join(" · "))
      : null,
    tie.evidence.map((item) => proof(item, withLinks)),
  ].flat();
}

/** A node's name and kind. */
function thingStory(id, heading) {
  const thing = data.things[id];
  const look = data.looks[thing.class];
  return [
    element(heading, {}, thing.names[language]),
    element("p", { class: "quiet" }, shape(look.shape, look.colour), " ", element("span", { class: "kind" }, thing.kinds[language])),
  ];
}

function showPanel(stories, ties, id) {
  const close = element("button", { type: "button", class: "close", "aria-label": word("close") }, "×");
  close.addEventListener("click", () => hidePanel());
  const address = "explorer.html#thing=" + encodeURIComponent(id || "") + "&lang=" + codes[language];
  byId("panel").replaceChildren(
    close, ...stories,
    element("ul", {}, ties.map((key) => element("li", {}, tieStory(key, true)))),
    ...(id ? [element("p", {}, element("a", { href: address }, word("to_explorer") + " →"))] : []),
  );
  byId("panel").hidden = false;
  byId("panel").scrollTop = 0;
}

function hidePanel() {
  byId("panel").hidden = true;
}
