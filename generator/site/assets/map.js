// Pan and zoom for the drawing in [data-map]. Without this script the drawing is simply shown.
// Sizes of names and pins are made for NORMAL; each holds its size for the eye at every zoom.

import { listenToFingers } from "./map-fingers.js";

const NORMAL = 3.2; // pixels per unit of the drawing
const CLOSEST = 16;
const CLOSEST_OF_REGION = 40 * NORMAL; // its places lie kilometres apart, or side by side
const START = 7; // no closer than this at first, however near each other the pins are
const AROUND_PINS = { top: 62, side: 30, bottom: 20 };
const STEP = 1.6;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const between = (low, value, high) => Math.max(low, Math.min(value, high));
const middle = (a, b) => (a + b) / 2;

/** The map in a frame: what moves it, and what shows a place or a person on it. */
export function live(frame) {
  const box = frame.querySelector(".map");
  const svg = box.querySelector("svg");
  const { width: W, height: H } = svg.viewBox.baseVal;
  const pins = [...svg.querySelectorAll(".map-pin")].map(readPin);
  const names = [...svg.querySelectorAll(".map-names")].map((node) => ({
    node, from: +node.dataset.zoom, until: +(node.dataset.until ?? Infinity), size: +node.getAttribute("font-size"),
  }));
  const credit = svg.querySelector(".map-attribution");
  const corner = credit?.getBBox();
  const button = Object.fromEntries(["in", "out", "whole"].map((way) => [way, frame.querySelector(`[data-zoom=${way}]`)]));
  let view; // x, y: top left corner in units; scale: pixels per unit
  let home;
  let here; // where the visitor is, in units
  let moving = 0;
  let aim; // the view that it moves to

  const size = () => ({ w: svg.clientWidth, h: svg.clientHeight });
  // The map of a walk has no edge of its own, so it always fills its window.
  const isWalk = frame.dataset.map === "walk";
  const closest = frame.dataset.map === "region" ? CLOSEST_OF_REGION : CLOSEST;
  const whole = () => { const { w, h } = size(); return Math[isWalk ? "max" : "min"](w / W, h / H); };

  function kept({ x, y, scale }) {
    const { w, h } = size();
    scale = between(whole(), scale, closest);
    const hold = (start, seen, all) => (seen >= all ? (all - seen) / 2 : between(0, start, all - seen));
    return { x: hold(x, w / scale, W), y: hold(y, h / scale, H), scale };
  }

  function show(next) {
    view = kept(next);
    const { w, h } = size();
    const { x, y, scale } = view;
    const zoom = scale / NORMAL;
    svg.setAttribute("viewBox", `${x} ${y} ${w / scale} ${h / scale}`);
    for (const pin of pins) drawPin(pin, zoom);
    for (const { node, from, until, size: drawn } of names) {
      node.setAttribute("font-size", drawn / zoom);
      shown(node, isReached(from, zoom) && !isReached(until, zoom));
    }
    if (here) here.node.setAttribute("transform", `translate(${here.x} ${here.y}) scale(${1 / zoom})`);
    const small = 0.9 / zoom;
    if (credit) credit.setAttribute("transform", `translate(${x + w / scale - (corner.x + corner.width) * small - 4 / scale} ` +
      `${y + h / scale - (corner.y + corner.height) * small - 4 / scale}) scale(${small})`);
    // One finger scrolls the page, until somebody zooms in.
    svg.style.touchAction = scale > home.scale * 1.05 ? "none" : "pan-y";
    button.in.disabled = scale >= closest;
    button.out.disabled = button.whole.disabled = scale <= whole() * 1.001;
  }

  function stop() {
    cancelAnimationFrame(moving);
    aim = undefined;
  }

  // Who presses again while it still moves goes on from where it will be.
  const settled = () => aim ?? view;

  function go(target) {
    stop();
    const to = kept(target);
    if (calm.matches) return show(to);
    aim = to;
    const from = view;
    const start = performance.now();
    const step = (now) => {
      const part = between(0, (now - start) / 200, 1);
      const ease = part * (2 - part);
      const mix = (key) => from[key] + (to[key] - from[key]) * ease;
      show({ x: mix("x"), y: mix("y"), scale: mix("scale") });
      if (part < 1) moving = requestAnimationFrame(step);
      else aim = undefined;
    };
    moving = requestAnimationFrame(step);
  }

  // The view at another scale, with the unit below (px, py) staying where it is.
  function zoomed(factor, px = size().w / 2, py = size().h / 2) {
    const from = settled();
    const scale = between(whole(), from.scale * factor, closest);
    return { x: from.x + px / from.scale - px / scale, y: from.y + py / from.scale - py / scale, scale };
  }
  function moved(dx, dy) {
    const { x, y, scale } = settled();
    return { x: x - dx / scale, y: y - dy / scale, scale };
  }
  const everything = () => (isWalk ? home : centred(W / 2, H / 2, whole()));

  function centred(x, y, scale, below = 0) {
    const { w, h } = size();
    return { x: x - w / scale / 2, y: y - (h - below) / scale / 2, scale };
  }

  // The view in which these spots are seen, with room for their badges.
  function around(spots) {
    const { w, h } = size();
    const { top, side, bottom } = AROUND_PINS;
    const [west, north] = ["x", "y"].map((key) => Math.min(...spots.map((spot) => spot[key])));
    const [east, south] = ["x", "y"].map((key) => Math.max(...spots.map((spot) => spot[key])));
    const fits = Math.min((w - 2 * side) / (east - west || 1), (h - top - bottom) / (south - north || 1));
    const scale = between(whole(), fits, START);
    return centred(middle(west, east), middle(north, south) - (top - bottom) / 2 / scale, scale);
  }

  function begin() {
    const track = svg.querySelector(".map-track")?.getBBox();
    const ends = track ? [track, { x: track.x + track.width, y: track.y + track.height }] : [];
    const spots = [...pins, ...ends];
    home = kept(spots.length ? around(spots) : centred(W / 2, H / 2, whole()));
    show(view ?? home);
  }

  button.in.addEventListener("click", () => go(zoomed(STEP)));
  button.out.addEventListener("click", () => go(zoomed(1 / STEP)));
  button.whole.addEventListener("click", () => go(everything()));
  box.tabIndex = 0;
  const keys = {
    "+": () => zoomed(STEP), "=": () => zoomed(STEP), "-": () => zoomed(1 / STEP), 0: () => home,
    ArrowLeft: () => moved(80, 0), ArrowRight: () => moved(-80, 0), ArrowUp: () => moved(0, 80), ArrowDown: () => moved(0, -80),
  };
  box.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(keys[event.key]());
  });
  // A pin that gets the focus comes into sight: in the middle of the map, and that in the middle of the window,
  // for the browser has scrolled to where the pin was.
  for (const { node, x, y } of pins) node.addEventListener("focus", () => {
    const { w, h } = size();
    const now = settled();
    const [right, down] = [(x - now.x) * now.scale, (y - now.y) * now.scale];
    const inside = right > 20 && down > 60 && right < w - 20 && down < h;
    if (inside || !node.matches(":focus-visible")) return;
    go(centred(x, y, now.scale));
    box.scrollIntoView({ block: "center" });
  });
  // A mark of several places brings one where they come apart; what never does leads to the list.
  for (const { node, x, y, until, isSeveral } of pins) if (isSeveral && until < Infinity) node.addEventListener("click", (event) => {
    event.preventDefault();
    go(centred(x, y, until * NORMAL));
  });
  listenToFingers(box, svg, { stop, show, go, zoomed, moved });
  addEventListener("beforeprint", () => show(home));

  let width = box.clientWidth;
  begin();
  new ResizeObserver(() => { if (box.clientWidth !== width) { width = box.clientWidth; begin(); } }).observe(box);

  // Degrees -> a spot on the drawing, and whether the map shows it.
  function spot(lat, lon) {
    const [[west, right], [north, down]] = [svg.dataset.longitude, svg.dataset.latitude].map((text) => text.split(" ").map(Number));
    const edge = +svg.dataset.edge;
    const [x, y] = [(lon - west) * right, (lat - north) * down];
    return { x, y, inside: x >= edge && y >= edge && x <= W - edge && y <= H - edge };
  }

  return {
    box,
    pins: new Map(pins.map((pin) => [pin.number, pin])),
    /** Brings a pin into the middle, or above the `below` pixels at the foot that something covers. */
    bring: ({ x, y }, below = 0) => go(centred(x, y, Math.max(settled().scale, home.scale), below)),
    /** Shows where somebody is, with the nearest pins; false when that is outside the map. */
    showHere({ latitude, longitude }) {
      const at = spot(latitude, longitude);
      here?.node.remove();
      here = at.inside ? { ...at, node: dot(svg.namespaceURI) } : undefined;
      if (!here) return false;
      svg.querySelector(".map-pins").before(here.node);
      const away = (pin) => Math.hypot(pin.x - at.x, pin.y - at.y);
      const near = [...pins].filter((pin) => !pin.node.hasAttribute("display")).sort((a, b) => away(a) - away(b));
      show(view);
      go(around([at, ...near.slice(0, 3)]));
      return true;
    },
  };
}

function readPin(node) {
  const { e: x, f: y } = node.transform.baseVal.getItem(0).matrix;
  const drawings = [...node.querySelectorAll("[data-zoom]")].map((drawing) => ({ drawing, from: +drawing.dataset.zoom }));
  const { since, until, number } = node.dataset;
  return {
    node, x, y, drawings, number: +number, since: +(since ?? 0), until: +(until ?? Infinity),
    isRanged: since !== undefined, isSeveral: Boolean(node.querySelector(".region-several")),
  };
}

// Each pin has a drawing for every zoom at which its badge has to make way; the closest that is reached is seen.
function drawPin({ node, x, y, drawings, since, until, isRanged }, zoom) {
  node.setAttribute("transform", `translate(${x} ${y}) scale(${1 / zoom})`);
  const reached = drawings.filter(({ from }) => isReached(from, zoom)).pop() ?? drawings[0];
  for (const each of drawings) shown(each.drawing, each === reached);
  // Others are hidden by a filter, which is not ours to undo.
  if (isRanged) shown(node, (since <= 1 || isReached(since, zoom)) && !isReached(until, zoom));
}

const isReached = (from, zoom) => zoom >= from * 0.97;

function shown(node, isShown) {
  if (isShown) node.removeAttribute("display");
  else node.setAttribute("display", "none");
}

function dot(svg) {
  const node = document.createElementNS(svg, "g");
  node.setAttribute("class", "map-here");
  for (const radius of [6, 3]) {
    const circle = document.createElementNS(svg, "circle");
    circle.setAttribute("r", radius);
    node.append(circle);
  }
  return node;
}
