// The page of the visitor's own list, or of a list that somebody sent ("#o:koffie,p:huis").
import { change, isKept, isStored, keysOf, list, sentList } from "./kept.js";

const page = document.querySelector("[data-my-list]");
const shown = page.querySelector(".kept");
const said = part("said");
const DUTCH = "my-list-dutch";

let records = null;
let dutch = null;
let sent = [];

function part(name) {
  return page.querySelector(`[data-part="${name}"]`);
}

function button(name, within = page) {
  return within.querySelector(`[data-do="${name}"]`);
}

async function read(address) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function items() {
  return sent.length ? sent : list();
}

/** The text of a record; with its language where that is not the page's. */
function say(element, text) {
  if (typeof text === "object") {
    const span = document.createElement("span");
    Object.assign(span, { lang: text.lang, dir: "auto", textContent: text.text });
    element.append(span);
  } else {
    element.append(text);
  }
}

function plain(text) {
  return typeof text === "object" ? text.text : (text ?? "");
}

function nameOf(key) {
  return plain(records?.[key]?.name) || key.split(":")[1];
}

async function show() {
  sent = sentList();
  const any = items().length > 0;
  part("sent").hidden = !sent.length;
  part("empty").hidden = any;
  part("tools").hidden = !any;
  part("no-storage").hidden = isStored() || !any || sent.length > 0;
  if (any && !records) {
    try {
      records = await read(page.dataset.records);
    } catch {
      part("broken").hidden = false;
      return;
    }
  }
  await readDutch();
  shown.replaceChildren(...items().map(lineOf));
  markEnds();
  address();
}

async function readDutch() {
  if (!button("dutch")?.checked || dutch) return;
  try {
    dutch = await read(page.dataset.dutch);
  } catch {
    button("dutch").checked = false;
  }
}

function lineOf(item) {
  const line = document.getElementById("kept-item").content.cloneNode(true).firstElementChild;
  const record = records[item.key];
  line.dataset.key = item.key;
  if (record) fill(line, record, item);
  else fillUnknown(line, item);
  if (sent.length) line.querySelector(".kept-buttons").remove();
  else note(line, item);
  return line;
}

function fill(line, record, item) {
  const link = line.querySelector(".kept-name a");
  if (record.look) line.classList.add(`is-${record.look}`);
  link.href = page.dataset.home + record.href;
  say(link, record.name);
  say(line.querySelector(".kept-summary"), record.summary ?? "");
  paragraphs(line.querySelector(".kept-ended"), record.ended);
  line.classList.toggle("is-ended", Boolean(record.ended));
  facts(line, record, item.key.startsWith("p:"));
  paragraphs(line.querySelector(".kept-check"), record.check && [record.check]);
  pictures(line, record);
  if (dutch?.[item.key] && button("dutch")?.checked) inDutch(line, dutch[item.key]);
}

function fillUnknown(line, item) {
  line.querySelector(".kept-name").textContent = nameOf(item.key);
  line.classList.add("is-ended");
  line.querySelector(".kept-summary").replaceWith(document.getElementById("unknown-item").content.cloneNode(true));
  line.querySelector(".kept-facts").remove();
  line.querySelector(".kept-pictures").remove();
}

function paragraphs(element, texts) {
  element.hidden = !texts;
  for (const text of texts || []) {
    const paragraph = document.createElement("span");
    say(paragraph, text);
    element.append(paragraph, " ");
  }
}

function facts(line, record, isPlace) {
  const dd = (name) => line.querySelector(`[data-fact="${name}"] dd`);
  const where = [...(record.where ?? [])];
  if (record.number) where.push(dd("where").dataset.number.replace("{number}", record.number));
  lines(dd("when"), record.when);
  lines(dd("where"), where);
  lines(dd("bring"), record.bring);
  if (record.ended || isPlace) dd("ask").parentElement.remove();
  else people(dd("ask"), record.ask);
}

function lines(dd, texts = []) {
  if (!texts.length) dd.parentElement.remove();
  for (const text of texts) {
    const paragraph = document.createElement("p");
    say(paragraph, text);
    dd.append(paragraph);
  }
}

function people(dd, found) {
  if (!found) return lines(dd, [dd.dataset.otherwise]);
  for (const person of found) {
    const paragraph = document.createElement("p");
    paragraph.append(`${person.name}: `, person.phone ? phone(person) : person.email);
    dd.append(paragraph);
  }
}

function phone(person) {
  return Object.assign(document.createElement("a"), { href: `tel:${person.tel}`, textContent: person.phone });
}

function pictures(line, record) {
  const map = line.querySelector(".kept-map");
  line.querySelector(".kept-code").src = `${page.dataset.root}${record.code}qr.svg`;
  // "host/" and "Q/CODE" stay whole where the line is too short for both.
  const [host, code] = record.typed.split(/(?=Q\/[^/]+$)/);
  line.querySelector(".kept-typed").append(host, document.createElement("wbr"), code ?? "");
  if (record.map) map.src = page.dataset.root + record.map;
  else map.remove();
}

function inDutch(line, record) {
  const block = line.querySelector(".kept-dutch");
  const name = document.createElement("strong");
  say(name, record.name);
  block.hidden = false;
  block.append(name);
  for (const text of [...(record.ended ?? []), ...(record.when ?? []), ...(record.where ?? [])]) {
    const paragraph = document.createElement("p");
    say(paragraph, text);
    block.append(paragraph);
  }
}

function note(line, item) {
  const field = line.querySelector("textarea");
  const paper = line.querySelector(".kept-note-paper");
  field.value = item.note;
  paper.textContent = item.note;
  field.setAttribute("aria-label", `${field.previousElementSibling.textContent}: ${nameOf(item.key)}`);
  field.addEventListener("input", () => {
    paper.textContent = field.value;
    quietly(list().map((other) => (other.key === item.key ? { ...other, note: field.value } : other)));
  });
}

// Our own changes are on the page already: only those of another tab draw it again.
let quiet = false;
function quietly(next) {
  quiet = true;
  change(next);
  quiet = false;
  address();
}

function markEnds() {
  const all = [...shown.querySelectorAll(".kept-item")];
  for (const [index, line] of all.entries()) {
    const up = button("up", line);
    if (!up) continue;
    up.disabled = index === 0;
    button("down", line).disabled = index === all.length - 1;
    for (const one of line.querySelectorAll(".kept-buttons button")) {
      one.setAttribute("aria-label", `${one.textContent.trim()}: ${nameOf(line.dataset.key)}`);
    }
  }
}

function move(line, step) {
  const order = [...list()];
  const from = order.findIndex((item) => item.key === line.dataset.key);
  const [item] = order.splice(from, 1);
  order.splice(from + step, 0, item);
  quietly(order);
  // A line that is taken out of the page and put back would lose the note that is being typed.
  const lines = [...shown.querySelectorAll(".kept-item")];
  const other = lines[from + step];
  if (step < 0) other.before(line);
  else other.after(line);
  markEnds();
  const pressed = button(step < 0 ? "up" : "down", line);
  (pressed.disabled ? button(step < 0 ? "down" : "up", line) : pressed).focus();
  tell("moved", item.key, { place: from + step + 1, count: order.length });
}

function remove(line) {
  const before = list();
  const key = line.dataset.key;
  quietly(before.filter((item) => item.key !== key));
  const gone = document.getElementById("gone-item").content.cloneNode(true).firstElementChild;
  const text = gone.querySelector("[data-text]");
  text.textContent = text.dataset.text.replace("{name}", nameOf(key));
  line.replaceWith(gone);
  markEnds();
  button("back", gone).addEventListener("click", () => {
    const index = before.findIndex((item) => item.key === key);
    const order = list().filter((item) => item.key !== key);
    order.splice(Math.min(index, order.length), 0, before[index]);
    quietly(order);
    gone.replaceWith(line);
    markEnds();
    tell("back", key);
    button("remove", line).focus();
  });
  button("back", gone).focus();
  tell("removed", key);
}

function tell(what, key, values = {}) {
  const text = said.dataset[what].replace("{name}", nameOf(key));
  said.textContent = text.replace("{place}", values.place).replace("{count}", values.count);
}

/** Where the buttons to send lead, and the switch of language: they take the list along. */
function address() {
  const url = `${location.origin}${location.pathname}#${keysOf(items())}`;
  const title = page.querySelector("h1").textContent;
  const text = [title, ...items().map(({ key }) => oneLine(key)), url].join("\n\n");
  const whatsapp = page.querySelector('[data-send="whatsapp"]');
  whatsapp.href = new URL(`?text=${encodeURIComponent(text)}`, whatsapp.href);
  page.querySelector('[data-send="mail"]').href =
    `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`;
  page.querySelector('[data-send="link"]').dataset.url = url;
  if (sent.length) for (const link of document.querySelectorAll(".languages a")) link.hash = keysOf(sent);
}

function oneLine(key) {
  const record = records?.[key];
  if (!record) return nameOf(key);
  const phones = (record.ask ?? []).map((person) => person.phone || person.email);
  const parts = record.ended ?? [...(record.when ?? []).slice(0, 1), ...(record.where ?? []).slice(0, 2), ...phones];
  return [nameOf(key), ...parts.map(plain)].join("\n");
}

async function print(size) {
  const pictures = [...shown.querySelectorAll("img")];
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  document.documentElement.dataset.paper = size;
  window.print();
}

const language = document.documentElement.lang;
part("date").textContent = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format();

page.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-do]");
  const line = event.target.closest(".kept-item");
  switch (pressed?.dataset.do) {
    case "up":
      return move(line, -1);
    case "down":
      return move(line, 1);
    case "remove":
      return remove(line);
    case "print-a4":
      return print("a4");
    case "print-a5":
      return print("a5");
    case "keep-all":
      change([...list(), ...sent.filter((item) => !isKept(item.key))]);
    // falls through: then the own list is shown
    case "own":
      event.preventDefault();
      history.pushState(null, "", location.pathname);
      change(list());
      scrollTo(0, 0);
  }
});
button("dutch")?.addEventListener("change", () => {
  try {
    localStorage.setItem(DUTCH, button("dutch").checked ? "1" : "");
  } catch {
    // Without storage the choice holds for this page only.
  }
  show();
});
document.addEventListener("kept", () => quiet || show());
window.addEventListener("hashchange", show);
try {
  if (button("dutch")) button("dutch").checked = localStorage.getItem(DUTCH) === "1";
} catch {
  // Nothing was kept, so nothing is chosen.
}
show();
