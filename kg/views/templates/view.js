// The camera over the picture: dragging, pinching, the wheel. While it moves, the last picture moves; at rest it is drawn.

const MARGIN = 0.3; // of the picture is drawn beyond each edge, so that there is something to move in
const REST = 130; // milliseconds without movement
const QUICK = 9; // milliseconds: what is drawn faster than this is drawn anew on every move

/** `painted(scene)` is told of every fresh drawing, `chosen` of what was clicked, `pointed` of what the pointer is over. */
function makeView(canvas, { sceneFor, looks, painted, moved, chosen, pointed }) {
  const context = canvas.getContext("2d", { alpha: false });
  const sheet = document.createElement("canvas");
  const sheetContext = sheet.getContext("2d", { alpha: false });
  const view = { camera: { x: 0, y: 0, scale: 1 }, scene: null, width: 0, height: 0, frames: 0, lastCost: 0 };
  let drawnFor = null;
  let timer = 0;
  let frame = 0;
  let fresh = false;

  const density = () => Math.min(2, window.devicePixelRatio || 1);

  function drawSheet() {
    const began = performance.now();
    const [width, height] = [Math.ceil(view.width * (1 + 2 * MARGIN)), Math.ceil(view.height * (1 + 2 * MARGIN))];
    const ratio = density();
    if (sheet.width !== Math.ceil(width * ratio) || sheet.height !== Math.ceil(height * ratio)) {
      sheet.width = Math.ceil(width * ratio);
      sheet.height = Math.ceil(height * ratio);
    }
    sheetContext.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawnFor = { ...view.camera, width, height };
    view.scene = sceneFor(view.camera, { width, height, beyond: [(width - view.width) / 2, (height - view.height) / 2] });
    paint(sheetContext, view.scene, looks());
    view.lastCost = performance.now() - began;
    painted(view.scene);
  }

  function drawFrame() {
    frame = 0;
    if (!view.width || !view.height) return;
    if (fresh || !drawnFor || view.lastCost < QUICK) drawSheet();
    fresh = false;
    const ratio = density();
    const zoom = view.camera.scale / drawnFor.scale;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = palette.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const x = view.width / 2 + (drawnFor.x - view.camera.x) * view.camera.scale - (drawnFor.width / 2) * zoom;
    const y = view.height / 2 + (drawnFor.y - view.camera.y) * view.camera.scale - (drawnFor.height / 2) * zoom;
    context.drawImage(sheet, x * ratio, y * ratio, sheet.width * zoom, sheet.height * zoom);
    view.frames += 1;
  }

  const ask = () => (frame ||= requestAnimationFrame(drawFrame));

  /** Draws anew, now that what is shown has changed. */
  view.refresh = () => {
    fresh = true;
    ask();
  };

  /** Draws at once, for what does not wait: a printer. */
  view.now = () => {
    fresh = true;
    drawFrame();
  };

  function move(camera) {
    view.camera = { x: camera.x, y: camera.y, scale: clamp(camera.scale, CLOSEST.least, CLOSEST.most) };
    ask();
    clearTimeout(timer);
    timer = setTimeout(() => {
      view.refresh();
      moved(view.camera);
    }, REST);
  }
  view.moveTo = move;
  view.pan = (dx, dy) => move({ ...view.camera, x: view.camera.x - dx / view.camera.scale, y: view.camera.y - dy / view.camera.scale });

  /** Zooms so that what is under a point (pixels of the canvas; its middle if none is given) stays there. */
  view.zoom = (factor, [x, y] = [view.width / 2, view.height / 2]) => {
    const scale = clamp(view.camera.scale * factor, CLOSEST.least, CLOSEST.most);
    const shift = 1 / view.camera.scale - 1 / scale;
    move({ x: view.camera.x + (x - view.width / 2) * shift, y: view.camera.y + (y - view.height / 2) * shift, scale });
  };

  /** Shows a rectangle of the picture, no larger than `most`. */
  view.fit = (bounds, most = 1.6, room = 44) => {
    const [width, height] = [bounds.right - bounds.left || 1, bounds.bottom - bounds.top || 1];
    const scale = Math.min(most, Math.max(40, view.width - 2 * room) / width, Math.max(40, view.height - 2 * room) / height);
    move({ x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2, scale });
  };

  view.resize = () => {
    const box = canvas.parentElement.getBoundingClientRect();
    if (!box.width || !box.height || (box.width === view.width && box.height === view.height && canvas.width === Math.round(box.width * density()))) return false;
    view.width = box.width;
    view.height = box.height;
    canvas.width = Math.round(box.width * density());
    canvas.height = Math.round(box.height * density());
    view.refresh();
    return true;
  };

  view.screenOf = (x, y) => [(x - view.camera.x) * view.camera.scale + view.width / 2, (y - view.camera.y) * view.camera.scale + view.height / 2];

  /** What stands at a point of the canvas, as `under` tells it. */
  view.at = ([x, y], near) => {
    if (!view.scene) return null;
    const zoom = view.camera.scale / drawnFor.scale;
    const [worldX, worldY] = [view.camera.x + (x - view.width / 2) / view.camera.scale, view.camera.y + (y - view.height / 2) / view.camera.scale];
    const point = [(worldX - drawnFor.x) * drawnFor.scale + drawnFor.width / 2, (worldY - drawnFor.y) * drawnFor.scale + drawnFor.height / 2];
    return under(view.scene, point, near / zoom);
  };

  gestures(canvas, view, { chosen, pointed });
  return view;
}

/** Mouse, pen and fingers: one drags, two pinch, the wheel zooms; a tap that did not move chooses. */
function gestures(canvas, view, { chosen, pointed }) {
  const fingers = new Map();
  let travelled = 0;
  const pointOf = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, pointOf(event));
    canvas.setPointerCapture?.(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    const now = pointOf(event);
    if (!before) return event.pointerType === "mouse" ? pointed(view.at(now, 5), now) : undefined;
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (fingers.size === 1) {
      if (travelled > 4) view.pan(now[0] - before[0], now[1] - before[1]);
    } else if (fingers.size === 2) {
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      const spread = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
      view.zoom(spread(now) / spread(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
      view.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    }
    fingers.set(event.pointerId, now);
    return undefined;
  });
  const lift = (event) => {
    const was = fingers.delete(event.pointerId);
    if (was && event.type === "pointerup" && travelled <= 4) chosen(view.at(pointOf(event), event.pointerType === "touch" ? 16 : 6));
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  canvas.addEventListener("pointerleave", () => pointed(null));
  canvas.addEventListener("dblclick", (event) => view.zoom(1.8, pointOf(event)));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? 400 : 1;
    view.zoom(Math.exp(-clamp(event.deltaY * unit, -240, 240) * (event.ctrlKey ? 0.008 : 0.0022)), pointOf(event));
  }, { passive: false });
}
