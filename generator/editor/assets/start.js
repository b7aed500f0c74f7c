// Starts the form: Decap CMS, with our records as its entries.
import { FORMAT, format, recordsBackend } from "./backend.js";

// Without this, Decap starts by itself and looks for a file of settings.
window.CMS_MANUAL_INIT = true;
const [{ settings, host, shelves, words }] = await Promise.all([
  fetch("config.json").then((answer) => answer.json()),
  loaded("decap-cms.js"),
]);
const CMS = window.CMS;
CMS.registerCustomFormat(FORMAT, "yaml", format);
CMS.registerBackend("records", recordsBackend(CMS, host, shelves, words));
CMS.init({ config: settings });

function loaded(address) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: failed }));
  });
}
