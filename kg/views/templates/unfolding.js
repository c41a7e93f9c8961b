// What of a large network is shown at a scale: of each group its hubs first, and more of it the more room it has.

const ROOM = 560; // square pixels for each thing that is shown
const FEW = 160; // a picture of so few things shows all of them
const OPEN = 9; // a group with room for fewer of its things is closed: a bubble with one hub

const inPicture = unstepped(data.things.picture);
const placeX = new Float32Array(thingCount).fill(NaN);
const placeY = new Float32Array(thingCount).fill(NaN);
const partOf = new Int32Array(thingCount).fill(-1);
inPicture.forEach((thing, at) => {
  placeX[thing] = data.things.x[at];
  placeY[thing] = data.things.y[at];
  partOf[thing] = data.things.part[at];
});
const partCount = data.things.part.reduce((most, part) => Math.max(most, part), -1) + 1;
const isPlaced = (thing) => !Number.isNaN(placeX[thing]);

/** The value of a thing by a measure, 0 to 1. */
function rankOf(measure) {
  const values = new Float32Array(thingCount);
  const told = data.things.ranks[measure];
  if (told) inPicture.forEach((thing, at) => (values[thing] = told[at] / 99));
  return values;
}

/** A network as it is drawn: the things with a tie, their weight from 0 to 1, and the groups of them. */
function drawnNetwork(active, size) {
  const ties = tiesAt(active);
  const things = inPicture.filter((thing) => ties.degree(thing) > 0);
  const weight = size === DEGREE ? new Float32Array(thingCount) : rankOf(size);
  if (size === DEGREE) {
    let most = 1;
    for (const thing of things) most = Math.max(most, ties.degree(thing));
    for (const thing of things) weight[thing] = Math.sqrt(ties.degree(thing) / most);
  }
  const members = Array.from({ length: partCount }, () => []);
  for (const thing of things) members[partOf[thing]].push(thing);
  const parts = members.map((list, part) => madePart(list, part, weight, ties)).filter((part) => part.members.length);
  return { active, ties, things, weight, parts, between: tiesBetween(active) };
}

function madePart(list, part, weight, ties) {
  const members = list.sort((a, b) => weight[b] - weight[a] || ties.degree(b) - ties.degree(a) || a - b);
  const outline = roundHull(members.map((thing) => [placeX[thing], placeY[thing]]), 55);
  const middle = members.reduce((sum, thing) => [sum[0] + placeX[thing] / members.length, sum[1] + placeY[thing] / members.length], [0, 0]);
  // Among the first few an organisation stands for the group rather than a paper or an event.
  const hub = members.slice(0, 8).find((thing) => classOf(thing).organisation) ?? members[0];
  return { part, hub, members, outline, area: areaOf(outline), bounds: boundsOf(outline), middle };
}

/** How many ties there are between each two groups, by lower * count + higher. */
function tiesBetween(active) {
  const found = new Map();
  for (let tie = 0; tie < tieCount; tie += 1) {
    const [a, b] = [partOf[tieFrom[tie]], partOf[tieTo[tie]]];
    if (!active[tie] || a === b || a < 0 || b < 0) continue;
    const key = Math.min(a, b) * partCount + Math.max(a, b);
    found.set(key, (found.get(key) || 0) + 1);
  }
  return found;
}

/** Which things are shown at a scale, and how many of each group; `always` are shown in any case. */
function unfolded(network, scale, always) {
  const shown = new Uint8Array(thingCount);
  const counts = new Map();
  for (const part of network.parts) {
    const room = network.things.length <= FEW ? Infinity : Math.floor((part.area * scale * scale) / ROOM);
    const closed = room < OPEN && part.members.length > room;
    const count = closed ? 1 : Math.min(part.members.length, room);
    if (closed) shown[part.hub] = 1;
    else for (let index = 0; index < count; index += 1) shown[part.members[index]] = 1;
    counts.set(part.part, count);
  }
  for (const thing of always) if (isPlaced(thing)) shown[thing] = 1;
  return { shown, counts };
}

/** What each group is called, whatever is filtered: after what has the most ties in it, an organisation before all that have not twice as many. */
function partNames() {
  const best = new Array(partCount).fill(-1);
  const ties = new Int32Array(thingCount);
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (!isTie(tie)) continue;
    ties[tieFrom[tie]] += 1;
    ties[tieTo[tie]] += 1;
  }
  const weight = (thing) => ties[thing] * (classOf(thing).organisation ? 2 : 1);
  for (const thing of inPicture) {
    const part = partOf[thing];
    if (best[part] < 0 || weight(thing) > weight(best[part])) best[part] = thing;
  }
  return best.map((thing) => shortName(thing));
}
