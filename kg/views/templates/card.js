// The card of one thing: its names, and each fact about it as a sentence with its evidence.

const factsOf = data.things.map(() => []);
data.claims.forEach((claim, index) => claim.about.forEach((thing) => factsOf[thing].push(index)));
const placeOf = new Map(data.things.map((thing, index) => [thing.id, index]));

/** A claim as a sentence, each name but `here` a link. */
function sentence(claim, here) {
  return element("p", { class: "sentence" }, claim.sentences[language].map((piece) => {
    if (typeof piece === "string") return piece;
    return piece === here ? element("b", { lang: shownName(piece)[0] }, shownName(piece)[1]) : thingLink(piece);
  }));
}

function fact(claim, here) {
  return element("li", { class: "fact" },
    element("div", { class: "when" }, claim.date, claim.doubt ? element("span", { class: "flag" }, word(claim.doubt)) : null),
    element("div", {},
      sentence(claim, here),
      claim.evidence.map((item) => proof(item, true)),
      claim.note ? element("p", { class: "note" }, term("note") + ": " + claim.note) : null));
}

function nameRow([code, text, rank]) {
  const mark = word(rank);
  return [
    element("dt", {}, code),
    element("dd", { lang: code, class: rank }, text, mark ? [" ", element("span", { class: "flag", lang: codes[language] }, mark)] : null),
  ];
}

function card(index) {
  const thing = data.things[index];
  const [code, name] = shownName(index);
  const order = (row) => (codes.indexOf(row[0]) + codes.length + 1) % (codes.length + 1);
  const names = [...thing.names].sort((a, b) => order(a) - order(b));
  const facts = factsOf[index].map((claim) => data.claims[claim]);
  return element("article", {},
    element("h2", { lang: code, class: "title" }, name),
    element("p", { class: "kind" }, classShape(index), " ", element("span", {}, thing.kinds[language])),
    element("section", {},
      element("h3", {}, word("names")),
      element("dl", { class: "names" }, names.flatMap(nameRow)),
      thing.identifiers ? element("p", { class: "quiet" }, word("identifiers") + ": " + thing.identifiers.join(", ")) : null),
    element("section", {},
      element("h3", {}, word("facts"), element("small", {}, String(facts.length))),
      element("ul", { class: "facts" }, facts.map((claim) => fact(claim, index)))));
}
