// The card of one thing: its names, and each fact about it as a sentence with its evidence.

/** Claims in the order of time; those without a date last. */
function byTime(claims) {
  const key = new Map(claims.map((claim) => [claim, (fromText(claim) || "9999") + predicateOf(claim).name]));
  return [...claims].sort((a, b) => (key.get(a) < key.get(b) ? -1 : key.get(a) > key.get(b) ? 1 : a - b));
}

function fact(claim, pieces, here) {
  const note = data.claims.qualifiers[claim]?.note;
  return element("li", { class: "fact" },
    element("p", { class: "when" }, dateShown(claim), doubt(claim) ? [" ", element("span", { class: "flag" }, word(doubt(claim)))] : null),
    sentence(pieces, here),
    proofsOf(claim).map((item) => proof(item, true)),
    note ? element("p", { class: "note" }, term("note") + ": " + note.join(" ")) : null);
}

function nameRow({ code, rank, text }) {
  const mark = word(rank);
  return [
    element("dt", {}, code),
    element("dd", { lang: code, class: rank }, text, mark ? [" ", element("span", { class: "flag", lang: codes[language] }, mark)] : null),
  ];
}

function placeWords(thing) {
  const there = countriesOf(thing).filter((country) => country !== thing);
  return there.length ? [" · ", ...joined(", ", there.map((country) => [thingLink(country)]))] : [];
}

const FACTS_AT_FIRST = 60;

function card(thing) {
  const order = ({ code }) => (codes.indexOf(code) + codes.length + 1) % (codes.length + 1);
  const names = [...namesOf(thing)].sort((a, b) => order(a) - order(b));
  const identifiers = data.things.identifiers[thing];
  const claims = byTime(factsOf[thing]);
  const list = element("ul", { class: "facts" }, claims.slice(0, FACTS_AT_FIRST).map((claim) => fact(claim, sentencePieces(claim), thing)));
  const rest = claims.slice(FACTS_AT_FIRST);
  const more = element("button", { type: "button", class: "button" }, word("show_rows", { n: claims.length }));
  more.addEventListener("click", () => {
    list.append(...rest.map((claim) => fact(claim, sentencePieces(claim), thing)));
    more.remove();
  });
  const path = element("button", { type: "button", class: "button" }, word("path_from_here"));
  path.addEventListener("click", () => go({ path: [thing, null], thing: null }));
  return element("article", {},
    element("h2", { lang: shownName(thing).code, class: "title" }, nameOf(thing), foreignCode(thing) ? [" ", foreignMark(thing)] : null),
    element("p", { class: "kind" }, classShape(thing), " ", element("span", { class: "what" }, kindName(thing)), placeWords(thing)),
    element("p", { class: "actions" }, path),
    element("section", {},
      element("h3", {}, word("facts"), element("small", {}, String(claims.length))),
      list, rest.length ? more : null),
    element("section", {},
      element("h3", {}, word("names")),
      element("dl", { class: "names" }, names.flatMap(nameRow)),
      identifiers ? element("p", { class: "quiet" }, word("identifiers") + ": " + identifiers.join(", ")) : null));
}
