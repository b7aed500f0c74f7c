// The search, in the dialog of every page and on its own page: our index at once, and
// Pagefind for the whole texts when that finds little or somebody asks for it.
import { answers, match, unpack, wordsOf } from "./matching.js";

const WAIT_MS = 120;
const ENOUGH = 3;
const TEXTS_SHOWN = 5;
const AT_FIRST = { helpline: 3, question: 3, offer: 5, organisation: 4, place: 3, theme: 3, page: 3 };
// Emergency numbers first, then people and places.
const ORDER = Object.keys(AT_FIRST);

// `box` holds the field, the state and the results; `changed` is told what is being looked for.
export async function start(box, changed = () => {}) {
  const field = box.querySelector("input");
  const state = box.querySelector(".search-state");
  const results = box.querySelector(".search-results");
  const address = new URL(box.dataset.index, document.baseURI);
  let index;
  try {
    [index] = await Promise.all([open(address), styled()]);
  } catch {
    state.textContent = state.dataset.broken;
    return;
  }

  let latest = 0;
  async function look() {
    const turn = ++latest;
    const words = field.value.trim();
    changed(words);
    if (!words) {
      results.replaceChildren();
      state.textContent = "";
      return;
    }
    const found = match(index, words);
    const groups = await inGroups(index, found);
    // A slow answer to an older question must not replace a newer one.
    if (turn !== latest) return;
    const seen = new Set(found.map(({ number }) => number));
    // Who was quick to go down to the results is back where the words are, not nowhere.
    const wasDown = results.contains(document.activeElement);
    results.replaceChildren(...groups);
    if (wasDown) field.focus();
    if (seen.size) state.textContent = counted(index, seen.size);
    const few = found.filter(({ whole }) => whole).length < ENOUGH;
    if (few || index.whole) await addTexts(seen.size);
    else results.append(button(index.texts.look, (event) => {
      event.target.remove();
      addTexts(seen.size);
    }), shared(words));

    async function addTexts(already) {
      const pages = await inTexts(index, words, await pathsOf(index, seen));
      if (turn !== latest) return;
      if (pages.length) {
        const group = section(index.texts.texts, pages.map((page) => textHit(page)));
        results.append(group);
        if (!few) group.querySelector("a").focus();
      }
      const total = already + pages.length;
      if (total) {
        results.append(shared(words));
        state.textContent = counted(index, total);
      } else {
        state.textContent = index.texts.none.replace("{words}", words);
        results.replaceChildren(...(await nothing(index, box)));
      }
    }
  }

  function shared(words) {
    const link = element("a", "more");
    link.href = new URL(`zoeken/?q=${encodeURIComponent(words)}`, index.home);
    link.textContent = index.texts.share;
    const line = element("p", "search-share");
    if (box.nodeName === "DIALOG") line.append(link);
    return line;
  }

  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  });
  box.addEventListener("keydown", (event) => walk(event, field, results));
  await look();
}

async function open(address) {
  const read = await fetched(address);
  return {
    ...unpack(read),
    texts: read.texts,
    asked: read.asked,
    whole: read.whole,
    language: read.language,
    shelfSize: read.shelf,
    shelves: new Map(),
    folder: new URL(`${read.language}/`, address),
    home: new URL(read.home, address),
    root: new URL(read.root, address),
  };
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

function styled() {
  if (document.querySelector("link[href*='search.css']")) return undefined;
  const sheet = element("link");
  sheet.rel = "stylesheet";
  // Of the same version as this script.
  sheet.href = new URL(`search.css${new URL(import.meta.url).search}`, import.meta.url);
  return new Promise((done) => {
    sheet.onload = sheet.onerror = done;
    document.head.append(sheet);
  });
}

// What the records show, from their shelves; each shelf is fetched once.
async function records(index, numbers) {
  const shelf = (number) => Math.floor(number / index.shelfSize);
  for (const place of new Set(numbers.map(shelf))) {
    if (!index.shelves.has(place)) index.shelves.set(place, fetched(new URL(`${place}.json`, index.folder)));
  }
  return Promise.all(
    numbers.map(async (number) => (await index.shelves.get(shelf(number)))[number % index.shelfSize]),
  );
}

async function inGroups(index, found) {
  const groups = ORDER.map((kind) => {
    const numbers = found.map(({ number }) => number).filter((number) => index.kinds[number] === kind);
    return { kind, first: numbers.slice(0, AT_FIRST[kind]), rest: numbers.slice(AT_FIRST[kind]) };
  }).filter(({ first }) => first.length);
  return Promise.all(
    groups.map(async ({ kind, first, rest }) => {
      const lines = (await records(index, first)).map((record) => hit(index, record));
      const group = section(index.texts[kind], lines);
      if (rest.length) group.append(more(index, group.querySelector("ul"), rest));
      return group;
    }),
  );
}

function more(index, list, numbers) {
  const next = numbers.slice(0, 20);
  return button(index.texts.more.replace("{count}", next.length), async (event) => {
    const lines = (await records(index, next)).map((record) => hit(index, record));
    event.target.remove();
    list.append(...lines);
    lines[0].querySelector("a").focus();
  });
}

async function pathsOf(index, numbers) {
  const shown = await records(index, [...numbers].slice(0, 40));
  return new Set(shown.map((record) => new URL(record.href, index.home).pathname));
}

// Pages whose text has the words, by Pagefind; none when it cannot be reached.
async function inTexts(index, words, known) {
  if (index.whole) return [];
  try {
    index.pagefind ??= import(new URL("pagefind/pagefind.js", index.root));
    const pagefind = await index.pagefind;
    // Its worker weighs 12 kB more, and a slow phone waits seconds for it before it goes on without.
    await pagefind.options({ noWorker: true });
    await pagefind.init();
    const found = await pagefind.search(words);
    const pages = await Promise.all(found.results.slice(0, TEXTS_SHOWN).map((result) => result.data()));
    const asked = wordsOf(words);
    return pages
      .filter((page) => !known.has(new URL(page.url, document.baseURI).pathname))
      .map((page) => ({ ...page, excerpt: marked(page.excerpt) }))
      .filter(({ excerpt }) => markedWords(excerpt).some((word) => answers(asked, word)));
  } catch {
    index.pagefind = undefined;
    return [];
  }
}

// Nothing found: a person to ask, and the questions that most people have.
async function nothing(index, box) {
  const ask = element("p", "search-ask");
  ask.textContent = `${index.texts.ask} ${box.dataset.ask}`;
  const parts = [ask];
  if (box.dataset.tel) {
    const call = element("a", "button is-main");
    call.href = `tel:${box.dataset.tel}`;
    call.append(pictogram(index, "phone"), text("span", box.dataset.phone));
    parts.push(call);
  }
  const questions = index.kinds.flatMap((kind, number) => (kind === "question" ? [number] : []));
  const lines = (await records(index, questions.slice(0, Math.min(index.asked, 7)))).map((record) => hit(index, record));
  if (lines.length) parts.push(section(index.texts.questions, lines));
  return parts;
}

// Arrows go from the field through the results and back; Enter goes to the first.
function walk(event, field, results) {
  const links = [...results.querySelectorAll("a, button")];
  const at = links.indexOf(document.activeElement);
  const inField = document.activeElement === field;
  if (!links.length || (at < 0 && !inField)) return;
  let to;
  if (event.key === "ArrowDown") to = links[Math.min(at + 1, links.length - 1)];
  else if (event.key === "ArrowUp" && !inField) to = links[at - 1] ?? field;
  else if (event.key === "Enter" && inField && !event.isComposing) to = links[0];
  else return;
  event.preventDefault();
  to.focus();
}

function counted(index, count) {
  const form = index.texts.found[new Intl.PluralRules(index.language).select(count)] ?? index.texts.found.other;
  return form.replace("{count}", count);
}

function section(title, lines) {
  const group = element("section");
  const list = element("ul");
  list.setAttribute("role", "list");
  list.append(...lines);
  group.append(text("h3", title), list);
  return group;
}

function hit(index, record) {
  const line = element("li");
  const link = element("a", `hit${record.function ? ` is-${record.function}` : ""}`);
  link.href = new URL(record.href, index.home);
  const picture = element("span", `pictogram shape-${record.shape ?? "plain"}`);
  picture.append(pictogram(index, record.pictogram));
  const words = element("span", "hit-text");
  words.append(text("strong", record.name));
  if (record.status) words.append(text("span", record.status, "hit-status"));
  if (record.line) words.append(text("span", record.line, "hit-line"));
  for (const fact of [record.when, record.where]) if (fact) words.append(text("span", fact, "hit-fact"));
  link.append(picture, words);
  line.append(link);
  return line;
}

function textHit(page) {
  const line = element("li");
  const link = element("a", "hit");
  link.href = page.url;
  const words = element("span", "hit-text");
  const excerpt = element("span", "hit-line");
  excerpt.append(...page.excerpt);
  words.append(text("strong", page.meta.title), excerpt);
  link.append(words);
  line.append(link);
  return line;
}

// Pagefind gives text with <mark> in it; only those marks become elements.
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
    return text("mark", node.textContent);
  });
}

function markedWords(nodes) {
  return nodes.filter(({ nodeName }) => nodeName === "MARK").flatMap((node) => wordsOf(node.textContent));
}

function pictogram(index, name) {
  const frame = element("template");
  frame.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><use/></svg>`;
  const drawing = new URL(`assets/pictograms/${name}.svg#p`, index.root).pathname;
  frame.content.querySelector("use").setAttribute("href", drawing);
  return frame.content;
}

function button(words, act) {
  const made = text("button", words, "button search-more");
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// `said` is a text, or a text with the language that it is in.
function text(name, said, classes) {
  const made = element(name, classes);
  if (Array.isArray(said)) {
    [made.textContent, made.lang] = said;
    made.dir = "auto";
  } else made.textContent = said;
  return made;
}

function element(name, classes) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  return made;
}
