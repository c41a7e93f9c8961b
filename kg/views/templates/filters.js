// What is shown of the graph: choices, and the ties and things that pass them.

/** Choices that pass everything. Sets hold what is left out, but `countries`, which holds what is asked for. */
function noFilter() {
  return {
    classes: new Set(), predicates: new Set(), sources: new Set(), languages: new Set(), countries: new Set(),
    after: "", before: "", day: "", single: false,
  };
}

const isFiltering = (filter) => Object.values(filter).some((choice) => (choice instanceof Set ? choice.size : choice));

function passesSources(claim, filter) {
  const sources = sourcesOf(claim);
  if (filter.single && sources.length > 1) return false;
  if (!filter.sources.size && !filter.languages.size) return true;
  return sources.some((place) => !filter.sources.has(place) && !filter.languages.has(data.sources[place].language));
}

/** Whether a claim may have begun between two days, either of them "" for none. */
function passesDates(claim, filter) {
  if (!filter.after && !filter.before) return true;
  const { begins } = interval(claim);
  if (!begins.earliest && !begins.latest) return false;
  return !(filter.after && begins.latest && begins.latest < earliest(filter.after))
    && !(filter.before && (begins.earliest || begins.latest) > latest(filter.before));
}

function passesThing(thing, filter) {
  if (filter.classes.has(groupOf(thing))) return false;
  return !filter.countries.size || countriesOf(thing).some((country) => filter.countries.has(country));
}

/** Whether a claim passes all choices; `kept` are the claims that are facts as of the day asked for. */
function passesClaim(claim, filter, kept) {
  if (filter.day && !kept[claim]) return false;
  const ends = joins(claim) ? [subjects[claim], data.claims.object[claim]] : [subjects[claim]];
  if (filter.predicates.has(data.claims.predicate[claim]) || !ends.every((thing) => !filter.classes.has(groupOf(thing)))) return false;
  if (filter.countries.size && !ends.some((thing) => passesThing(thing, filter))) return false;
  return passesSources(claim, filter) && passesDates(claim, filter);
}

/** The claims that the table shows: all, or those that pass. */
function claimsPassing(filter) {
  const every = Array.from({ length: claimCount }, (_, claim) => claim);
  if (!isFiltering(filter)) return every;
  const { kept } = factsAsOf(filter.day);
  return every.filter((claim) => passesClaim(claim, filter, kept));
}

/**
 * The relations that pass: `active` by relation; `unknown` counts those of which nobody knows whether they held.
 * Without `all`, only ties count, and with `places` relations to places: standing in one country makes nobody a partner.
 * What inference drew is left out where the sources that it rests on tell a relation of the two themselves.
 */
function passing(filter, all, places) {
  const { kept, answers } = factsAsOf(filter.day);
  let unknown = 0;
  const things = Uint8Array.from({ length: thingCount }, (_, thing) => (passesThing(thing, filter) ? 1 : 0));
  const active = new Uint8Array(tieCount);
  const told = new Map();
  for (let tie = 0; tie < tieCount; tie += 1) {
    const claim = tieClaim[tie];
    if (!(all || isTie(tie) || (places && isOfPlace(tie))) || !things[tieFrom[tie]] || !things[tieTo[tie]]) continue;
    if (filter.predicates.has(tiePredicate[tie]) || !passesSources(claim, filter) || !passesDates(claim, filter)) continue;
    if (!kept[claim]) {
      if (answers?.[claim] === UNKNOWN && isAsserted(claim) && !isDerived(tie)) unknown += 1;
      continue;
    }
    if (derived.length) {
      const pair = tieFrom[tie] * thingCount + tieTo[tie];
      const known = told.get(pair) || [];
      const sources = sourcesOf(claim);
      if (isDerived(tie) && known.length && sources.every((source) => known.includes(source))) continue;
      told.set(pair, [...known, ...sources]);
    }
    active[tie] = 1;
  }
  return { active, things, unknown };
}
