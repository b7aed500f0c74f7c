// Date and time where the neighbourhood is, whatever the clock of the phone is set to: "2026-11-27", "14:05".
export function now() {
  const zone = { timeZone: "Europe/Brussels", dateStyle: "short", timeStyle: "short" };
  const [date, time] = new Intl.DateTimeFormat("sv-SE", zone).format(new Date()).split(" ");
  return { date, time };
}

export const today = () => now().date;

// 0 for Monday.
export const weekday = (iso) => (new Date(`${iso}T12:00:00Z`).getUTCDay() + 6) % 7;

// A date that many days later.
export function later(iso, days) {
  const date = noon(iso);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

// "vrijdag 27 november", or other parts of it, in the language of the page.
export const named = (iso, parts = { weekday: "long", day: "numeric", month: "long" }) => said(iso, parts);

/** Fills a leaf of a calendar (`leaf_of` in the templates). `words` says how today is called. */
export function fillLeaf(leaf, iso, words = null) {
  const part = (name, text) => (leaf.querySelector(`.leaf-${name}`).textContent = text);
  part("weekday", words?.todayShort ?? said(iso, { weekday: "long" }));
  part("day", said(iso, { day: "numeric" }));
  part("month", said(iso, { month: "short" }));
  leaf.querySelector(".for-readers").textContent = words ? words.today.replace("{day}", named(iso)) : named(iso);
}

const noon = (iso) => new Date(`${iso}T12:00:00Z`);

// In Belgium one writes 27 November.
function said(iso, parts) {
  const language = document.documentElement.lang;
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(noon(iso));
}
