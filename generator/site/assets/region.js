// Words over the list of a region. The list is complete without script; the facets hide by moving,
// this hides by `hidden`, so that the two go together.
const field = document.querySelector("[data-words-sought]");
const told = document.querySelector("[data-words-found]");
const items = [...document.querySelectorAll("[data-words]")];
const parts = [...document.querySelectorAll("[data-part]")];
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const known = new Map(items.map((item) => [item, plain(item.dataset.words)]));

function show() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  for (const item of items) item.hidden = !words.every((word) => known.get(item).includes(word));
  for (const part of parts) part.hidden = words.length > 0 && !part.querySelector("[data-words]:not([hidden])");
  const count = items.filter((item) => !item.hidden).length;
  told.textContent = words.length ? field.dataset.said.replace("{count}", count) : "";
  const asked = new URLSearchParams(location.search);
  if (field.value) asked.set("zoek", field.value);
  else asked.delete("zoek");
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
}

field.value = new URLSearchParams(location.search).get("zoek") ?? "";
field.addEventListener("input", show);
if (field.value) show();
