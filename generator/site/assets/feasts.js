// The feasts on a day after the build: the next one first, and no date that is over.
import { fillLeaf, today } from "./today.js";

const NEVER = "9999";
const section = document.querySelector("[data-feasts]");
const now = today();

export function show(agenda) {
  for (const feast of feasts()) {
    const offer = agenda.offers.find(({ id }) => id === feast.dataset.feast);
    const next = soonest(offer);
    if (offer) feast.classList.toggle("is-unsure", !(offer.due && now <= offer.due));
    if (next) date(feast, next);
    else if (feast.dataset.on) undate(feast);
  }
  inOrder();
}

export function forgetThePast() {
  for (const feast of feasts()) if (feast.dataset.on && feast.dataset.on < now) undate(feast);
  inOrder();
}

const feasts = () => [...(section?.querySelectorAll("[data-feast]") ?? [])];

// The first time from today on that is not cancelled: [date, its hours].
function soonest(offer) {
  const found = (offer?.times ?? []).flatMap(({ on, hours }) => on.map((day) => [day, hours]));
  return found.filter(([day]) => day >= now).sort(([one], [other]) => one.localeCompare(other))[0];
}

function date(feast, [day, hours]) {
  feast.dataset.on = day;
  feast.classList.add("is-dated");
  fillLeaf(feast.querySelector(".leaf"), day);
  feast.querySelector("[data-feast-when]").textContent = hours || section.dataset.noHour;
}

function undate(feast) {
  delete feast.dataset.on;
  feast.classList.remove("is-dated");
  feast.querySelector("[data-feast-when]").textContent = section.dataset.unknown;
}

function inOrder() {
  const all = feasts();
  if (!all.length) return;
  const when = (feast) => feast.dataset.on ?? NEVER;
  all[0].parentElement.append(...all.sort((one, other) => when(one).localeCompare(when(other))));
  section.querySelector("[data-no-date]").hidden = all.some((feast) => feast.dataset.on);
}
