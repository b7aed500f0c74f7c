// Shows the records of two long files to Decap as if each were a file of its own, and saves each into its place.
// All that has to do with git is left to Decap's own backend of the host.
import { missing, read, same, tidy } from "./shapes.js";
import { File } from "./splicing.js";

export const FORMAT = "record";

// Between the form and this backend a record is JSON.
export const format = { fromFile: (text) => JSON.parse(text || "{}"), toFile: (value) => JSON.stringify(value) };

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

// A backend class for CMS.registerBackend. `shelves`: list -> {file, shape}; `words`: what people are told.
export function recordsBackend(CMS, host, shelves, words) {
  return class {
    constructor(config, options) {
      this.host = CMS.getBackend(host).init(config, options);
      this.opened = new Map();
      return new Proxy(this, {
        get: (own, key) => {
          if (key in own) return own[key];
          const value = own.host[key];
          return typeof value === "function" ? value.bind(own.host) : value;
        },
        has: (own, key) => key in own || key in own.host,
      });
    }

    async entriesByFolder(shelf) {
      const { shape } = shelves[shelf];
      const file = await this.file(shelf);
      return file.records(shelf).map(([id, node]) => entry(shelf, id, read(shape, node)));
    }

    allEntriesByFolder(shelf) {
      return this.entriesByFolder(shelf);
    }

    async getEntry(path) {
      const [shelf, id] = parts(path);
      const node = (await this.file(shelf)).record(shelf, id);
      if (!node) throw new Error(said(words.unknown, { id }));
      const value = read(shelves[shelf].shape, node);
      this.opened.set(path, value);
      return entry(shelf, id, value);
    }

    async persistEntry({ dataFiles, assets }, options) {
      const [{ path, raw }] = dataFiles;
      const [shelf, id] = parts(path);
      const { file: name, shape } = shelves[shelf];
      const wanted = tidy(shape, { ...JSON.parse(raw), id });
      const file = await this.file(shelf);
      const before = file.record(shelf, id);
      check(shape, wanted);
      let expected = wanted;
      if (options.newEntry) {
        if (before || !ID.test(id)) throw new Error(said(words.taken, { id }));
        file.add(shelf, shape, wanted);
      } else {
        if (!before) throw new Error(said(words.unknown, { id }));
        const now = read(shape, before);
        const changed = changes(shape, this.opened.get(path), now, wanted);
        file.change(shape, before, changed);
        expected = tidy(shape, { ...now, ...changed });
      }
      const text = file.changed();
      verify(file, text, shelf, id, expected);
      const whole = { path: name, slug: name.replace(/\.[^.]*$/, ""), raw: text };
      if (text !== file.mark + file.text) await this.host.persistEntry({ dataFiles: [whole], assets }, { ...options, newEntry: false });
      this.opened.set(path, expected);
    }

    async file(shelf) {
      const name = shelves[shelf].file;
      const { data } = await this.host.getEntry(name);
      // A host that cannot be reached answers with nothing: what we would save then is one record, and no more.
      if (!data) throw new Error(said(words.unread, { file: name }));
      try {
        return new File(data);
      } catch (error) {
        throw new Error(said(words.broken, { file: name, line: error.line ?? "?" }));
      }
    }

    deleteFiles() {
      throw new Error(words.keep);
    }
  };

  // What the form changed; not what somebody else changed meanwhile.
  function changes(shape, opened, now, wanted) {
    const base = opened ?? now;
    const keys = Object.keys(shape.fields).filter((key) => !same(base?.[key], wanted[key]) && !same(now[key], wanted[key]));
    const both = keys.filter((key) => !same(base?.[key], now[key])).map((key) => shape.fields[key].label);
    if (both.length > 0) throw new Error(said(words.conflict, { fields: both.join(", ") }));
    return Object.fromEntries(keys.map((key) => [key, wanted[key]]));
  }

  function check(shape, wanted) {
    const lacking = missing(shape, wanted);
    if (lacking.length > 0) throw new Error(said(words.missing, { fields: lacking.join(", ") }));
  }

  // The last lock on the door: every other record says what it said, and this one what was asked for.
  function verify(before, text, shelf, id, expected) {
    const after = new File(text);
    for (const [other, { shape, file }] of Object.entries(shelves)) {
      if (file !== shelves[shelf].file) continue;
      const say = (each) => each.records(other).filter(([name]) => other !== shelf || name !== id).map(([name, node]) => [name, read(shape, node)]);
      if (!same(say(before), say(after))) throw new Error(words.unsafe);
    }
    if (!same(read(shelves[shelf].shape, after.record(shelf, id)), expected)) throw new Error(words.unsafe);
  }
}

const entry = (shelf, id, value) => {
  const path = `${shelf}/${id}.yaml`;
  return { data: JSON.stringify(value), file: { path, id: path } };
};

function parts(path) {
  const [, shelf, id] = /^(.+)\/([^/]*)\.yaml$/.exec(path);
  return [shelf, id];
}

const said = (text, told) => text.replace(/\{(\w+)\}/g, (_, key) => told[key] ?? "");
