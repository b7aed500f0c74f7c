// The page of an offer on a day after the build: dates that are over make room for later ones,
// and a message whose days are over goes.
import { today } from "./today.js";

const now = today();

for (const message of document.querySelectorAll("[data-last-day]")) message.hidden = message.dataset.lastDay < now;

for (const list of document.querySelectorAll("[data-dates]")) {
  let room = Number(list.dataset.dates);
  for (const line of list.children) {
    const over = line.dataset.date < now;
    line.hidden = over || room === 0;
    if (!over && !line.classList.contains("is-cancelled") && room > 0) room -= 1;
  }
}
