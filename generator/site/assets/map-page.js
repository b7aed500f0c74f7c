// The page of the map: a tap on a pin shows what is there, the list and the pins know each other.
import { live } from "./map.js";
import { today } from "./today.js";

const map = live(document.querySelector("[data-map]"));
const list = document.querySelector("[data-map-places]");
const said = document.querySelector("[data-map-said]");
const items = [...list.children].map((element) => ({ element, data: element.dataset, pin: map.pins.get(+element.dataset.place) }));
const card = document.createElement("div");
let opener;

card.className = "map-card";
card.tabIndex = -1;
card.hidden = true;
card.setAttribute("role", "group");
map.box.after(card);

function open(item, from) {
  close();
  opener = from;
  const text = item.element.querySelector(".place-text").cloneNode(true);
  const number = item.element.querySelector(".pin").cloneNode(true);
  const out = document.createElement("button");
  const here = text.querySelector("details");
  // In the card the number leads nowhere: its pin is right above.
  const badge = document.createElement("span");
  badge.className = "pin";
  badge.textContent = number.textContent;
  if (here) here.open = true;
  out.type = "button";
  out.className = "map-card-close";
  out.textContent = "×";
  out.setAttribute("aria-label", list.dataset.close);
  out.addEventListener("click", () => { const back = opener; close(); back?.focus(); });
  card.replaceChildren(badge, text, out);
  card.setAttribute("aria-label", text.querySelector("strong").textContent);
  card.hidden = false;
  for (const marked of [item.element, item.pin.node]) marked.classList.add("is-chosen");
  map.bring(item.pin, card.offsetHeight);
  if (from) card.focus({ preventScroll: true });
}

function close() {
  card.hidden = true;
  opener = undefined;
  for (const { element, pin } of items) for (const marked of [element, pin.node]) marked.classList.remove("is-chosen");
}

for (const item of items) {
  const { element, pin } = item;
  const number = element.querySelector(".pin");
  pin.node.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open(item, pin.node);
  });
  number.addEventListener("click", (event) => {
    event.preventDefault();
    map.box.scrollIntoView({ block: "nearest" });
    open(item, number);
  });
  for (const [one, other] of [[element, pin.node], [pin.node, element]]) {
    for (const event of ["mouseenter", "focusin"]) one.addEventListener(event, () => other.classList.add("is-hinted"));
    for (const event of ["mouseleave", "focusout"]) one.addEventListener(event, () => other.classList.remove("is-hinted"));
  }
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || card.hidden) return;
  const back = opener;
  close();
  back?.focus();
});

// A small map elsewhere leads here: kaart/#gs9. The map itself is what people want to see then.
function openAddressed() {
  const item = items.find(({ element }) => `#${element.id}` === location.hash);
  if (!item) return;
  open(item);
  scrollTo(0, 0);
}
addEventListener("hashchange", openAddressed);
if (location.hash) addEventListener("load", openAddressed);

const filter = document.querySelector("[data-map-filter]");
filter?.addEventListener("change", () => {
  const day = today();
  const fits = ({ themes = "", days = "" }) =>
    filter.value === "today" ? days.split(" ").includes(day) : !filter.value || themes.split(" ").includes(filter.value);
  close();
  for (const { element, data, pin } of items) {
    element.hidden = !fits(data);
    if (element.hidden) pin.node.setAttribute("display", "none");
    else pin.node.removeAttribute("display");
  }
  said.textContent = said.dataset.shown.replace("{count}", items.filter(({ element }) => !element.hidden).length);
});

const near = document.querySelector("[data-near-me]");
near.hidden = !(navigator.geolocation && isSecureContext);
near.addEventListener("click", () => {
  close();
  import("./near-me.js").then((module) => module.sortByDistance({ map, items, list, said }));
});
