// Shows each change by itself, and mistakes in a panel over the last good page. Only `serve` sends this.
const here = new URL(import.meta.url);
const version = here.searchParams.get("v");
const STYLE = new URL("preview.css", here), EVENTS = new URL("events", here);
const LOST_MS = 3000;
let events, seen = version, texts, lost;

const panes = () => document.querySelectorAll("[data-pane]");

function listen() {
  events = new EventSource(EVENTS);
  events.addEventListener("open", () => clearTimeout(lost));
  events.addEventListener("message", ({ data }) => show(JSON.parse(data)));
  // A stop of a moment is nothing: the browser asks again by itself.
  events.addEventListener("error", () => {
    clearTimeout(lost);
    lost = setTimeout(() => draw({ title: texts?.lost, problems: [] }), LOST_MS);
  });
}

function show(state) {
  texts = state;
  draw(state);
  if (state.version === seen) return;
  seen = state.version;
  // Whoever has no page yet gets the first one; with a mistake the page is what it was.
  if (state.title && !document.body.classList.contains("is-waiting")) return;
  if (panes().length) panes().forEach(renew);
  else location.reload();
}

// A pane stays where it was scrolled to. A picture comes in the place of the old one when it is there.
async function renew(pane) {
  if (pane.contentWindow) return pane.contentWindow.location.reload();
  const address = new URL(pane.src), next = new Image();
  address.searchParams.set("v", seen);
  next.src = address;
  await next.decode();
  pane.src = next.src;
}

function element(name, className, text, ...inside) {
  const made = document.createElement(name);
  made.className = className;
  if (text) made.textContent = text;
  made.append(...inside);
  return made;
}

function draw({ title, below, problems, close, open }) {
  document.querySelector(".stek-panel")?.remove();
  if (!title) return;
  const head = element("div", "stek-head", "", element("h2", "", title));
  const panel = element("section", "stek-panel", "", head);
  panel.setAttribute("role", "alert");
  panel.lang = "nl";
  if (problems.length) {
    const list = element("ol", "", "", ...problems.map(shown));
    const button = element("button", "", close);
    button.type = "button";
    button.addEventListener("click", () => {
      list.hidden = !list.hidden;
      button.textContent = list.hidden ? open : close;
    });
    head.append(button);
    panel.append(element("p", "stek-below", below), list);
  }
  document.body.append(panel);
}

function shown({ place, message, remedy, line, caret }) {
  const item = element("li", "", "", element("p", "stek-place", place), element("p", "stek-message", message));
  if (line) {
    const code = element("pre", "", caret < 0 ? line : line.slice(0, caret));
    if (caret >= 0) code.append(element("mark", "", line[caret] ?? " "), line.slice(caret + 1));
    item.append(code);
  }
  if (remedy) item.append(element("p", "stek-remedy", remedy));
  return item;
}

// Browsers have six connections to a host: a page that nobody looks at gives back its own.
function look() {
  if (document.hidden) events?.close();
  else if (!events || events.readyState === EventSource.CLOSED) listen();
}

if (window === window.top) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLE }));
  document.addEventListener("visibilitychange", look);
  look();
}
