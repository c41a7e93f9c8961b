// The shapes of classes as small drawings, the same as on vis-network's canvas.

const SVG = "http://www.w3.org/2000/svg";

function corners(count, radius, start, inner) {
  const steps = inner ? count * 2 : count;
  return Array.from({ length: steps }, (_, step) => {
    const far = inner && step % 2 ? inner : radius;
    const angle = start + (step * 2 * Math.PI) / steps;
    return (8 + far * Math.cos(angle)).toFixed(2) + "," + (8 + far * Math.sin(angle)).toFixed(2);
  }).join(" ");
}

const UP = -Math.PI / 2;
const POLYGONS = {
  hexagon: corners(6, 7.6, 0),
  square: "1.5,1.5 14.5,1.5 14.5,14.5 1.5,14.5",
  triangle: corners(3, 8.4, UP),
  triangleDown: corners(3, 8.4, -UP),
  diamond: corners(4, 8, UP),
  star: corners(5, 8.4, UP, 3.6),
};

function shape(name, colour) {
  const svg = document.createElementNS(SVG, "svg");
  const drawn = document.createElementNS(SVG, POLYGONS[name] ? "polygon" : "circle");
  const geometry = POLYGONS[name] ? { points: POLYGONS[name] } : { cx: 8, cy: 8, r: 7 };
  for (const [key, value] of Object.entries({ ...geometry, fill: colour })) drawn.setAttribute(key, value);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "shape");
  svg.setAttribute("aria-hidden", "true");
  svg.append(drawn);
  return svg;
}
