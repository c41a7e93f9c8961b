// What a chosen thing or path lights up in the picture, and what the pointer is told.

/** What the chosen thing or path lights up. */
function light() {
  lit = { things: new Set(), ties: new Set(), beside: new Map() };
  found = state.path ? askedPath() : null;
  if (found?.route.length) {
    found.route.forEach((thing) => lit.things.add(thing));
    found.hops.forEach(({ links }) => links.forEach((tie) => lit.ties.add(tie)));
  } else if (typeof state.thing === "number" && !state.path) {
    const ties = isPlaced(state.thing) ? network.ties : tiesAt(passing(state.filter, true).active);
    lit.things.add(state.thing);
    for (let at = ties.start[state.thing]; at < ties.start[state.thing + 1]; at += 1) {
      lit.ties.add(ties.tie[at]);
      lit.things.add(otherEnd(ties.tie[at], state.thing));
    }
  }
  placeGuests();
}

/** What is lit but has no place of its own stands between those that it is tied to. */
function placeGuests() {
  const guests = [...lit.things].filter((thing) => !isPlaced(thing));
  guests.forEach((guest, index) => {
    const near = [...lit.ties].filter((tie) => tieFrom[tie] === guest || tieTo[tie] === guest).map((tie) => otherEnd(tie, guest)).filter(isPlaced);
    if (!near.length && guest !== state.thing) return;
    const middle = boundsOf(near.length ? near.map((thing) => [placeX[thing], placeY[thing]]) : [[0, 0]]);
    lit.beside.set(guest, [(middle.left + middle.right) / 2 + (index % 3) * 60, (middle.top + middle.bottom) / 2 + 70 + index * 46]);
  });
}

/** Where the lit things stand; of those around a thing the ones in its own group, so that it can be seen close by. */
function litPoints() {
  const own = typeof state.thing === "number" && !state.path ? partOf[state.thing] : -1;
  const near = network.things.length > FEW && own >= 0 ? [...lit.things].filter((thing) => partOf[thing] === own) : [...lit.things];
  return near.map((thing) => (isPlaced(thing) ? [placeX[thing], placeY[thing]] : lit.beside.get(thing))).filter(Boolean);
}

/** Moves to what is lit where it is out of sight or lies too close together. */
function moveToLit() {
  const points = litPoints();
  if (!points.length) return;
  const inSight = ([x, y]) => x > 10 && y > 10 && x < view.width - 10 && y < view.height - 10;
  const isStill = network.things.length <= FEW && !state.path && view.width > 600;
  if (isStill && points.map(([x, y]) => view.screenOf(x, y)).every(inSight)) return;
  fit(() => boundsOf(litPoints()), 1.15);
}

function showTip(target, point) {
  const thing = target?.thing ?? null;
  canvas.classList.toggle("pointing", Boolean(target));
  if (thing !== pointedAt) {
    pointedAt = thing;
    if (network.things.length <= FEW) view.refresh();
  }
  const tip = byId("tip");
  tip.hidden = !target || target.part !== undefined;
  if (tip.hidden) return;
  const inside = thing !== null
    ? [element("strong", {}, nameParts(thing)), element("p", { class: "quiet" }, kindName(thing) + " · " + word("ties_shown", { n: network.ties.degree(thing) }))]
    : [element("p", {}, plainText(tiePieces(target.tie))), element("p", { class: "quiet" }, [dateShown(tieClaim[target.tie]), isDerived(target.tie) ? word("inferred") : "", word("sources") + ": " + sourcesOf(tieClaim[target.tie]).length].filter(Boolean).join(" · "))];
  tip.replaceChildren(...inside);
  const [x, y] = [clamp(point[0] + 14, 8, view.width - tip.offsetWidth - 8), point[1] + 18 + tip.offsetHeight > view.height ? point[1] - tip.offsetHeight - 12 : point[1] + 18];
  tip.style.transform = "translate(" + x + "px," + Math.max(4, y) + "px)";
}
