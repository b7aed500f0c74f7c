// Asks a small worker to keep the offer in this language on this phone, once the page is at rest.
const REST_MS = 4000;

async function keep() {
  // Without a manifest this is the preview, where a worker would only be in the way.
  if (!document.querySelector('link[rel="manifest"]')) return;
  const address = new URL("../sw.js", import.meta.url);
  await navigator.serviceWorker.register(address, { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.connection?.saveData) active.postMessage({ keep: document.documentElement.lang });
}

setTimeout(keep, REST_MS);
