// Facets over a list that is complete without script. Every item says in data-attributes what
// is known of it; what is chosen stands in the address, so that it can be shared.
import { kilometres, said as inWords } from "./distances.js";
import { named, today } from "./today.js";

const NO = 0;
const MAYBE = 1;
const YES = 2;
const root = document.querySelector("[data-finding]");
const form = root.querySelector("form[data-facets]");
const facets = [...(form?.querySelectorAll("[data-facet]") ?? [])];
const ids = facets.map((facet) => facet.dataset.facet);
const marked = (mark) => new Set(facets.filter((facet) => mark in facet.dataset).map((facet) => facet.dataset.facet));
const open = marked("open");
const without = marked("without");
const timely = marked("timely");
// In a calendar an offer stands on many days: what is known of it is said once.
const knownOnce = new Map(
  [...(root.querySelector("[data-known]")?.content.children ?? [])].map(({ dataset }) => [dataset.id, dataset]),
);
const items = [...root.querySelectorAll("[data-sought]")].map(read);
const part = (name) => root.querySelector(`[data-${name}]`);
const state = part("state");
const order = part("order");
const results = part("results");
const boxes = form ? [...form.querySelectorAll("input")] : [];
let here = null;

function read(element, number) {
  const data = knownFrom(element);
  const moments = element.dataset.moment ?? data.moments;
  return {
    element, number,
    known: Object.fromEntries(ids.map((id) => [id, valuesOf(element, id)])),
    list: element.parentElement,
    moments: moments ? moments.split(" ").map((one) => one.split(".")) : [],
    dates: data.next ? data.next.split(" ") : [],
    name: element.querySelector("a").textContent,
    point: data.lat ? [+data.lat, +data.lon] : null,
  };
}

function knownFrom(element) {
  return knownOnce.get(element.dataset.offer) ?? element.dataset;
}

function valuesOf(element, id) {
  const values = knownFrom(element)[id];
  return values ? values.split(" ") : [];
}

// What fits

function answer(values, wanted, isOpen) {
  if (!wanted?.size) return YES;
  if (values.some((value) => wanted.has(value))) return YES;
  return values.length && !isOpen ? NO : MAYBE;
}

// Of what somebody does not have, a record may ask nothing.
function answerWithout(values, missing) {
  if (!missing.size) return YES;
  if (!values.length) return MAYBE;
  return values.some((value) => missing.has(value)) ? NO : YES;
}

function fit(item, chosen) {
  let result = when(item, chosen.dag, chosen.dagdeel);
  for (const id of ids) {
    if (id === "dag" || id === "dagdeel") continue;
    const fits = without.has(id)
      ? answerWithout(item.known[id], chosen[id])
      : answer(item.known[id], chosen[id], open.has(id));
    result = Math.min(result, fits);
  }
  return result;
}

// Day and part of the day are asked of the same moment: Monday morning is not Monday evening.
function when(item, days, parts) {
  if (!days?.size && !parts?.size) return YES;
  if (!item.moments.length) return MAYBE;
  return Math.max(...item.moments.map(([day, time]) =>
    Math.min(answer(day ? [day] : [], days), answer(time ? [time] : [], parts))));
}

// What is chosen, in the form and in the address

function chosenNow() {
  const chosen = Object.fromEntries(ids.map((id) => [id, new Set()]));
  for (const box of boxes) if (box.checked) chosen[box.name].add(box.value);
  return chosen;
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const box of boxes) box.checked = (asked.get(box.name) ?? "").split(",").includes(box.value);
  const wanted = asked.get("volgorde");
  if (order && ["datum", "naam"].includes(wanted)) order.value = wanted;
  for (const more of form?.querySelectorAll(".facets-more") ?? []) more.open ||= more.querySelector("input:checked") !== null;
}

function writeAddress(chosen) {
  const asked = ids.filter((id) => chosen[id].size).map((id) => `${id}=${[...chosen[id]].map(encodeURIComponent)}`);
  if (order?.value && order.value !== "dichtbij") asked.push(`volgorde=${order.value}`);
  for (const link of root.querySelectorAll("[data-along] a")) link.search = asked.join("&");
  const address = location.pathname + (asked.length ? `?${asked.join("&")}` : "") + location.hash;
  if (address !== location.pathname + location.search + location.hash) history.replaceState(null, "", address);
}

// Order

const nextDate = (item) => item.dates.find((date) => date >= today()) ?? "";

const orders = {
  "": (a, b) => a.number - b.number,
  naam: (a, b) => a.name.localeCompare(b.name, document.documentElement.lang),
  datum: (a, b) => (nextDate(a) || "9").localeCompare(nextDate(b) || "9") || a.number - b.number,
  dichtbij: (a, b) => distance(a) - distance(b) || a.number - b.number,
};

// What has no place comes last.
const distance = ({ point }) => (point && here ? kilometres(here, point) : 1e6);

function remark(item) {
  if (order.value === "datum") {
    const date = nextDate(item);
    return date && named(date);
  }
  if (order.value !== "dichtbij" || !here || !item.point) return "";
  return root.dataset.away.replace("{distance}", inWords(distance(item)));
}

// What is shown

function show() {
  const chosen = chosenNow();
  for (const item of items) item.fits = fit(item, chosen);
  const narrowed = boxes.some((box) => box.checked);
  const yes = items.filter((item) => item.fits === YES);
  const maybe = items.filter((item) => item.fits === MAYBE);
  if (results) place(yes, maybe, narrowed || Boolean(order.value));
  else sift(yes.length + maybe.length > 0);
  count(chosen);
  tell(yes.length, maybe.length, narrowed);
  nameChosen();
  writeAddress(chosen);
}

function place(yes, maybe, apart) {
  const sorted = (list) => list.sort(orders[order.value]).map((item) => item.element);
  part("all").hidden = apart;
  results.hidden = !apart;
  // In the order of the page: what does not fit goes back to where it came from.
  for (const item of items) {
    item.element.querySelector("[data-remark]")?.remove();
    if (!apart || item.fits === NO) item.list.append(item.element);
  }
  if (!apart) return;
  part("sure").append(...sorted(yes));
  part("unsure").append(...sorted(maybe));
  part("nothing").hidden = yes.length > 0;
  part("perhaps").hidden = maybe.length === 0;
  for (const item of [...yes, ...maybe]) {
    const text = remark(item);
    if (!text) continue;
    const line = document.createElement("p");
    line.className = "card-remark";
    line.dataset.remark = "";
    line.textContent = text;
    item.element.querySelector(".card-summary").before(line);
  }
}

// Where every item has its own place, as in the calendar, what does not fit goes out of sight.
function sift(any) {
  for (const item of items) {
    item.element.hidden = item.fits === NO;
    item.element.classList.toggle("is-maybe", item.fits === MAYBE);
  }
  const nothing = part("nothing");
  if (nothing) nothing.hidden = any;
}

// For each value: how many there would be with it, all else as it is.
function count(chosen) {
  for (const box of boxes) {
    const label = box.closest("label");
    const shown = label.querySelector("[data-count]");
    const others = without.has(box.name) ? chosen[box.name] : [];
    const wanted = { ...chosen, [box.name]: new Set([...others, box.value]) };
    const number = items.filter((item) => fit(item, wanted) === YES).length;
    if (shown) shown.textContent = number;
    label.classList.toggle("is-none", number === 0);
  }
}

function tell(sure, perhaps, narrowed) {
  const texts = state.dataset;
  const said = (narrowed ? texts.found : texts.everything).replace("{count}", sure);
  state.textContent = perhaps ? `${said},\n${texts.maybe.replace("{count}", perhaps)}` : said;
  const button = part("show");
  if (button) button.textContent = button.dataset.text.replace("{count}", sure + perhaps);
}

function nameChosen() {
  const ticked = boxes.filter((box) => box.checked);
  const number = part("chosen-count");
  if (number) {
    number.textContent = ticked.length;
    number.hidden = ticked.length === 0;
  }
  const list = part("chosen");
  if (!list) return;
  list.hidden = ticked.length === 0;
  list.replaceChildren(...ticked.map((box) => {
    const name = box.closest("label").querySelector(".choice-name").textContent;
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-label", root.dataset.remove.replace("{choice}", name));
    button.addEventListener("click", () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      const place = next ? [...list.children].indexOf(next) - (next === item.nextElementSibling ? 1 : 0) : -1;
      box.checked = false;
      show();
      // The button is gone: the focus goes to its neighbour, or else to what follows it.
      (list.children[place]?.querySelector("button") ?? order ?? form.querySelector("summary")).focus();
    });
    item.append(button);
    return item;
  }));
}

// Asked for only when somebody wants what is near; it stays on the phone.
function locate() {
  state.textContent = state.dataset.locating;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      here = [coords.latitude, coords.longitude];
      show();
    },
    () => {
      order.value = "";
      show();
      state.textContent = state.dataset.lost;
    },
    { maximumAge: 60_000, timeout: 15_000 },
  );
}

if (order && !(navigator.geolocation && isSecureContext && items.some((item) => item.point))) {
  order.querySelector("[value=dichtbij]").remove();
}
// A leap goes to where its aim was before what lies around it was laid out (site.css): once more, then.
root.addEventListener("click", ({ target }) => {
  const aim = document.getElementById(target.closest?.('a[href^="#"]')?.hash.slice(1));
  if (aim) requestAnimationFrame(() => requestAnimationFrame(() => aim.scrollIntoView()));
});
form?.addEventListener("change", show);
form?.addEventListener("submit", (event) => event.preventDefault());
order?.addEventListener("change", () => (order.value === "dichtbij" && !here ? locate() : show()));
part("reset")?.addEventListener("click", () => {
  form.reset();
  show();
});

// The way to the choices stands at the top of the list, and floats once that is out of sight.
const opener = part("opener");
if (opener) {
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) =>
    opener.firstElementChild.classList.toggle("is-floating", !isIntersecting && boundingClientRect.top < 0),
  ).observe(opener);
}

// What opening.js tells at each minute; mostly nothing has changed.
function onTheMinute() {
  let changed = false;
  for (const item of items) {
    for (const id of timely) {
      const values = valuesOf(item.element, id);
      changed ||= values.join() !== item.known[id].join();
      item.known[id] = values;
    }
  }
  if (!changed) return;
  if (boxes.some((box) => box.checked && timely.has(box.name))) show();
  else count(chosenNow());
}
if (timely.size) document.addEventListener("opening", onTheMinute);
readAddress();
if (location.search) show();
else if (timely.size) count(chosenNow());
