// How far it is as the crow flies, and how one says that in the language of the page.
const EARTH = 6371;

export function kilometres(one, other) {
  const [lat1, lon1, lat2, lon2] = [...one, ...other].map((degrees) => (degrees * Math.PI) / 180);
  const a = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(a));
}

// "280 meter", "1,9 kilometer".
export function said(away) {
  const [unit, amount] = away < 0.995 ? ["meter", Math.max(10, Math.round(away * 100) * 10)] : ["kilometer", away];
  const style = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(amount);
}
