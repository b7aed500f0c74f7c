// The home page on a day after the build: put right with the published dates.
// On the day of the build it is right as it is, and nothing more is fetched.
import { today } from "./today.js";

const week = document.querySelector("[data-week]");
if (week.dataset.asOf !== today()) putRight();

async function putRight() {
  const [agenda, ...parts] = await Promise.all([dates(), import("./week.js"), import("./feasts.js")]);
  // Without the dates, at least nothing that is over: offline, for instance.
  for (const part of parts) agenda ? part.show(agenda) : part.forgetThePast();
  week.dataset.asOf = today();
}

async function dates() {
  try {
    const answer = await fetch(week.dataset.week);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
