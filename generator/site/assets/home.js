// The home page on a day after the build: put right with the published dates.
// On the day of the build it is right as it is, and nothing more is fetched.
import { today } from "./today.js";

const week = document.querySelector("[data-week]");
if (week.dataset.built !== today()) putRight();

async function putRight() {
  const parts = await Promise.all([import("./week.js"), import("./feasts.js")]);
  const agenda = await fetch(week.dataset.week).then((answer) => (answer.ok ? answer.json() : null), () => null);
  // Without the dates, at least nothing that is over: offline, for instance.
  for (const part of parts) agenda ? part.show(agenda) : part.forgetThePast();
}
