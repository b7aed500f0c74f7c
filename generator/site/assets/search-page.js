// The search on a page of its own: what is looked for stands in the address, to share.
import { start } from "./search.js";

const box = document.querySelector("main [data-index]");
const field = box.querySelector("input");
field.value = new URLSearchParams(location.search).get("q") ?? "";
start(box, (words) => {
  const address = words ? `?q=${encodeURIComponent(words)}` : location.pathname;
  history.replaceState(null, "", address);
});
