// Ends the copies on the phones: `extra: {offline: false}` in mkdocs.yml publishes this as sw.js.
// A phone that has an older worker fetches this one on its next visit, and is then without.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(stop()));

async function stop() {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`stekwijzer ${self.registration.scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
