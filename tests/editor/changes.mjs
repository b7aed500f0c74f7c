// Changes every field of every record, one at a time, and tells what went wrong: node changes.mjs FORM EACH FOLDER...
// Of the many changes one in EACH is tried. FORM is a folder with the files of /beheer/; FOLDER a neighbourhood. Prints one JSON object.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [form, each, ...folders] = process.argv.slice(2);
const module = (name) => import(pathToFileURL(`${form}/${name}`));
const [{ File }, { read, same, tidy }] = [await module("splicing.js"), await module("shapes.js")];
const { Lexer } = await module("yaml/index.js");
const { shelves } = JSON.parse(readFileSync(`${form}/config.json`, "utf8"));

const TEXTS = ["Nieuw: 'met' #tekens", "Een\n\nalinea", "[haak, en komma", "gewoon"];
let drawn = 0;
const next = (list) => list[drawn++ % list.length];

// Another value of the same kind.
function other(shape, value) {
  switch (shape.kind) {
    case "text":
      return next(TEXTS);
    case "line":
      return next(["0470 00 00 00", "9:30", "a, b", "- x"]);
    case "yes":
      return value ? undefined : true;
    case "date":
      return "2031-02-03";
    case "word":
      return next(Object.values(shape.aliases));
    case "list":
      return next([
        (list) => [...list, other(shape.item)],
        (list) => [other(shape.item), ...list],
        (list) => (list.length > 1 ? list.slice(1) : [other(shape.item)]),
        (list) => [...list.slice(0, -1), other(shape.item, list.at(-1)), other(shape.item)],
      ])(value ?? []);
    default: {
      const keys = Object.keys(shape.fields);
      const key = next(keys.filter((name) => shape.fields[name].kind !== "list" || shape.fields[name].item.kind !== "record"));
      return { ...value, [key]: other(shape.fields[key], value?.[key]) };
    }
  }
}

const remarks = (text) => [...new Lexer().lex(text)].filter((token) => token.startsWith("#")).length;

function attempt(text, shelf, id, key, wanted) {
  const { shape } = shelves[shelf];
  const file = new File(text);
  const node = file.record(shelf, id);
  const now = read(shape, node);
  file.change(shape, node, { [key]: wanted });
  const after = file.changed();
  const expected = tidy(shape, { ...now, [key]: wanted });
  if (!same(read(shape, new File(after).record(shelf, id)), expected)) return "does not read back";
  const [start, end] = [node.range[0], node.range[1]];
  if (after.slice(0, start) !== text.slice(0, start)) return "touches what stands above";
  if (!after.endsWith(text.slice(end))) return "touches what stands below";
  if (wanted !== undefined && remarks(after) < remarks(text)) return "loses a remark";
  return null;
}

const wrong = [];
let [tried, thought] = [0, 0];
for (const folder of folders) {
  for (const [shelf, { file, shape }] of Object.entries(shelves)) {
    const plain = readFileSync(`${folder}/${file}`, "utf8");
    for (const text of [plain, plain.replaceAll("\n", "\r\n")]) {
      for (const [id, node] of new File(text).records(shelf)) {
        const now = read(shape, node);
        for (const key of Object.keys(shape.fields).filter((name) => name !== "id")) {
          const values = [tidy(shape.fields[key], other(shape.fields[key], now[key]))];
          if (now[key] !== undefined) values.push(undefined);
          for (const value of values) {
            if (thought++ % Number(each) > 0) continue;
            tried += 1;
            let failure;
            try {
              failure = attempt(text, shelf, id, key, value);
            } catch (error) {
              failure = error.stack;
            }
            if (failure) wrong.push(`${folder} ${id}.${key} = ${JSON.stringify(value)}: ${failure}`);
          }
        }
      }
    }
  }
}
console.log(JSON.stringify({ tried, wrong }));
