// Loaded on a tap: where the visitor is, and what is near. It stays on the phone.
import { kilometres, said as inWords } from "./distances.js";

export function sortByDistance({ map, items, list, said }) {
  said.textContent = said.dataset.looking;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => found(coords, { map, items, list, said }),
    (error) => {
      said.textContent = error.code === error.PERMISSION_DENIED ? said.dataset.refused : said.dataset.lost;
    },
    { enableHighAccuracy: true, maximumAge: 30_000, timeout: 15_000 },
  );
}

function found(coords, { map, items, list, said }) {
  const here = [coords.latitude, coords.longitude];
  const away = new Map(items.map((item) => [item, kilometres(here, [+item.data.lat, +item.data.lon])]));
  const sorted = [...items].sort((a, b) => away.get(a) - away.get(b));
  for (const item of sorted) {
    const name = item.element.querySelector(".place-name");
    const line = name.querySelector(".how-far") ?? document.createElement("span");
    line.className = "how-far";
    line.textContent = list.dataset.away.replace("{distance}", inWords(away.get(item)));
    name.append(line);
  }
  list.append(...sorted.map(({ element }) => element));
  if (!map.showHere(coords)) {
    said.textContent = said.dataset.outside;
    return;
  }
  const first = sorted.find(({ element }) => !element.hidden);
  if (!first) return;
  said.textContent = said.dataset.nearest
    .replace("{place}", first.element.querySelector("strong").textContent)
    .replace("{distance}", inWords(away.get(first)));
}
