// The shortest way between two things, by the rules of `kg path`.

/**
 * The things on a shortest way, both ends included; empty where there is none. Of several the first in order of ids.
 * A place is come from or gone to, never walked through, a country only by what it does itself; unless `through`.
 */
function shortestPath(ties, start, end, through) {
  if (start === end) return [];
  const steps = new Int32Array(thingCount).fill(-1);
  const open = (tie, thing) => {
    const { place } = classOf(thing);
    return through || !place || thing === start || thing === end || (place === 2 && acts(tie, thing));
  };
  const usable = (tie) => open(tie, tieFrom[tie]) && open(tie, tieTo[tie]);
  let front = [end];
  steps[end] = 0;
  while (front.length && steps[start] < 0) {
    const next = [];
    for (const thing of front) {
      for (let at = ties.start[thing]; at < ties.start[thing + 1]; at += 1) {
        const other = otherEnd(ties.tie[at], thing);
        if (steps[other] >= 0 || !usable(ties.tie[at])) continue;
        steps[other] = steps[thing] + 1;
        next.push(other);
      }
    }
    front = next;
  }
  if (steps[start] < 0) return [];
  const route = [start];
  for (let thing = start; thing !== end;) {
    let best = -1;
    for (let at = ties.start[thing]; at < ties.start[thing + 1]; at += 1) {
      const other = otherEnd(ties.tie[at], thing);
      if (steps[other] === steps[thing] - 1 && (best < 0 || other < best) && usable(ties.tie[at])) best = other;
    }
    thing = best;
    route.push(thing);
  }
  return route;
}

/** The hops of a route, each with all the relations that join its two ends. */
function hopsOf(ties, route) {
  return route.slice(1).map((end, index) => {
    const start = route[index];
    const links = Array.from(ties.tie.subarray(ties.start[start], ties.start[start + 1]))
      .filter((tie) => otherEnd(tie, start) === end);
    return { start, end, links };
  });
}
