// Labels beside things: the weightiest first, none over another by its measured width.

const LINE = 1.2;
const GAP = 3;
const CELL = 64;
const WHOLE = [[132, 3], [150, 4], [196, 3], [196, 4], [110, 5], [150, 5], [236, 3], [96, 6], [260, 4], [132, 2], [132, 1]]; // widths and lines for what must be read
const SOME = [[132, 3], [150, 4], [196, 3], [132, 2], [110, 1]];
const RIM = [[240, 2], [180, 3], [340, 1], [150, 4], [180, 1]];

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
let ruled = "";

function widthOf(text, font) {
  const key = font + "\n" + text;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20000) widths.clear();
    if (font !== ruled) ruler.font = ruled = font;
    widths.set(key, (width = ruler.measureText(text).width));
  }
  return width;
}

/** A text in at most so many lines of so many pixels; of a longer one the beginning, and an ellipsis. */
function wrapped(text, font, width, most) {
  const lines = [];
  let line = "";
  for (const piece of text.split(/\s+/)) {
    const longer = line ? line + " " + piece : piece;
    if (line && widthOf(longer, font) > width) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = shortened(kept[most - 1] + " " + lines[most], font, width);
  return kept.map((each) => (widthOf(each, font) > width * 1.35 ? shortened(each, font, width * 1.35) : each));
}

function shortened(text, font, width) {
  const letters = [...text];
  let [fits, most] = [1, letters.length];
  while (fits < most) {
    const middle = Math.ceil((fits + most) / 2);
    if (widthOf(letters.slice(0, middle).join("") + "…", font) <= width) fits = middle;
    else most = middle - 1;
  }
  return letters.slice(0, fits).join("").trimEnd() + "…";
}

/** Rectangles that are taken, found by cells of a grid. */
function takenPlaces() {
  const cells = new Map();
  const eachCell = ({ left, top, right, bottom }, act) => {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) if (act(x * 65536 + y)) return true;
    }
    return false;
  };
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    take: (box) => eachCell(box, (cell) => {
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push(box);
      return false;
    }),
    isFree: (box, but) => !eachCell(box, (cell) => (cells.get(cell) || []).some((other) => other.of !== but && meets(other, box))),
  };
}

/** Where a label of this size may stand around a thing: below, above, right, left, then askew and at the corners. */
function spots({ x, y, radius }, width, height) {
  const [far, middle] = [radius + GAP, -height / 2];
  const aside = radius * 0.7 + GAP;
  return [
    [x - width / 2, y + far], [x - width / 2, y - far - height], [x + far, y + middle], [x - far - width, y + middle],
    [x - width * 0.85, y + far], [x - width * 0.15, y + far], [x - width * 0.85, y - far - height], [x - width * 0.15, y - far - height],
    [x + aside, y + aside], [x - aside - width, y + aside], [x + aside, y - aside - height], [x - aside - width, y - aside - height],
  ];
}

/** Where the name of a group may stand: at its upper rim outside and inside, at its lower rim. */
function rimSpots([x, y, reach], width, height) {
  const tops = [y - reach - height - 1, y - reach + 3, y + reach + 1, y + reach - height - 3];
  return [0.5, 0.1, 0.9].flatMap((share) => tops.map((top) => [x - width * share, top]));
}

/**
 * The labels that find room, of those asked for in this order: { thing, text, x, y, radius, font, size, width, lines }.
 * The label of a dot inside of `inner` stays there, so that none is cut off at the edge of the window.
 * Dots and these lines are kept clear of labels too. What `must` be read is given in full if that can be; this, and what may stand `over` dots, covers them where it
 * has to, but no dot that must be read itself.
 */
function placedLabels(asked, dots, frame, inner, lines = []) {
  const taken = takenPlaces();
  const core = ({ x, y, radius, thing }, share) => ({ left: x - radius * share, right: x + radius * share, top: y - radius * share, bottom: y + radius * share, of: thing });
  const named = takenPlaces();
  for (const dot of dots) taken.take(core(dot, 0.8));
  for (const { start, bend, end } of lines) {
    for (let step = 1; step < 24; step += 1) {
      const [x, y] = onCurve(start, bend, end, step / 24);
      taken.take(core({ x, y, radius: 3, thing: -3 }, 1));
    }
  }
  const placed = [];
  named.take({ left: inner.right - 54, top: inner.bottom - 118, right: inner.right, bottom: inner.bottom, of: -2 }); // the buttons that zoom
  for (const label of asked) if (label.must) named.take(core(label, 0.7));
  for (const label of asked) {
    const shapes = label.must ? WHOLE : label.lines > 2 ? (label.around ? RIM : SOME) : [[label.width, label.lines], [label.width * 0.75, 1]];
    const within = label.x >= inner.left && label.x <= inner.right && label.y >= inner.top && label.y <= inner.bottom ? inner : frame;
    const ways = [...(shapes.length > 2 ? [[true, true]] : []), ...(label.must ? [[true, false]] : []), [false, true], ...(label.must || label.over ? [[false, false]] : [])];
    let found = null;
    for (const [whole, clear] of ways) found ||= tried(label, shapes, taken, named, within, clear, whole);
    if (!found) continue;
    const box = { left: found.x, top: found.y, right: found.x + found.wide, bottom: found.y + found.high, of: label.thing };
    taken.take(box);
    named.take({ ...box, of: -1 });
    placed.push({ ...label, ...found });
  }
  return placed;
}

function tried(label, shapes, taken, named, frame, clear, whole) {
  for (const [width, most] of shapes) {
    const lines = wrapped(label.text, label.font, width, most);
    if (whole && lines[lines.length - 1].endsWith("…")) continue;
    const wide = Math.max(...lines.map((line) => widthOf(line, label.font))) + 4;
    const high = lines.length * label.size * LINE + 2;
    const near = label.around ? rimSpots(label.around, wide, high) : spots(label, wide, high);
    // What must be read may stand a little away, but for what is chosen: that is known by its name.
    const away = label.must && whole && !label.chosen ? [14, 30].flatMap((gap) => spots({ ...label, radius: label.radius + gap }, wide, high)) : [];
    for (const [x, y] of [...near, ...away]) {
      const box = { left: x, top: y, right: x + wide, bottom: y + high };
      if (x < frame.left || y < frame.top || box.right > frame.right || box.bottom > frame.bottom) continue;
      if (named.isFree(box, label.thing) && (!clear || taken.isFree(box, label.thing))) return { x, y, wide, high, written: lines };
    }
  }
  return null;
}
