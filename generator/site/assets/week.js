// "Today and the coming week" on a day after the build: computed from the published dates.
import { fillLeaf, later, today } from "./today.js";

const DAYS = 8;
const section = document.querySelector("[data-week]");
const now = today();

export function show(agenda) {
  const days = Array.from({ length: DAYS }, (_, n) => ({ date: later(now, n), sure: [], unsure: [] }));
  for (const offer of agenda.offers) {
    const kind = offer.due && now <= offer.due ? "sure" : "unsure";
    for (const times of offer.times) {
      for (const day of days) {
        const cancelled = times.off.includes(day.date);
        if (cancelled || times.on.includes(day.date)) day[kind].push({ offer, times, cancelled });
      }
    }
  }
  const holidays = agenda.holidays.filter(([first, last]) => first <= now && now <= last);
  fill(section.querySelector("[data-closed] span"), [...new Set(holidays.map((h) => h[2]))].join(", "));
  section.querySelector("[data-closed]").hidden = holidays.length === 0;
  list(section.querySelector("ol[data-sure]"), days, "sure", "h3");
  list(section.querySelector("[data-unsure] ol"), days, "unsure", "h4");
  reveal();
}

export function forgetThePast() {
  for (const day of section.querySelectorAll("[data-day]")) {
    if (day.dataset.day < now) day.remove();
    else name(day);
  }
  reveal();
}

function reveal() {
  const sure = section.querySelector("ol[data-sure]");
  const unsure = section.querySelector("[data-unsure]");
  sure.hidden = !sure.children.length;
  unsure.hidden = !unsure.querySelector("li");
  section.querySelector("[data-none]").hidden = !(sure.hidden && unsure.hidden);
}

function list(place, days, kind, heading) {
  place.replaceChildren(...days.filter((day) => day[kind].length).map((day) => {
    const item = document.createElement("li");
    const leaf = document.createElement(heading);
    const moments = document.createElement("ul");
    item.className = "day";
    item.dataset.day = day.date;
    leaf.className = "leaf";
    leaf.append(...section.querySelector("template[data-leaf]").content.firstElementChild.cloneNode(true).children);
    moments.className = "moments";
    moments.setAttribute("role", "list");
    moments.append(...day[kind].sort(byHour).map(moment));
    item.append(leaf, moments);
    name(item);
    return item;
  }));
}

function name(item) {
  const isToday = item.dataset.day === now;
  item.classList.toggle("is-today", isToday);
  fillLeaf(item.querySelector(".leaf"), item.dataset.day, isToday ? section.dataset : null);
}

const byHour = (a, b) =>
  (a.times.from || "99").localeCompare(b.times.from || "99") || a.offer.name.localeCompare(b.offer.name);

function moment({ offer, times, cancelled }) {
  const item = section.querySelector("template[data-moment]").content.firstElementChild.cloneNode(true);
  const text = item.querySelector(".moment-name > span");
  item.querySelector("a").href = section.dataset.week.replace("data/agenda.json", offer.href);
  fill(item.querySelector(".moment-hours"), times.hours || section.dataset.noHour);
  fill(text, offer.name);
  if (offer.lang) text.lang = offer.lang;
  if (offer.icon) item.querySelector("path").setAttribute("d", offer.icon);
  else item.querySelector("svg").remove();
  item.classList.toggle("is-cancelled", cancelled);
  if (!cancelled) item.querySelector(".moment-note").remove();
  return item;
}

function fill(element, text) {
  element.textContent = text;
}
