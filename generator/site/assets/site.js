// The only script on every page: opens the search, and loads it only then.
document.documentElement.classList.remove("no-js");

const dialog = document.getElementById("search");
const opener = document.querySelector("[data-open-search]");
let search;

async function open() {
  if (dialog.open) return;
  dialog.showModal();
  search ??= import("./search.js").then((module) => module.start(dialog));
  await search;
}

opener?.addEventListener("click", open);
dialog?.querySelector("[data-close-search]").addEventListener("click", () => dialog.close());
dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    open();
  }
});
