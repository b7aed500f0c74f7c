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
  const date = new Date(`${iso}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

// "vrijdag 27 november", or other parts of it, in the language of the page.
export function named(iso, parts = { weekday: "long", day: "numeric", month: "long" }) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { ...parts, timeZone: "UTC" });
  return format.format(new Date(`${iso}T12:00:00Z`));
}
