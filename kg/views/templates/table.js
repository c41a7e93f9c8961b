// All facts as a table that sorts by any column.

const ROWS_AT_FIRST = 1000;
const sorting = { column: "date", falling: false };
let allRows = false;

function nameOrFigure(object) {
  return typeof object === "number" ? shownName(object)[1] : object[language];
}

const sourcesOf = (claim) => [...new Set(claim.evidence.map((item) => item.source))].map((place) => data.sources[place]);

const COLUMNS = {
  date: { text: (claim) => claim.date.replace(/^≤ /, ""), cell: (claim) => claim.date },
  subject: { text: (claim) => shownName(claim.about[0])[1], cell: (claim) => thingLink(claim.about[0]) },
  relation: { text: (claim) => term(claim.relation), cell: (claim) => term(claim.relation) },
  object: {
    text: (claim) => nameOrFigure(claim.object),
    cell: (claim) => (typeof claim.object === "number" ? thingLink(claim.object) : claim.object[language]),
  },
  status: { text: (claim) => term(claim.status), cell: (claim) => [term(claim.status), claim.doubt ? ", " + word(claim.doubt) : ""] },
  sources: {
    text: (claim) => sourcesOf(claim).map((source) => source.title).join(),
    cell: (claim) => sourcesOf(claim).map((source) => element("div", {}, sourceTitle(source))),
  },
};

function sorted() {
  const { text } = COLUMNS[sorting.column];
  const collator = new Intl.Collator(codes[language], { numeric: true });
  const rows = data.claims.map((claim) => [text(claim), claim]);
  // What is unknown stands last, whichever way the rest is sorted.
  rows.sort(([a], [b]) => !a - !b || collator.compare(a, b) * (sorting.falling ? -1 : 1));
  return rows.map(([, claim]) => claim);
}

function heading(column, redraw) {
  const button = element("button", { type: "button" }, word(column));
  const state = sorting.column !== column ? "none" : sorting.falling ? "descending" : "ascending";
  button.addEventListener("click", () => {
    sorting.falling = sorting.column === column && !sorting.falling;
    sorting.column = column;
    redraw();
    document.querySelector("th[aria-sort$='ending'] button").focus();
  });
  return element("th", { scope: "col", "aria-sort": state }, button);
}

function factsTable(redraw) {
  const rows = sorted();
  const shown = allRows ? rows : rows.slice(0, ROWS_AT_FIRST);
  const more = element("button", { type: "button", class: "button" }, word("show_rows", { n: rows.length }));
  more.addEventListener("click", () => {
    allRows = true;
    redraw();
  });
  return element("article", { class: "wide" },
    element("h2", { class: "title" }, word("facts"), element("small", {}, String(rows.length))),
    element("div", { class: "scroll", tabindex: "0" },
      element("table", {},
        element("thead", {}, element("tr", {}, Object.keys(COLUMNS).map((column) => heading(column, redraw)))),
        element("tbody", {}, shown.map((claim) =>
          element("tr", {}, Object.entries(COLUMNS).map(([name, column]) => element("td", { class: name }, column.cell(claim)))))))),
    shown.length < rows.length ? more : null);
}
