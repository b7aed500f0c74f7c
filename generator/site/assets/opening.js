// Whether it is open now: from the hours in the page, by the clock of Belgium, at each minute anew.
import { later, named, now, weekday } from "./today.js";

const DAY = { weekday: "long" };
const MINUTE = 60_000;
const source = document.querySelector("script[data-hours]");
const { until, hours, records } = JSON.parse(source.textContent);
const says = source.dataset;
const [openSign, closedSign, unknownSign] = document.querySelector("template[data-signs]").content.children;

// What is known of a day: its spans ("09:00-12:00"), and why it is not as usual.
function dayOf(record, date) {
  const other = record.except.find(([first, last]) => first <= date && date <= last);
  if (other) return { spans: other.slice(3), why: other[2] };
  return { spans: record.week[weekday(date)], why: "" };
}

function stateOf(record, { date, time }) {
  if (date > until) return { is: "unknown" };
  const { spans, why } = dayOf(record, date);
  const current = spans.find((span) => span.slice(0, 5) <= time && time < span.slice(6));
  if (current) return { is: "open", why, hour: current.slice(6) };
  for (let days = 0; later(date, days) <= until; days += 1) {
    const day = later(date, days);
    const next = dayOf(record, day).spans.find((span) => days || span > time);
    if (next) return { is: "closed", why, day, days, hour: next.slice(0, 5) };
  }
  return { is: "closed", why };
}

function said({ is, day, days, hour }) {
  if (is === "unknown") return says.unknown;
  if (!hour) return says.shut;
  const text = is === "open" ? says.open : [says.later, says.tomorrow][days] ?? says.closed;
  // Within a week the name of the day is enough.
  return text.replace("{hour}", hours[hour]).replace("{day}", () => named(day, days < 7 ? DAY : undefined));
}

function show(moment) {
  for (const place of document.querySelectorAll("[data-opening]")) {
    const record = records[place.dataset.opening];
    const state = stateOf(record, moment);
    const sure = state.is !== "unknown" && record.due >= moment.date;
    const text = sure || state.is === "unknown" ? said(state) : says.perhaps.replace("{state}", said(state));
    const sign = { open: openSign, closed: closedSign, unknown: unknownSign }[sure ? state.is : "unknown"];
    const line = document.createElement("span");
    line.textContent = text.charAt(0).toLocaleUpperCase(document.documentElement.lang) + text.slice(1);
    if (state.why) {
      const why = document.createElement("span");
      why.textContent = state.why;
      line.append(why);
    }
    place.replaceChildren(sign.cloneNode(true), line);
    place.classList.toggle("is-open", sure && state.is === "open");
    // For the facets: what is not sure has no value there.
    const item = place.closest("[data-sought]");
    if (item) item.dataset.nu = sure ? state.is : "";
  }
}

// In the words beside it: which line is of today, and which closures are over.
function mark({ date }) {
  for (const row of document.querySelectorAll("[data-days]")) {
    const isToday = row.dataset.days.includes(weekday(date));
    row.classList.toggle("is-today", isToday);
    if (isToday) row.setAttribute("aria-current", "date");
    else row.removeAttribute("aria-current");
  }
  for (const item of document.querySelectorAll("[data-last]")) item.hidden = item.dataset.last < date;
}

let shown = "";
function refresh() {
  const moment = now();
  if (`${moment.date} ${moment.time}` === shown) return;
  shown = `${moment.date} ${moment.time}`;
  show(moment);
  mark(moment);
  document.dispatchEvent(new Event("opening"));
}

refresh();
setInterval(refresh, MINUTE / 4);
document.addEventListener("visibilitychange", refresh);
