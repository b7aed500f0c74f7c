// Saves through the backend of the form, without a browser: node saving.mjs FORM. Prints what became of each try.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [form] = process.argv.slice(2);
const { recordsBackend } = await import(pathToFileURL(`${form}/backend.js`));
const { shelves, words } = JSON.parse(readFileSync(`${form}/config.json`, "utf8"));

const TEXT = `offers:
  - id: soep
    name: Soep  # warm
    summary: Je eet soep.
    kind: activity
    functions: ontmoeten
    themes: samen
`;
const PATH = "offers/soep.yaml";

// Opens the record, lets somebody else change the file, saves what the form made of the record.
async function attempt(change, { meanwhile = (text) => text, options = {}, path = PATH } = {}) {
  const files = { "offers.yaml": TEXT };
  const host = {
    getEntry: async (name) => ({ data: files[name] }),
    persistEntry: async ({ dataFiles: [{ path: name, raw }] }) => void (files[name] = raw),
  };
  const Backend = recordsBackend({ getBackend: () => ({ init: () => host }) }, "proxy", shelves, words);
  const backend = new Backend({}, {});
  const { data } = await backend.getEntry(PATH);
  files["offers.yaml"] = meanwhile(files["offers.yaml"]);
  const before = files["offers.yaml"];
  try {
    const raw = JSON.stringify(change(JSON.parse(data)));
    await backend.persistEntry({ dataFiles: [{ path, slug: "x", raw }], assets: [] }, options);
    return files["offers.yaml"];
  } catch (error) {
    if (files["offers.yaml"] !== before) throw new Error("refused, and yet saved");
    return error.message;
  }
}

const renamed = (record) => ({ ...record, name: "Verse soep" });
const results = {
  nothing: (await attempt((record) => record)) === TEXT,
  beside: await attempt(renamed, { meanwhile: (text) => text.replace("Je eet soep.", "Je eet warme soep.") }),
  against: await attempt(renamed, { meanwhile: (text) => text.replace("Soep ", "Thee ") }),
  together: (await attempt(renamed, { meanwhile: (text) => text.replace("Soep ", "Verse soep ") })).includes("Verse soep"),
  broken: await attempt(renamed, { meanwhile: (text) => text.replace("name: Soep", 'name: "Soep') }),
  silent: await attempt(renamed, { meanwhile: () => "" }),
  gone: await attempt(renamed, { meanwhile: (text) => text.replace("id: soep", "id: thee") }),
  half: await attempt((record) => ({ ...record, checked: { by: "An" } })),
  taken: await attempt(renamed, { options: { newEntry: true } }),
  emptied: await attempt((record) => ({ ...record, summary: "", price: { free: true }, notice: { text: "" } })),
};
console.log(JSON.stringify(results));
