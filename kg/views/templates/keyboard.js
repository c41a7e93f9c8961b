// The picture without a mouse: arrows go from thing to thing, Enter opens, plus and minus zoom.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The dot that lies nearest in a direction; the middlemost where there is none to start from. */
function nextDot(dots, from, [dx, dy], frame) {
  const origin = from || { x: frame.width / 2, y: frame.height / 2 };
  let best = null;
  for (const dot of dots) {
    if (dot === from) continue;
    const [x, y] = [dot.x - origin.x, dot.y - origin.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (from && along <= 0) continue;
    const far = from ? along + aside * 2 : Math.hypot(x, y);
    if (!best || far < best.far) best = { far, dot };
  }
  return best?.dot;
}

/** `point(thing)` shows where the keyboard is; `open(thing)` opens the card; `leave` closes what is open. */
function pictureKeys(canvas, view, { at, point, open, leave, showAll }) {
  canvas.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    const acts = { "+": () => view.zoom(1.3), "=": () => view.zoom(1.3), "-": () => view.zoom(1 / 1.3), 0: showAll, Home: showAll, Escape: leave, Enter: () => at() !== null && open(at()) };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (way && event.shiftKey) view.pan(-way[0] * 80, -way[1] * 80);
    else if (way && view.scene) {
      const { dots, frame } = view.scene;
      const found = nextDot(dots, dots.find((dot) => dot.thing === at()), way, frame);
      if (found) point(found.thing);
    } else if (acts[event.key]) acts[event.key]();
    else return;
    event.preventDefault();
  });
}
