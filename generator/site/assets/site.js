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

opener?.addEventListener("click", (event) => {
  // Without this the link leads to the search's own page, as it does without script.
  if (event.ctrlKey || event.metaKey || !dialog.showModal) return;
  event.preventDefault();
  const own = document.querySelector("main [data-index] input");
  if (own) own.focus();
  else open();
});
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

// What is loaded on a tap only: to share, to copy, to read aloud, to show the code on the whole screen.
const TAPS = {
  share: (button) => import("./share.js").then((module) => module.share(button)),
  copy: (button) => import("./share.js").then((module) => module.copy(button)),
  speak: (button) => import("./speak.js").then((module) => module.toggle(button)),
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tap]");
  if (button) TAPS[button.dataset.tap](button);
  const code = event.target.closest(".code > summary")?.parentElement;
  if (!code) return;
  event.preventDefault();
  import("./share.js").then((module) => module.showCode(code)).catch(() => (code.open = !code.open));
});
if ("speechSynthesis" in window) {
  for (const button of document.querySelectorAll("[data-tap=speak]")) button.hidden = false;
}

// Apple's devices have a map of their own, and know no geo: links.
if (/iPhone|iPad|Macintosh/.test(navigator.userAgent)) {
  for (const link of document.querySelectorAll("a[href^='geo:']")) {
    link.href = link.href.replace(/^geo:([^?]*)\?q=[^(]*\((.*)\)$/, "maps:?ll=$1&q=$2");
  }
}

if ("serviceWorker" in navigator) addEventListener("load", () => import("./offline.js"));
