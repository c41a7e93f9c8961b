// What is drawn for a camera: outlines, ribbons, lines, dots and labels in pixels. Nothing is painted here.

const CLOSEST = { least: 0.004, most: 6 };
const SIZE = 12.5;
const FAN = 16; // pixels between parallel lines
const LETTERS = 132; // pixels of a line of a label
const WEIGHTIEST = 36; // things whose labels may cover small dots
const ROOMY = 9000; // square pixels for each thing, those beyond the window with them
const ALL_NAMED = 160; // pictures of so few things name every organisation
const HEAVY = 0.6; // and everything of this weight

const fontOf = (size, weight) => weight + " " + size + "px " + palette.face;

function radiusOf(weight, scale, few) {
  return (3.6 + 13 * weight) * clamp(Math.sqrt(scale), few ? 0.6 : 0.45, 1.8);
}

/**
 * The drawing of a network: `camera` is the middle and scale, `frame` the size in pixels, `look` what is chosen (`beyond` are the pixels of it
 * that lie beyond the window on each side):
 * { colours, selected, hovered, things, ties, beside } (the last three are lit: sets of things and ties, and where the
 * things stand that have no place of their own).
 */
function sceneOf(network, camera, frame, look) {
  const { scale } = camera;
  const onScreen = (x, y) => [(x - camera.x) * scale + frame.width / 2, (y - camera.y) * scale + frame.height / 2];
  const { shown, counts } = unfolded(network, scale, look.things);
  const dots = new Map();
  const margin = 60;
  const lighting = look.things.size > 0;
  const addDot = (thing, worldX, worldY) => {
    const [x, y] = onScreen(worldX, worldY);
    if (x < -margin || y < -margin || x > frame.width + margin || y > frame.height + margin) return;
    const group = data.groups[groupOf(thing)];
    const lit = look.things.has(thing);
    dots.set(thing, { thing, x, y, radius: radiusOf(network.weight[thing], scale, network.things.length <= FEW), shape: group.shape, colour: look.colours.of(thing), lit, dim: lighting && !lit });
  };
  for (const thing of network.things) if (shown[thing]) addDot(thing, placeX[thing], placeY[thing]);
  for (const thing of look.things) if (!dots.has(thing)) addDot(thing, ...(isPlaced(thing) ? [placeX[thing], placeY[thing]] : look.beside.get(thing) || [NaN, NaN]));
  const folded = new Set(network.parts.filter((part) => counts.get(part.part) < part.members.length).map((part) => part.part));
  const scene = {
    frame, lighting,
    outlines: network.parts.filter((part) => part.members.length > 2)
      .map((part) => ({ part: part.part, corners: part.outline.map(([x, y]) => onScreen(x, y)), dim: lighting, closed: counts.get(part.part) === 1 }))
      .filter(({ corners }) => overlaps(boundsOf(corners), frame)),
    ribbons: ribbonsOf(network, folded, onScreen, lighting),
    lines: linesOf(network, dots, folded, look),
    dots: [...dots.values()].sort((a, b) => a.lit - b.lit || b.radius - a.radius || a.thing - b.thing),
  };
  scene.labels = labelsOf(network, scene, dots, folded, counts, look);
  return scene;
}

function overlaps({ left, top, right, bottom }, frame) {
  return right > 0 && bottom > 0 && left < frame.width && top < frame.height;
}

/** Broad soft lines between groups of which not all is shown. */
function ribbonsOf(network, folded, onScreen, dim) {
  const middles = new Map(network.parts.map((part) => [part.part, part.middle]));
  const ribbons = [];
  for (const [key, count] of network.between) {
    const [a, b] = [Math.floor(key / partCount), key % partCount];
    if (!(folded.has(a) || folded.has(b)) || !middles.has(a) || !middles.has(b)) continue;
    ribbons.push({ start: onScreen(...middles.get(a)), end: onScreen(...middles.get(b)), width: clamp(Math.sqrt(count) * 0.9, 0.8, 16), dim });
  }
  return ribbons.sort((a, b) => b.width - a.width).slice(0, 120);
}

/** The ties between shown things as curves, parallel ones apart. */
function linesOf(network, dots, folded, look) {
  const pairs = new Map();
  const place = (tie) => {
    const [a, b] = [tieFrom[tie], tieTo[tie]];
    const key = Math.min(a, b) * thingCount + Math.max(a, b);
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(tie);
  };
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (!network.active[tie] || look.ties.has(tie) || !dots.has(tieFrom[tie]) || !dots.has(tieTo[tie])) continue;
    const [a, b] = [partOf[tieFrom[tie]], partOf[tieTo[tie]]];
    if (a === b || !(folded.has(a) || folded.has(b))) place(tie);
  }
  for (const tie of look.ties) if (dots.has(tieFrom[tie]) && dots.has(tieTo[tie])) place(tie);
  const lines = [];
  for (const ties of pairs.values()) {
    ties.sort((a, b) => a - b).forEach((tie, index) => {
      const lit = look.ties.has(tie);
      lines.push({ tie, lit, dim: look.things.size > 0 && !lit, small: network.things.length > FEW, dashed: isDerived(tie), ...curveOf(dots.get(tieFrom[tie]), dots.get(tieTo[tie]), tieFrom[tie] < tieTo[tie] ? 1 : -1, index - (ties.length - 1) / 2) });
    });
  }
  return lines.sort((a, b) => a.lit - b.lit || a.tie - b.tie);
}

/** From the rim of one dot to that of another, bent by so many steps to the side. */
function curveOf(from, to, side, steps) {
  if (from === to) {
    const far = from.radius;
    return { start: [from.x - far * 0.6, from.y - far * 0.8], bend: [from.x, from.y - far * 4 - steps * FAN], end: [from.x + far * 0.6, from.y - far * 0.8 - 2] };
  }
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const offset = side * steps * Math.min(FAN, length / 4) * 2;
  const bend = [(from.x + to.x) / 2 - (dy / length) * offset, (from.y + to.y) / 2 + (dx / length) * offset];
  const rim = (dot, gap) => {
    const away = Math.hypot(bend[0] - dot.x, bend[1] - dot.y) || 1;
    const far = Math.min(dot.radius + gap, away);
    return [dot.x + ((bend[0] - dot.x) / away) * far, dot.y + ((bend[1] - dot.y) / away) * far];
  };
  return { start: rim(from, 0), bend, end: rim(to, 2.5), length };
}

/** Labels for what is lit, then organisations, then the weightiest; groups are named at their upper rim. */
function labelsOf(network, scene, dots, folded, counts, look) {
  const { frame } = scene;
  const few = network.things.length <= ALL_NAMED && frame.width * frame.height > network.things.length * ROOMY;
  const closed = new Set(network.parts.filter((part) => counts.get(part.part) === 1 && part.members.length > 1).map((part) => part.hub));
  const key = (thing) => few && (classOf(thing).organisation || network.weight[thing] > HEAVY);
  const urgency = ({ thing, lit }) => (thing === look.selected || thing === look.hovered ? 4 : lit ? 3 : 0) + (key(thing) ? 1 : 0) + network.weight[thing];
  const most = Math.ceil((frame.width * frame.height) / 3000);
  const asked = scene.dots.filter(({ dim, thing, lit }) => !dim && (lit || !closed.has(thing)))
    .map((dot) => [urgency(dot), dot])
    .sort(([a, one], [b, other]) => b - a || one.thing - other.thing)
    .slice(0, most * 2)
    .map(([, dot], index) => {
      const strong = (few ? network.weight[dot.thing] > 0.7 : index < 10) || dot.thing === look.selected;
      const must = key(dot.thing) || dot.lit || dot.thing === look.hovered;
      const mark = foreignCode(dot.thing);
      return {
        ...dot, must, chosen: dot.thing === look.selected, over: !few && index < WEIGHTIEST, text: nameOf(dot.thing) + (mark ? " [" + mark + "]" : ""),
        size: SIZE, font: fontOf(SIZE, strong ? 600 : 400), width: LETTERS, lines: few || dot.lit ? 3 : 2, colour: palette.ink,
      };
    });
  const names = look.partNames;
  const groups = scene.lighting ? [] : scene.outlines.map(({ part, corners }) => {
    const bounds = boundsOf(corners);
    const isFolded = folded.has(part);
    const all = network.parts.find((each) => each.part === part).members.length;
    const isClosed = counts.get(part) === 1 && all > 1;
    const text = isClosed ? all + " · " + names[part] : word("around", { name: names[part] }) + (isFolded ? " · " + counts.get(part) + "/" + all : "");
    const size = few ? 11 : 12;
    const font = fontOf(size, 600);
    const width = isClosed ? 116 : 190;
    const box = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2, (bounds.bottom - bounds.top) / 2];
    return { group: part, must: false, all, text, size, font, width, lines: few ? 3 : 2, colour: isClosed ? palette.ink : palette.muted, around: box, x: box[0], y: box[1] };
  });
  const inset = (x, y) => ({ left: x + 2, top: y + 2, right: frame.width - x - 2, bottom: frame.height - y - 2 });
  const ordered = few ? [...asked, ...groups] : [...groups.filter(({ all }) => all > 5).sort((a, b) => b.all - a.all), ...asked];
  return placedLabels(ordered, scene.dots, inset(0, 0), inset(frame.beyond?.[0] ?? 0, frame.beyond?.[1] ?? 0), scene.lines.filter(({ lit }) => lit));
}

/** The dot, line or group under a point, what is nearest above. */
function under(scene, point, near) {
  let best = null;
  const found = scene.finder ||= d3.quadtree(scene.dots, (dot) => dot.x, (dot) => dot.y);
  found.visit((node, left, top, right, bottom) => {
    if (!node.length) {
      for (let each = node; each; each = each.next) {
        const gap = Math.hypot(each.data.x - point[0], each.data.y - point[1]) - each.data.radius;
        if (gap <= near && (!best || gap < best.gap)) best = { gap, thing: each.data.thing };
      }
    }
    const reach = near + 32;
    return left > point[0] + reach || right < point[0] - reach || top > point[1] + reach || bottom < point[1] - reach;
  });
  if (best) return { thing: best.thing };
  const named = scene.labels.find((label) => point[0] > label.x && point[0] < label.x + label.wide && point[1] > label.y && point[1] < label.y + label.high);
  if (named) return named.thing === undefined ? { part: named.group } : { thing: named.thing };
  let line = null;
  for (const each of scene.lines) {
    const gap = distanceTo(point, each);
    if (gap <= near && (!line || gap < line.gap)) line = { gap, tie: each.tie };
  }
  if (line) return { tie: line.tie };
  const bubble = scene.outlines.find(({ closed, corners }) => closed && isInside(point, corners));
  return bubble ? { part: bubble.part } : null;
}
