// The next time that people meet, on a day after the build: dates that are past make room.
import { today } from "./today.js";

const now = today();
for (const line of document.querySelectorAll("[data-coming]")) {
  const dates = [...line.querySelectorAll("time")];
  const next = dates.find((date) => date.dateTime >= now);
  for (const date of dates) date.hidden = date !== next;
  line.hidden = !next;
}
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
