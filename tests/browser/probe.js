// What tests ask of the modules: appended to them inside their one function.
window.probe = {
  fold: (texts) => texts.map(fold),
  sentences: (code) => inLanguage(code, () => subjectsAll().map((claim) => plainText(sentencePieces(claim)))),
  tieSentences: (code) => inLanguage(code, () => Array.from({ length: tieCount }, (_, tie) => tie).filter(isDerived).map((tie) => [ids[tieFrom[tie]], ids[tieTo[tie]], plainText(tiePieces(tie))])),
  dates: () => subjectsAll().map(dateShown),
  holds: (days) => days.map((day) => subjectsAll().map((claim) => holds(claim, day))),
  asOf: (days) => days.map((day) => { const { kept, unknown } = factsAsOf(day); return [[...kept], unknown]; }),
  paths: (pairs, hash, through, all) => {
    const { filter } = readAddress(hash);
    const ties = tiesAt(passing(filter, all, through).active);
    return pairs.map(([from, to]) => shortestPath(ties, placeOf.get(from), placeOf.get(to), through).map((thing) => ids[thing]));
  },
  edges: (hash, all, places) => {
    const { active } = passing(readAddress(hash).filter, all, places);
    return Array.from({ length: tieCount }, (_, tie) => tie).filter((tie) => active[tie]).map((tie) => [ids[tieFrom[tie]], ids[tieTo[tie]], data.claims.predicates[tiePredicate[tie]].name]);
  },
  address: (hash) => address(readAddress(hash)),
  safeCell,
  tableText,
  latest,
  matches: (text) => matches(text).map(({ thing }) => ids[thing]),
  /** The labels of a picture of this size, its whole network fitted and then magnified so many times. */
  labels: (width, height, times, code) => inLanguage(code, () => {
    const ruler = document.createElement("canvas").getContext("2d");
    return sceneAt(width, height, times).labels.map((label) => {
      ruler.font = label.font;
      const wide = Math.max(...label.written.map((line) => ruler.measureText(line).width));
      return { thing: label.thing === undefined ? null : ids[label.thing], text: label.written.join(" "), left: label.x + (label.wide - wide) / 2, right: label.x + (label.wide + wide) / 2, top: label.y, bottom: label.y + label.high, size: label.size };
    });
  }),
  dots: (width, height, times) => sceneAt(width, height, times).dots.map((dot) => ({ ...dot, thing: ids[dot.thing] })),
  groupNames: (code) => inLanguage(code, () => names.map((name) => word("around", { name }))),
  shown: (scale) => unfolded(network, scale, []).shown.reduce((sum, each) => sum + each, 0),
  hull,
  roundHull,
  wrapped: (text, width, most) => wrapped(text, fontOf(12, 400), width, most).map((line) => [line, widthOf(line, fontOf(12, 400))]),
  xmlText,
  quick: (name, ...how) => { const began = performance.now(); window.probe[name](...how); return performance.now() - began; },
  frames: () => view.frames,
  pan: (dx, dy) => view.pan(dx, dy),
  cost: () => view.lastCost,
};
function sceneAt(width, height, times) {
  const bounds = everything();
  const scale = Math.min(1.5, (width - 112) / (bounds.right - bounds.left), (height - 112) / (bounds.bottom - bounds.top)) * times;
  const camera = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2, scale };
  return sceneOf(network, camera, { width, height }, look());
}
function subjectsAll() {
  return Array.from({ length: claimCount }, (_, claim) => claim);
}
function inLanguage(code, act) {
  const before = language;
  language = codes.indexOf(code);
  names = partNames();
  try {
    return act();
  } finally {
    language = before;
    names = partNames();
  }
}
