// The page: what the address asks for is shown, and everything that is chosen becomes an address.

let shown = readAddress();

function overview() {
  const counts = [["entities", data.things.length], ["facts", data.claims.length], ["sources", data.sources.length]];
  const most = data.things.map((_, index) => index).sort((a, b) => factsOf[b].length - factsOf[a].length).slice(0, 10);
  const perSource = data.sources.map((_, place) => data.claims.filter((claim) => claim.evidence.some((item) => item.source === place)).length);
  return element("article", {},
    element("p", { class: "lead" }, word("choose")),
    element("dl", { class: "counts" }, counts.map(([key, count]) => element("div", {}, element("dt", {}, word(key)), element("dd", {}, String(count))))),
    element("section", {}, element("h3", {}, word("most_told")),
      element("ol", { class: "most" }, most.map((index) => element("li", {}, classShape(index), thingLink(index), element("small", {}, String(factsOf[index].length)))))),
    element("section", {}, element("h3", {}, word("sources")),
      element("ul", { class: "sources" }, data.sources.map((source, place) => element("li", {},
        sourceTitle(source),
        element("p", { class: "quiet" }, [sourceDetails(source), source.language, word("facts") + ": " + perSource[place]].filter(Boolean).join(" · ")))))));
}

function content() {
  if (shown.thing) {
    const index = placeOf.get(shown.thing);
    return index === undefined ? element("p", { class: "lead" }, word("unknown", { id: shown.thing })) : card(index);
  }
  return shown.view === "facts" ? factsTable(redraw) : overview();
}

function redraw() {
  document.body.dataset.showing = shown.thing ? "thing" : shown.view;
  byId("content").replaceChildren(content());
}

function showViews() {
  const current = (view) => (!shown.thing && shown.view === view ? "page" : null);
  byId("views").replaceChildren(
    ...VIEWS.map((view) => element("a", { href: address({ view }), "aria-current": current(view) }, word(view))),
    element("a", { href: "network.html" }, word("to_network")));
  byId("home").setAttribute("href", address({}));
}

function showAll() {
  speak("explorer_title");
  showLanguages((index) => {
    language = index;
    location.replace(address(shown));
    showAll();
  });
  showViews();
  showList(shown.thing);
  redraw();
  const index = placeOf.get(shown.thing);
  if (index !== undefined) document.title = shownName(index)[1];
}

window.addEventListener("hashchange", () => {
  const before = shown;
  shown = readAddress();
  showAll();
  if (before.thing !== shown.thing || before.view !== shown.view) {
    window.scrollTo(0, 0);
    byId("content").focus({ preventScroll: true });
  }
});

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("content").focus();
});
byId("search").addEventListener("input", () => {
  showList(shown.thing);
  byId("list").scrollTop = 0;
});
byId("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    const [best] = showList(shown.thing);
    if (best !== undefined) location.hash = address({ thing: data.things[best].id });
  } else if (event.key === "Escape") {
    byId("search").value = "";
    showList(shown.thing);
  }
});

/** Up and down walk through search box and list. */
byId("finder").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [byId("search"), ...byId("list").querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.tagName === "INPUT") return;
  event.preventDefault();
  byId("search").focus();
  byId("search").select();
});

showAll();
