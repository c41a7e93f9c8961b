// A scene on a canvas, or on anything that takes the same strokes (svg.js).

const KAPPA = Math.PI * 2;

function traced(context, corners) {
  context.beginPath();
  corners.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
}

/** The outline of a shape; the same corners as in the legend. */
function traceShape(context, name, x, y, radius) {
  if (!POLYGONS[name]) {
    context.beginPath();
    context.arc(x, y, radius, 0, KAPPA);
    context.closePath();
    return;
  }
  const scale = (radius * (name === "star" ? 1.2 : 1)) / 7.4;
  CORNERS[name] ||= POLYGONS[name].split(" ").map((pair) => pair.split(",").map(Number));
  traced(context, CORNERS[name].map(([cx, cy]) => [x + (cx - 8) * scale, y + (cy - 8) * scale]));
}
const CORNERS = {};

function paintLine(context, line, strength) {
  const { start, bend, end } = line;
  context.globalAlpha = line.dim ? 0.16 : line.lit ? 1 : strength;
  context.strokeStyle = context.fillStyle = line.lit ? palette.lit : palette.edge;
  context.lineWidth = line.lit ? 2.6 : line.small ? 0.7 : 1.1;
  context.setLineDash(line.dashed ? [5, 4] : []);
  const size = line.lit ? 9 : line.small ? 4.5 : 6.5;
  const away = Math.hypot(end[0] - bend[0], end[1] - bend[1]) || 1;
  const [ux, uy] = [(end[0] - bend[0]) / away, (end[1] - bend[1]) / away];
  const arrow = !(line.length < 26);
  const stop = arrow ? [end[0] - ux * size * 0.8, end[1] - uy * size * 0.8] : end;
  context.beginPath();
  context.moveTo(...start);
  context.quadraticCurveTo(...bend, ...stop);
  context.stroke();
  if (!arrow) return;
  context.setLineDash([]);
  traced(context, [end, [end[0] - ux * size - uy * size * 0.42, end[1] - uy * size + ux * size * 0.42], [end[0] - ux * size + uy * size * 0.42, end[1] - uy * size - ux * size * 0.42]]);
  context.fill();
}

function paintDot(context, dot, selected) {
  context.globalAlpha = dot.dim ? 0.22 : 1;
  if (dot.thing === selected) {
    context.fillStyle = palette.lit;
    context.globalAlpha = 0.28;
    context.beginPath();
    context.arc(dot.x, dot.y, dot.radius + 8, 0, KAPPA);
    context.closePath();
    context.fill();
    context.globalAlpha = 1;
  }
  traceShape(context, dot.shape, dot.x, dot.y, dot.radius);
  context.fillStyle = dot.colour;
  context.fill();
  context.strokeStyle = dot.lit ? palette.lit : palette.outline;
  context.lineWidth = dot.lit ? 2.2 : dot.radius < 5 ? 0.8 : 1.2;
  context.stroke();
}

function paintLabel(context, label) {
  context.font = label.font;
  label.written.forEach((text, index) => {
    const x = label.x + label.wide / 2;
    const y = label.y + 1 + (index + 0.8) * label.size * LINE;
    context.strokeStyle = palette.paper;
    context.lineWidth = 3.5;
    context.strokeText(text, x, y);
    context.fillStyle = label.colour;
    context.fillText(text, x, y);
  });
}

function paint(context, scene, look) {
  const { width, height } = scene.frame;
  context.globalAlpha = 1;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  context.lineJoin = "round";
  context.lineCap = "butt";
  context.textAlign = "center";
  context.setLineDash([]);
  for (const { part, corners, dim, closed } of scene.outlines) {
    traced(context, corners);
    context.fillStyle = SCHEME[part % SCHEME.length];
    context.globalAlpha = (palette.dark ? 0.16 : 0.085) * (dim ? 0.5 : closed ? 1.6 : 1);
    context.fill();
  }
  context.strokeStyle = palette.edge;
  for (const { start, end, width: broad, dim } of scene.ribbons) {
    context.globalAlpha = dim ? 0.06 : 0.2;
    context.lineWidth = broad;
    context.beginPath();
    context.moveTo(...start);
    context.lineTo(...end);
    context.stroke();
  }
  // The more lines there are, the fainter each: names and dots are read first.
  const strength = clamp(700 / scene.lines.length, 0.3, 1);
  for (const line of scene.lines) paintLine(context, line, strength);
  context.setLineDash([]);
  for (const dot of scene.dots) paintDot(context, dot, look.selected);
  context.globalAlpha = 1;
  for (const label of scene.labels) paintLabel(context, label);
}
