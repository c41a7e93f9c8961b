// What is seen as a file: PNG, SVG, the table as CSV; the address for others.

function save(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob) });
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  tell(word("saved", { name }));
}

const LEGEND_ROW = 22;

/** Paints the picture as it is seen, its title above and the legend under it, onto any context. */
function paintSheet(context, { width, height }, legendRows) {
  paint(context, sceneOf(network, view.camera, { width, height }, look()), look());
  context.globalAlpha = 1;
  context.fillStyle = palette.paper;
  context.fillRect(0, height, width, legendRows.length * LEGEND_ROW + 44);
  context.textAlign = "left";
  legendRows.forEach((row, index) => row.forEach(({ x, item }) => {
    const y = height + 18 + index * LEGEND_ROW;
    traceShape(context, item.shape, x + 8, y, 6.5);
    context.fillStyle = item.colour;
    context.fill();
    context.strokeStyle = palette.outline;
    context.lineWidth = 1;
    context.stroke();
    context.font = fontOf(12.5, 400);
    context.fillStyle = palette.ink;
    context.fillText(item.text, x + 20, y + 4);
  }));
  context.font = fontOf(11, 400);
  context.fillStyle = palette.muted;
  context.fillText(caption(), 16, height + 30 + legendRows.length * LEGEND_ROW);
}

function caption() {
  const parts = [word("network_title"), word("entities") + ": " + network.things.length, word("sources") + ": " + data.sources.length];
  if (state.filter.day) parts.push(word("as_of") + " " + state.filter.day);
  return parts.join(" · ");
}

/** The legend's items in rows that fit a width. */
function legendRows(width) {
  const rows = [[]];
  let x = 16;
  for (const item of look().colours.legend) {
    const wide = widthOf(item.text, fontOf(12.5, 400)) + 44;
    if (x + wide > width && rows[rows.length - 1].length) {
      rows.push([]);
      x = 16;
    }
    rows[rows.length - 1].push({ x, item });
    x += wide;
  }
  return rows;
}

function sheetSize() {
  const frame = { width: Math.round(view.width), height: Math.round(view.height) };
  const rows = legendRows(frame.width);
  return { frame, rows, height: frame.height + rows.length * LEGEND_ROW + 44 };
}

function savePng() {
  const { frame, rows, height } = sheetSize();
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [frame.width * 2, height * 2];
  const context = sheet.getContext("2d", { alpha: false });
  context.scale(2, 2);
  paintSheet(context, frame, rows);
  sheet.toBlob((blob) => save("partnerships.png", blob), "image/png");
}

function saveSvg() {
  const { frame, rows, height } = sheetSize();
  const context = svgContext(frame.width, height);
  paintSheet(context, frame, rows);
  save("partnerships.svg", new Blob([context.text()], { type: "image/svg+xml" }));
}

function saveTable() {
  save("facts.csv", new Blob([tableText()], { type: "text/csv;charset=utf-8" }));
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    tell(word("copied"));
  } catch {
    tell(location.href);
  }
}
