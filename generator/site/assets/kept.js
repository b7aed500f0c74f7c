// The visitor's own list, on this device only: what is in it, the hearts, and the count in
// the head of the page. Where the browser keeps nothing, the list travels in the address.
const ROOT = new URL("..", import.meta.url);
const STORED_AS = `my-list:${ROOT.pathname}`;
const VERSION = 1;
const OWN = "#mine=";
const KEY = /^[osp]:[a-z0-9-]{1,80}$/;
const MOST = 200;
const LONGEST_NOTE = 300;

let storage = findStorage();
let items = storage ? fromStorage() : fromAddress(OWN.length);

/** The list, in its order: [{key: "o:digipunt", note: ""}]. */
export function list() {
  return items;
}

export function isStored() {
  return storage !== null;
}

export function isKept(key) {
  return items.some((item) => item.key === key);
}

/** Replaces the list, keeps it, and tells the page ("kept" on the document). */
export function change(next) {
  items = sound(next);
  keep();
  show();
  document.dispatchEvent(new Event("kept"));
}

/** "o:koffie,p:huis": for an address that is sent to somebody; notes stay here. */
export function keysOf(some) {
  return some.map((item) => item.key).join(",");
}

/** The list that somebody sent, in the address of this page ("#o:koffie,p:huis"). */
export function sentList() {
  return location.hash.startsWith(OWN) ? [] : fromAddress("#".length);
}

// The list in the address from the given character on; what is no key is left out.
function fromAddress(start) {
  return sound(
    location.hash
      .slice(start)
      .split(",")
      .map((part) => {
        const [key, note = ""] = part.split("=");
        return { key: decoded(key), note: decoded(note) };
      }),
  );
}

function findStorage() {
  try {
    const found = window.localStorage;
    found.setItem(`${STORED_AS}?`, "1");
    found.removeItem(`${STORED_AS}?`);
    return found;
  } catch {
    return null;
  }
}

function fromStorage() {
  try {
    return sound(JSON.parse(storage.getItem(STORED_AS)).items);
  } catch {
    return [];
  }
}

// Whatever somebody or something has done to it: only items that can be shown, each once.
function sound(found) {
  const seen = new Set();
  return (Array.isArray(found) ? found : [])
    .filter((item) => KEY.test(item?.key) && !seen.has(item.key) && seen.add(item.key))
    .slice(0, MOST)
    .map(({ key, note }) => ({ key, note: typeof note === "string" ? note.slice(0, LONGEST_NOTE) : "" }));
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function keep() {
  try {
    storage?.setItem(STORED_AS, JSON.stringify({ version: VERSION, items }));
  } catch {
    storage = null;
  }
  if (!storage) history.replaceState(history.state, "", items.length ? address() : location.pathname);
}

function address() {
  return OWN + items.map(({ key, note }) => (note ? `${key}=${encodeURIComponent(note)}` : key)).join(",");
}

function show() {
  for (const button of document.querySelectorAll("[data-keep]")) {
    button.setAttribute("aria-pressed", String(isKept(button.dataset.keep)));
  }
  for (const count of document.querySelectorAll("[data-kept-count]")) {
    count.textContent = items.length || "";
    count.hidden = !items.length;
  }
}

document.addEventListener("click", (event) => {
  const key = event.target.closest?.("[data-keep]")?.dataset.keep;
  if (!key) return;
  change(isKept(key) ? items.filter((item) => item.key !== key) : [...items, { key, note: "" }]);
});

// Without storage every link to another page of ours takes the list along.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (storage || !items.length || !link?.href.startsWith(ROOT.href)) return;
  if (link.pathname !== location.pathname) link.hash = address();
});

function again() {
  if (!storage) return;
  items = fromStorage();
  show();
  document.dispatchEvent(new Event("kept"));
}

window.addEventListener("storage", again);
window.addEventListener("pageshow", (event) => event.persisted && again());
show();
