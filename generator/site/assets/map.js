// Pan and zoom for the drawing in [data-map]. Without this script the whole map is simply shown.
// Labels come from data-zoom-in, data-zoom-out and data-whole-map on the element.

const NORMAL = 3.2; // pixels per unit at which names and pins have the size they were drawn for
const PIN = 30; // pixels across, about, at every zoom
const CLOSEST = 16; // pixels per unit
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const between = (low, value, high) => Math.max(low, Math.min(value, high));

function live(box) {
  const svg = box.querySelector("svg");
  const { width: W, height: H } = svg.viewBox.baseVal;
  const pins = [...svg.querySelectorAll(".map-pin")].map((node) => {
    const { e: x, f: y } = node.transform.baseVal.getItem(0).matrix;
    return { node, x, y, across: 2 * node.querySelector(".map-pin-badge").r.baseVal.value };
  });
  const names = [...svg.querySelectorAll(".map-names")].map((node) => ({
    node, from: +node.dataset.zoom, size: +node.getAttribute("font-size"),
  }));
  const credit = svg.querySelector(".map-attribution");
  const corner = credit.getBBox();
  let view; // x, y: top left corner in units; scale: pixels per unit
  let home;
  let frame = 0;

  const size = () => ({ w: svg.clientWidth, h: svg.clientHeight });
  const whole = () => { const { w, h } = size(); return Math.min(w / W, h / H); };

  function kept({ x, y, scale }) {
    const { w, h } = size();
    scale = between(whole(), scale, CLOSEST);
    const hold = (start, seen, all) => (seen >= all ? (all - seen) / 2 : between(0, start, all - seen));
    return { x: hold(x, w / scale, W), y: hold(y, h / scale, H), scale };
  }

  function show(next) {
    view = kept(next);
    const { w, h } = size();
    const { x, y, scale } = view;
    const zoom = scale / NORMAL;
    svg.setAttribute("viewBox", `${x} ${y} ${w / scale} ${h / scale}`);
    for (const pin of pins) {
      const shrink = Math.min(1.2, PIN / pin.across / scale);
      pin.node.setAttribute("transform", `translate(${pin.x} ${pin.y}) scale(${shrink})`);
    }
    for (const { node, from, size: drawn } of names) {
      node.setAttribute("font-size", drawn * Math.min(1, from / zoom));
      zoom >= from * 0.65 ? node.removeAttribute("display") : node.setAttribute("display", "none");
    }
    const small = 1 / Math.max(zoom, 0.8);
    credit.setAttribute("transform", `translate(${x + w / scale - (corner.x + corner.width) * small - 4 / scale} ` +
      `${y + h / scale - (corner.y + corner.height) * small - 4 / scale}) scale(${small})`);
    // One finger scrolls the page, until somebody zooms in.
    svg.style.touchAction = scale > home.scale * 1.05 ? "none" : "pan-y";
    plus.disabled = scale >= CLOSEST;
    minus.disabled = scale <= whole() * 1.001;
  }

  function go(target) {
    cancelAnimationFrame(frame);
    const to = kept(target);
    if (calm.matches) return show(to);
    const from = view;
    const start = performance.now();
    const step = (now) => {
      const part = Math.min(1, (now - start) / 160);
      const ease = part * (2 - part);
      const mix = (key) => from[key] + (to[key] - from[key]) * ease;
      show({ x: mix("x"), y: mix("y"), scale: mix("scale") });
      if (part < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }

  // The view at another scale, with the unit below (px, py) staying where it is.
  function zoomed(factor, px = size().w / 2, py = size().h / 2) {
    const scale = between(whole(), view.scale * factor, CLOSEST);
    return { x: view.x + px / view.scale - px / scale, y: view.y + py / view.scale - py / scale, scale };
  }
  const moved = (dx, dy) => ({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });
  const centred = (x, y, scale) => ({ x: x - size().w / scale / 2, y: y - size().h / scale / 2, scale });

  function begin() {
    const across = box.clientWidth;
    const tall = across > 600 ? (across * H) / W : across * 1.1; // a phone gets a map that is about square
    svg.style.blockSize = `${Math.round(between(320, tall, innerHeight * 0.8))}px`;
    const middle = (key) => pins.map((pin) => pin[key]).sort((a, b) => a - b)[pins.length >> 1];
    const marked = pins.find(({ node }) => node.matches(".map-pin-highlighted"));
    const scale = Math.max(whole(), 2.2);
    home = kept(centred(marked?.x ?? middle("x") ?? W / 2, marked?.y ?? middle("y") ?? H / 2, scale));
    show(home);
  }

  function button(text, label, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label ?? text);
    made.addEventListener("click", action);
    return made;
  }
  const plus = button("+", box.dataset.zoomIn, () => go(zoomed(1.6)));
  const minus = button("−", box.dataset.zoomOut, () => go(zoomed(1 / 1.6)));
  const all = button("⤢", box.dataset.wholeMap, () => go(centred(W / 2, H / 2, whole())));
  const buttons = document.createElement("div");
  buttons.className = "map-buttons";
  buttons.append(plus, minus, all);
  box.append(buttons);
  box.tabIndex = 0;

  const place = (event) => { const at = svg.getBoundingClientRect(); return [event.clientX - at.left, event.clientY - at.top]; };
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    cancelAnimationFrame(frame);
    show(zoomed(Math.exp(-event.deltaY / 150), ...place(event)));
  }, { passive: false });

  const fingers = new Map();
  let travelled = 0;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    cancelAnimationFrame(frame);
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, place(event));
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (travelled < 6) return; // a tap, not a drag
    fingers.set(event.pointerId, now);
    svg.setPointerCapture(event.pointerId);
    box.classList.add("is-grabbed");
    if (other) {
      const apart = (a) => Math.hypot(a[0] - other[0], a[1] - other[1]) || 1;
      show(zoomed(apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2));
      show(moved((now[0] - before[0]) / 2, (now[1] - before[1]) / 2));
    } else show(moved(now[0] - before[0], now[1] - before[1]));
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, (event) => {
    fingers.delete(event.pointerId);
    box.classList.remove("is-grabbed");
  });
  svg.addEventListener("click", (event) => { if (travelled >= 6) event.preventDefault(); travelled = 0; }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  const keys = {
    "+": () => zoomed(1.6), "=": () => zoomed(1.6), "-": () => zoomed(1 / 1.6), 0: () => home,
    ArrowLeft: () => moved(80, 0), ArrowRight: () => moved(-80, 0), ArrowUp: () => moved(0, 80), ArrowDown: () => moved(0, -80),
  };
  box.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(keys[event.key]());
  });
  // A pin that gets the focus comes into sight.
  for (const { node, x, y } of pins) node.addEventListener("focus", () => {
    const { w, h } = size();
    const inside = x > view.x && y > view.y && x < view.x + w / view.scale && y < view.y + h / view.scale;
    if (!inside && node.matches(":focus-visible")) go(centred(x, y, view.scale));
  });

  let width = 0;
  new ResizeObserver(() => { if (box.clientWidth !== width) { width = box.clientWidth; begin(); } }).observe(box);
}

for (const box of document.querySelectorAll("[data-map]")) if (box.querySelector("svg")) live(box);
