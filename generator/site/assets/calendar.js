// The calendar on a day after the build: marks today, sets apart what nobody confirmed in
// time, and says so when the page shows a week that is past.
import { today } from "./today.js";

const now = today();
const calendar = document.querySelector("[data-calendar]");

for (const day of calendar.querySelectorAll("[data-day]")) {
  if (day.dataset.day === now) {
    day.classList.add("is-today");
    day.setAttribute("aria-current", "date");
  }
  const overdue = [...day.querySelectorAll("[data-sure] > li")].filter((entry) => entry.dataset.due < now);
  if (overdue.length) {
    day.querySelector("[data-unsure]").append(...overdue);
  }
}

// A later week was chosen; only the page of a past one needs a word.
const pages = calendar.dataset.pages.split(",").map((page) => page.split(" "));
const current = pages.find(([first, last]) => first <= now && now <= last);
if (current && calendar.dataset.last < now) {
  const message = document.querySelector("[data-other-week]");
  message.querySelector("a").href = current[2];
  message.hidden = false;
}

document.querySelector("[data-print]").addEventListener("click", () => window.print());
