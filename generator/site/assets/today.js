// The date where the neighbourhood is, whatever the clock of the phone is set to: "2026-11-27".
export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" }).format(new Date());

// A date that many days later.
export function later(iso, days) {
  const date = new Date(`${iso}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

// "vrijdag 27 november", in the language of the page.
export function named(iso) {
  const parts = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(document.documentElement.lang, parts).format(new Date(`${iso}T12:00:00Z`));
}
