// The graph: things, claims and the ties between things, each known by its place.

const ids = unfronted(data.things.ids);
const thingCount = ids.length;
const placeOf = new Map(ids.map((id, index) => [id, index]));
const classOf = (thing) => data.things.classes[data.things.class[thing]];
const groupOf = (thing) => classOf(thing).group;
const countriesOf = (thing) => data.things.countries[thing] || [];

const claimCount = data.claims.predicate.length;
const subjects = new Int32Array(claimCount);
{
  let at = 0;
  data.claims.counts.forEach((count, thing) => subjects.fill(thing, at, (at += count)));
}
const predicateOf = (claim) => data.claims.predicates[data.claims.predicate[claim]];
const statusOf = (claim) => data.claims.status[claim] || data.claims.stated;
const deprecated = new Set(data.claims.deprecated);
/** For each claim that others replace, those others. */
const replacedBy = new Map();
for (const [claim, replaced] of data.claims.supersedes) {
  replacedBy.set(replaced, [...(replacedBy.get(replaced) || []), claim]);
}

const proofStarts = starts(claimCount, (claim) => data.evidence.counts[claim] ?? 1);
const records = new Set(unstepped(data.evidence.records));
const unverified = new Set(unstepped(data.evidence.unverified));

function sourcesOf(claim) {
  return [...new Set(data.evidence.source.slice(proofStarts[claim], proofStarts[claim + 1]))];
}

/** The things that a claim is about, its subject first. */
function about(claim) {
  const told = Object.values(data.claims.qualifiers[claim] || {}).flat();
  return [...new Set([subjects[claim], data.claims.object[claim], ...told].filter((value) => typeof value === "number"))];
}

/** The claims about each thing. */
const factsOf = Array.from({ length: thingCount }, () => []);
for (let claim = 0; claim < claimCount; claim += 1) for (const thing of about(claim)) factsOf[thing].push(claim);

/** Whether a claim is about two things, and so may join them. */
const joins = (claim) => typeof data.claims.object[claim] === "number";

// Relations between things: claims first, then what inference drew for those on whose behalf somebody acted.
const related = Array.from({ length: claimCount }, (_, claim) => claim).filter(joins);
const derived = data.claims.derived;
const tieCount = related.length + derived.length;
const tieFrom = new Int32Array(tieCount);
const tieTo = new Int32Array(tieCount);
const tieClaim = new Int32Array(tieCount);
const tiePredicate = new Int32Array(tieCount);
related.forEach((claim, tie) => {
  tieFrom[tie] = subjects[claim];
  tieTo[tie] = data.claims.object[claim];
  tieClaim[tie] = claim;
  tiePredicate[tie] = data.claims.predicate[claim];
});
derived.forEach(([party, predicate, claim], index) => {
  const tie = related.length + index;
  tieFrom[tie] = party;
  tieTo[tie] = data.claims.object[claim];
  tieClaim[tie] = claim;
  tiePredicate[tie] = predicate;
});
const isDerived = (tie) => tie >= related.length;
/** Whether a thing acts in a tie, and is no place of it. */
const acts = (tie, thing) => isTie(tie) && (data.claims.predicates[tiePredicate[tie]].acts & (tieFrom[tie] === thing ? 1 : 2)) > 0;
const isOfPlace = (tie) => data.claims.predicates[tiePredicate[tie]].acts < 3;
const isTie = (tie) => data.claims.predicates[tiePredicate[tie]].tie === 1;

/** The ties at each thing: from `start[thing]` on in `tie`, up to `start[thing + 1]`. */
function tiesAt(active) {
  const counts = new Int32Array(thingCount);
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (!active[tie]) continue;
    counts[tieFrom[tie]] += 1;
    if (tieFrom[tie] !== tieTo[tie]) counts[tieTo[tie]] += 1;
  }
  const start = starts(thingCount, (thing) => counts[thing]);
  const next = start.slice();
  const tie = new Int32Array(start[thingCount]);
  for (let each = 0; each < tieCount; each += 1) {
    if (!active[each]) continue;
    tie[next[tieFrom[each]]++] = each;
    if (tieFrom[each] !== tieTo[each]) tie[next[tieTo[each]]++] = each;
  }
  return { start, tie, degree: (thing) => start[thing + 1] - start[thing] };
}

const otherEnd = (tie, thing) => (tieFrom[tie] === thing ? tieTo[tie] : tieFrom[tie]);

/** The evidence of a claim, as `proof` shows it. */
function proofsOf(claim) {
  const rows = [];
  for (let at = proofStarts[claim]; at < proofStarts[claim + 1]; at += 1) {
    const text = unsigned(data.evidence.text[at]);
    const row = { source: data.evidence.source[at], unverified: unverified.has(at) };
    if (records.has(at)) row.record = text;
    else row.quote = text;
    const around = data.evidence.around[at];
    if (around) [row.before, row.after] = around.map(unsigned);
    rows.push(row);
  }
  return rows;
}
