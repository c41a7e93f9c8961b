// The facts behind the picture as a table that sorts by any column.

const ROWS_AT_FIRST = 300;
const sorting = { column: "date", falling: false };
let allRows = false;

const objectText = (claim) => plainText(objectPieces(claim));
const sourcesOfClaim = (claim) => sourcesOf(claim).map((place) => data.sources[place]);

const COLUMNS = {
  date: { text: (claim) => dateShown(claim).replace(/^≤ /, ""), cell: dateShown },
  subject: { text: (claim) => nameOf(subjects[claim]), cell: (claim) => thingLink(subjects[claim]) },
  relation: { text: (claim) => term(predicateOf(claim).name), cell: (claim) => term(predicateOf(claim).name) },
  object: { text: objectText, cell: (claim) => (joins(claim) ? thingLink(data.claims.object[claim]) : objectText(claim)) },
  status: { text: (claim) => term(statusOf(claim)), cell: (claim) => [term(statusOf(claim)), doubt(claim) ? ", " + word(doubt(claim)) : ""] },
  sources: {
    text: (claim) => sourcesOfClaim(claim).map((source) => source.title || source.id).join(),
    cell: (claim) => sourcesOfClaim(claim).map((source) => element("div", {}, sourceTitle(source))),
  },
};

function sortedClaims() {
  const { text } = COLUMNS[sorting.column];
  const collator = new Intl.Collator(codes[language], { numeric: true });
  const rows = claimsPassing(state.filter).map((claim) => [text(claim), claim]);
  // What is unknown stands last, whichever way the rest is sorted.
  rows.sort(([a], [b]) => !a - !b || collator.compare(a, b) * (sorting.falling ? -1 : 1));
  return rows.map(([, claim]) => claim);
}

function heading(column, redraw) {
  const button = element("button", { type: "button" }, word(column));
  const order = sorting.column !== column ? "none" : sorting.falling ? "descending" : "ascending";
  button.addEventListener("click", () => {
    sorting.falling = sorting.column === column && !sorting.falling;
    sorting.column = column;
    redraw();
    document.querySelector("th[aria-sort$='ending'] button").focus();
  });
  return element("th", { scope: "col", "aria-sort": order }, button);
}

function factsTable(redraw) {
  const rows = sortedClaims();
  const shown = allRows ? rows : rows.slice(0, ROWS_AT_FIRST);
  const more = element("button", { type: "button", class: "button" }, word("show_rows", { n: rows.length }));
  more.addEventListener("click", () => {
    allRows = true;
    redraw();
  });
  const csv = element("button", { type: "button", class: "button", id: "csv" }, word("save_csv"));
  csv.addEventListener("click", saveTable);
  return element("article", { class: "wide" },
    element("div", { class: "titles" }, element("h2", { class: "title" }, word("facts"), element("small", {}, String(rows.length))), csv),
    isFiltering(state.filter) ? element("p", { class: "quiet" }, word("filtered")) : null,
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("facts") },
      element("table", {},
        element("thead", {}, element("tr", {}, Object.keys(COLUMNS).map((column) => heading(column, redraw)))),
        element("tbody", {}, shown.map((claim) =>
          element("tr", {}, Object.entries(COLUMNS).map(([name, column]) => element("td", { class: name }, column.cell(claim)))))))),
    shown.length < rows.length ? more : null);
}

const quoted = (text) => '"' + text.replaceAll('"', '""') + '"';

/** A cell that no spreadsheet takes for a formula (OWASP, "CSV injection"). */
function safeCell(text) {
  return quoted(/^[=+\-@\t\r\n]/.test(text) ? "'" + text : text);
}

/** The table as CSV (RFC 4180), one row for each piece of evidence, after the mark that tells Excel it is UTF-8. */
function tableText() {
  const titles = [...Object.keys(COLUMNS).map((column) => word(column)), word("quote"), word("link")];
  const rows = sortedClaims().flatMap((claim) => {
    const cells = Object.entries(COLUMNS).filter(([name]) => name !== "sources").map(([, column]) => column.text(claim));
    return proofsOf(claim).map((item) => {
      const source = data.sources[item.source];
      return [...cells, source.title || source.id, item.quote ?? item.record, source.url || ""];
    });
  });
  return "\uFEFF" + [titles, ...rows].map((cells) => cells.map(safeCell).join(",")).join("\r\n") + "\r\n";
}
