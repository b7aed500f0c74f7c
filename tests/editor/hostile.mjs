// Saves each text as the name of a record, on one line, and as its description, through the backend of the form: node hostile.mjs FORM TEXTS
// Prints for each what the file says afterwards, and what the form shows when it is opened again.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [form, texts] = process.argv.slice(2);
const { recordsBackend } = await import(pathToFileURL(`${form}/backend.js`));
const { shelves, words } = JSON.parse(readFileSync(`${form}/config.json`, "utf8"));

const PATH = "offers/soep.yaml";
const files = {};
const host = {
  getEntry: async (name) => ({ data: files[name] }),
  persistEntry: async ({ dataFiles: [{ path, raw }] }) => void (files[path] = raw),
};
const Backend = recordsBackend({ getBackend: () => ({ init: () => host }) }, "proxy", shelves, words);

const found = [];
for (const text of JSON.parse(readFileSync(texts, "utf8"))) {
  files["offers.yaml"] = `offers:
  - id: soep
    name: Soep  # warm
    summary: Je eet soep.
    kind: activity
    functions: ontmoeten
    themes: samen
`;
  const backend = new Backend({}, {});
  const record = JSON.parse((await backend.getEntry(PATH)).data);
  const raw = JSON.stringify({ ...record, name: text.replace(/\s+/gu, " "), description: text });
  await backend.persistEntry({ dataFiles: [{ path: PATH, slug: "x", raw }], assets: [] }, {});
  const { name, description } = JSON.parse((await new Backend({}, {}).getEntry(PATH)).data);
  found.push({ file: files["offers.yaml"], name, description });
}
console.log(JSON.stringify(found));
