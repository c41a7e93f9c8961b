// Points, hulls and curves. Points are [x, y].

const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

/** The corners of the smallest convex shape around points (Andrew's monotone chain). */
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (ordered) => {
    const kept = [];
    for (const point of ordered) {
      while (kept.length > 1 && turn(kept[kept.length - 2], kept[kept.length - 1], point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return sorted.length < 2 ? sorted : [...half(sorted), ...half(sorted.reverse())];
}

const ROUND = Array.from({ length: 16 }, (_, step) => [Math.cos((step * Math.PI) / 8), Math.sin((step * Math.PI) / 8)]);

/** A hull with rounded corners at this distance around points. */
function roundHull(points, distance) {
  return hull(hull(points).flatMap(([x, y]) => ROUND.map(([cos, sin]) => [x + cos * distance, y + sin * distance])));
}

function areaOf(corners) {
  return Math.abs(corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

function boundsOf(points) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return bounds;
}

function isInside([x, y], corners) {
  let inside = false;
  corners.forEach(([ax, ay], index) => {
    const [bx, by] = corners[(index + 1) % corners.length];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/** A point of a quadratic curve, `at` from 0 to 1. */
function onCurve([ax, ay], [bx, by], [cx, cy], at) {
  const rest = 1 - at;
  return [rest * rest * ax + 2 * rest * at * bx + at * at * cx, rest * rest * ay + 2 * rest * at * by + at * at * cy];
}

/** How far a point is from a curve that is drawn as { start, bend, end }. */
function distanceTo([x, y], { start, bend, end }) {
  let nearest = Infinity;
  for (let step = 0; step <= 24; step += 1) {
    const [cx, cy] = onCurve(start, bend, end, step / 24);
    nearest = Math.min(nearest, Math.hypot(cx - x, cy - y));
  }
  return nearest;
}
