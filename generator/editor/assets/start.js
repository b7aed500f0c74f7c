// Starts the form: Decap CMS, with our records as its entries.
import { FORMAT, format, recordsBackend } from "./backend.js";

// Without this, Decap starts by itself and looks for a file of settings.
window.CMS_MANUAL_INIT = true;
const [{ settings, host, shelves, words, phrases }] = await Promise.all([
  fetch("config.json").then((answer) => answer.json()),
  loaded("decap-cms.js"),
]);
const CMS = window.CMS;
CMS.registerCustomFormat(FORMAT, "yaml", format);
CMS.registerBackend("records", recordsBackend(CMS, host, shelves, words));
CMS.registerLocale(settings.locale, spoken(CMS.getLocale(settings.locale) ?? {}));
CMS.init({ config: settings });

// Decap's own catalogue, with our words at some places ("auth.login").
function spoken(catalogue) {
  const made = structuredClone(catalogue);
  for (const [path, phrase] of Object.entries(phrases)) {
    const names = path.split(".");
    const last = names.pop();
    const inner = names.reduce((group, name) => (group[name] ??= {}), made);
    inner[last] = phrase;
  }
  return made;
}

function loaded(address) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: failed }));
  });
}
