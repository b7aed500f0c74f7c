// The search: Pagefind's index behind our own list of results.
const SHOWN = 12;
const WAIT_MS = 150;

export async function start(dialog) {
  const field = dialog.querySelector("input");
  const state = dialog.querySelector(".search-state");
  const list = dialog.querySelector(".search-results");
  let pagefind;
  try {
    pagefind = await import(new URL(dialog.dataset.index, document.baseURI));
    await pagefind.options({ excerptLength: 18 });
    await pagefind.init();
  } catch {
    state.textContent = state.dataset.broken;
    return;
  }

  let latest = 0;
  async function look() {
    const turn = ++latest;
    const words = field.value.trim();
    if (!words) {
      list.replaceChildren();
      state.textContent = "";
      return;
    }
    const found = await pagefind.search(words);
    const pages = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
    // A slow answer to an older question must not replace a newer one.
    if (turn !== latest) return;
    list.replaceChildren(...pages.map(line));
    state.textContent = sentence(state.dataset, found.results.length);
  }

  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") list.querySelector("a")?.focus();
  });
  await look();
}

function sentence(texts, count) {
  if (count === 0) return texts.none;
  return count === 1 ? texts.one : texts.many.replace("{count}", count);
}

function line(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const name = document.createElement("strong");
  const text = document.createElement("span");
  link.href = page.url;
  name.textContent = page.meta.title;
  if (page.meta.summary) text.textContent = page.meta.summary;
  else text.append(...marked(page.excerpt));
  link.append(name, text);
  item.append(link);
  return item;
}

// Pagefind gives text with <mark> in it; only those marks become elements.
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}
