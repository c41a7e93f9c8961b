// Claims as sentences: the same as kg/views/sentences.py makes, which a test holds them to.

const IN_THE_OBJECT = ["comparison", "magnitude", "unit"];

/** A piece of a sentence: a text, or the place of a thing whose name stands there. */
function value(told) {
  return typeof told === "number" ? told : data.terms[told] ? term(told) : told;
}

function phrase(name) {
  return (data.claims.phrases[name]?.[language] ?? term(name) + ": {object}").split(/\{(subject|object)\}/);
}

function joined(separator, groups) {
  return groups.flatMap((group, index) => (index ? [separator, ...group] : group));
}

/** A claim's object: a thing, or a figure with its comparison, magnitude and unit. */
function objectPieces(claim) {
  const object = data.claims.object[claim];
  if (typeof object === "number") return [object];
  const told = data.claims.qualifiers[claim] || {};
  const [comparison, magnitude, unit] = IN_THE_OBJECT.map((name) => (told[name] || []).map((each) => [value(each)]));
  return joined(" ", [...comparison, [object], ...magnitude, ...unit]);
}

/** Qualifiers and a status other than stated. Told of a party, the claim names the person who acted instead. */
function detailPieces(claim, party) {
  const status = statusOf(claim);
  const groups = status === data.claims.stated ? [] : [[term(status)]];
  if (party !== undefined) groups.push([subjects[claim]]);
  const told = new Set([...IN_THE_OBJECT, "note", ...(party === undefined ? [] : ["onBehalfOf"])]);
  for (const [name, values] of Object.entries(data.claims.qualifiers[claim] || {})) {
    if (told.has(name)) continue;
    const texts = joined(", ", values.map((each) => [value(each)]));
    groups.push(phrase(name).flatMap((piece) => (piece === "object" ? texts : piece ? [piece] : [])));
  }
  return joined("; ", groups);
}

/** A claim in pieces; `predicate` and `party` tell it as the relation that inference drew from it for somebody. */
function sentencePieces(claim, predicate, party) {
  const fillings = { subject: [party ?? subjects[claim]], object: objectPieces(claim) };
  const name = predicate ?? predicateOf(claim).name;
  const pieces = phrase(name).flatMap((piece, index) => (index % 2 ? fillings[piece] : piece ? [piece] : []));
  const details = detailPieces(claim, party);
  return details.length ? [...pieces, " (", ...details, ")"] : pieces;
}

/** What a tie says: its claim, or the relation that inference drew from it. */
function tiePieces(tie) {
  const claim = tieClaim[tie];
  return isDerived(tie) ? sentencePieces(claim, data.claims.predicates[tiePredicate[tie]].name, tieFrom[tie]) : sentencePieces(claim);
}

function plainText(pieces) {
  return pieces.map((piece) => (typeof piece === "number" ? nameOf(piece) : piece)).join("");
}

/** A sentence in which each name but `here` is a link. */
function sentence(pieces, here) {
  return element("p", { class: "sentence" }, pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    return piece === here ? element("b", { lang: shownName(piece).code }, nameOf(piece)) : thingLink(piece);
  }));
}

const dateText = (place) => (place ? data.claims.dates[place - 1] : "");
const fromText = (claim) => dateText(data.claims.from[claim]);
const untilText = (claim) => dateText(data.claims.until[claim]);
const reportedText = (claim) => dateText(data.claims.reported[claim]);

/** When a claim holds or happened: `2021 →`, `2026 → 2029`, `2020-01-21`, or `≤ 2026-01-23` for its first report. */
function dateShown(claim) {
  const [from, until, reported] = [fromText(claim), untilText(claim), reportedText(claim)];
  if (!from && !until) return reported && isAsserted(claim) ? "≤ " + reported : "";
  return predicateOf(claim).event && !until ? from : (from + " → " + until).trim();
}

/** Whether the graph holds it as a fact: stated, not withdrawn, not replaced. */
function isAsserted(claim) {
  return statusOf(claim) === data.claims.stated && !deprecated.has(claim) && !replacedBy.has(claim);
}

/** What speaks against taking a claim as it stands: the key of a word, or nothing. */
function doubt(claim) {
  return replacedBy.has(claim) ? "superseded" : deprecated.has(claim) ? "deprecated" : "";
}
