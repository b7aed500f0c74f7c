// Keeps a copy of the offer on the phone, for when there is no connection.
// The network always goes first for pages, so that no copy can outlive a new edition.
const SITE = /*SITE*/ {};
const SCOPE = self.registration.scope;
const FAMILY = `stekwijzer ${SCOPE} `;
const CACHE = FAMILY + SITE.version;
const MOST_VISITED = 60;
const PATIENCE_MS = 10_000;
const TYPES = { gpx: "application/gpx+xml", json: "application/json", svg: "image/svg+xml" };

const at = (path) => new URL(path, SCOPE).href;
const ending = (path) => path.split(".").at(-1);
const versioned = (path, version) => at(`${path}?v=${version}`);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (SITE.copies[event.data?.keep]) event.waitUntil(Promise.all([keepCopy(event.data.keep), tidy()]));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(new URL(SCOPE).pathname.length);
  if (request.mode === "navigate") event.respondWith(page(request, path));
  else if (path in SITE.files) event.respondWith(asset(request, path, search));
  else if (TYPES[ending(path)]) event.respondWith(data(request, path));
});

async function install() {
  const before = await ourCaches();
  await Promise.all(SITE.now.map((path) => keep(path, SITE.files[path])));
  // The copy of a language that this phone had is renewed; a failure must not keep the old worker alive.
  const languages = (await Promise.all(before.map(keptLanguages))).flat();
  await Promise.allSettled([...new Set(languages)].map(keepCopy));
  await self.skipWaiting();
}

async function activate() {
  await forget(await ourCaches());
  await self.clients.claim();
}

// Once more: the older worker, while it was still answering, may have opened its own again. What was there before a
// newer worker began is not that one's.
async function tidy() {
  const before = await ourCaches();
  const { installing, waiting } = self.registration;
  if (self.serviceWorker?.state === "activated" && !installing && !waiting) await forget(before);
}

async function forget(names) {
  const others = names.filter((name) => !name.startsWith(CACHE));
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(FAMILY));
}

async function keptLanguages(name) {
  const addresses = (await (await caches.open(name)).keys()).map(({ url }) => url.split("?")[0]);
  return Object.keys(SITE.copies).filter((code) => addresses.includes(at(SITE.copies[code].path)));
}

// What has the same content under an older worker is taken over, not fetched again.
async function keep(path, version) {
  const key = versioned(path, version);
  const cache = await caches.open(CACHE);
  if (await cache.match(key)) return;
  const answer = (await caches.match(key)) ?? (await fetch(address(path, version), { cache: "no-cache" }));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await cache.put(key, answer);
}

// Fonts and pictures are asked for by their bare name, like the page does: one download, not two.
const address = (path, version) => (/\.(css|js|json)$/.test(path) ? versioned(path, version) : at(path));

async function keepCopy(language) {
  const { path, version } = SITE.copies[language];
  await keep(path, version);
}

async function page(request, path) {
  try {
    // Asks the server itself: a browser may hold a page for a while, by its age, and say nothing.
    const answer = await inTime(fetch(request, { cache: "no-cache" }));
    if (answer.status < 500) {
      if (SITE.partial && answer.ok) await remember(request, answer.clone());
      return answer;
    }
    return (await copyOf(path)) ?? answer;
  } catch {
    return (await copyOf(path)) ?? (await visited(request)) ?? (await missing()) ?? Response.error();
  }
}

function inTime(answer) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("too slow")), PATIENCE_MS));
  return Promise.race([answer, late]);
}

async function asset(request, path, search) {
  const version = SITE.files[path];
  // A page of a newer edition asks for a newer version than this worker knows.
  if (search && search !== `?v=${version}`) return fetch(request);
  const cache = await caches.open(CACHE);
  const found = await cache.match(versioned(path, version));
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(versioned(path, version), answer.clone());
  return answer;
}

async function data(request, path) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await copyOf(path);
    if (found) return found;
    throw error;
  }
}

let opened = [];
async function copies() {
  if (opened.length === 0) {
    const cache = await caches.open(CACHE);
    const found = await Promise.all(
      Object.values(SITE.copies).map(({ path, version }) => cache.match(versioned(path, version))),
    );
    opened = await Promise.all(found.filter(Boolean).map((answer) => answer.json()));
  }
  return opened;
}

async function copyOf(path) {
  const wanted = decodeURIComponent(path).replace(/index\.html$/, "");
  for (const copy of await copies()) {
    if (copy.texts[wanted]) return answerOf(copy, copy.texts[wanted], TYPES[ending(wanted)]);
    if (copy.texts[`${wanted}/`]) return Response.redirect(at(`${wanted}/`));
  }
}

async function missing() {
  const [copy] = await copies();
  return copy && answerOf(copy, copy.missing);
}

function answerOf(copy, pieces, type = "text/html") {
  let text = pieces.map((number) => copy.pieces[number]).join("");
  if (type === "text/html") text = text.replace("<!--copy-->", () => copy.notice);
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}

// Only where the site is too large to be kept whole: the pages that somebody looked at.
const visitedCache = () => caches.open(`${CACHE} visited`);
async function remember(request, answer) {
  const cache = await visitedCache();
  await cache.put(request.url.split("#")[0], answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -MOST_VISITED).map((key) => cache.delete(key)));
}
async function visited(request) {
  return SITE.partial ? (await visitedCache()).match(request.url.split("#")[0]) : undefined;
}
