// What a canvas would show, as the text of an SVG file: it takes the strokes that painting.js makes.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// eslint-disable-next-line no-control-regex -- XML 1.0 has no place for these, escaped or not.
const xmlText = (text) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD").replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

function svgContext(width, height) {
  const parts = [];
  let path = "";
  let dash = [];
  const at = (...numbers) => numbers.map((number) => +number.toFixed(2)).join(" ");
  const put = (tag, attributes, text) => {
    const written = Object.entries(attributes).map(([key, each]) => ` ${key}="${xmlText(String(each))}"`).join("");
    parts.push(text === undefined ? `<${tag}${written}/>` : `<${tag}${written}>${xmlText(text)}</${tag}>`);
  };
  const pen = {
    beginPath: () => (path = ""),
    moveTo: (x, y) => (path += "M" + at(x, y)),
    lineTo: (x, y) => (path += "L" + at(x, y)),
    quadraticCurveTo: (bx, by, x, y) => (path += "Q" + at(bx, by, x, y)),
    arc: (x, y, r) => (path += `M${at(x - r, y)}A${at(r, r)} 0 1 0 ${at(x + r, y)}A${at(r, r)} 0 1 0 ${at(x - r, y)}`),
    closePath: () => (path += "Z"),
    setLineDash: (list) => (dash = list),
    fill: () => put("path", { d: path, fill: pen.fillStyle, ...faint() }),
    stroke: () => put("path", { d: path, fill: "none", ...stroke(), ...faint() }),
    fillRect: (x, y, w, h) => put("rect", { x, y, width: w, height: h, fill: pen.fillStyle, ...faint() }),
    fillText: (text, x, y) => put("text", { ...lettering(x, y), fill: pen.fillStyle }, text),
    strokeText: (text, x, y) => put("text", { ...lettering(x, y), fill: "none", ...stroke(), "stroke-linejoin": "round" }, text),
    text: () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">\n${parts.join("\n")}\n</svg>\n`,
  };
  const faint = () => (pen.globalAlpha < 1 ? { opacity: pen.globalAlpha } : {});
  const stroke = () => ({ stroke: pen.strokeStyle, "stroke-width": pen.lineWidth, ...(dash.length ? { "stroke-dasharray": dash.join(" ") } : {}) });
  const lettering = (x, y) => {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/.exec(pen.font);
    const anchor = { center: "middle", left: "start" }[pen.textAlign];
    return { x: +x.toFixed(2), y: +y.toFixed(2), "font-family": family, "font-size": size, "font-weight": weight, "text-anchor": anchor };
  };
  return pen;
}
