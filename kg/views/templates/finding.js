// Things by name, looked up in every language and script.

const folded = new Array(thingCount);

/** The folded names of a thing, its id with them. */
function foldedNames(thing) {
  folded[thing] ||= [...namesOf(thing).map((name) => fold(name.text)), ids[thing]];
  return folded[thing];
}

/** How well a name answers: 0 equal, 1 begins with, 2 a word begins with, 3 holds; Infinity not at all. */
function nearness(name, wanted) {
  if (name === wanted) return 0;
  const at = name.indexOf(wanted);
  if (at < 0) return Infinity;
  return at === 0 ? 1 : (" " + name).includes(" " + wanted) ? 2 : 3;
}

/** The things that a text may mean, best first: { thing, near, name }, `name` the place of the name that answers. */
function matches(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const found = [];
  for (let thing = 0; thing < thingCount; thing += 1) {
    let near = Infinity, best = 0;
    foldedNames(thing).forEach((name, place) => {
      const answer = nearness(name, wanted);
      if (answer < near) [near, best] = [answer, place];
    });
    if (near < Infinity) found.push({ thing, near, name: best });
  }
  const tied = (thing) => factsOf[thing].length;
  return found.sort((a, b) => a.near - b.near || tied(b.thing) - tied(a.thing) || a.thing - b.thing);
}

/** Folds names while the page rests, so that the first letter typed finds them ready. */
function foldAtRest(from = 0) {
  const rest = window.requestIdleCallback || ((act) => setTimeout(() => act({ timeRemaining: () => 8 }), 30));
  rest((deadline) => {
    let thing = from;
    while (thing < thingCount && deadline.timeRemaining() > 2) foldedNames(thing++);
    if (thing < thingCount) foldAtRest(thing);
  });
}
