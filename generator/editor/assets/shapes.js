// What a record says, whatever way it was typed: the values that the form shows and gives back.
// A shape (see ../shapes.py) tells how a field is read. Empty, nothing and "no" are all undefined.
import { isAlias, isMap, isScalar, isSeq } from "./yaml/index.js";

const FIRST = "nl";
const YES = new Set(["yes", "ja", "true", "y", "on"]);

export const pairs = (node) => new Map(node.items.map((pair) => [String(pair.key.value), pair]));

// The value of a node. Every scalar is the text that was typed: YAML does not guess.
export function read(shape, node) {
  if (node === null || node === undefined) return undefined;
  if (isAlias(node)) throw new Error(`*${node.source}`);
  if (isScalar(node)) return tidy(shape, widen(shape, node.value ?? ""));
  if (shape.kind === "text" && isMap(node)) return tidy(shape, versionOf(node)?.value.value);
  if (shape.kind === "line" && isSeq(node)) return node.items.map((item) => item.value).join(", ");
  if (shape.kind === "list") {
    const items = isSeq(node) ? node.items : [node];
    return tidy(shape, items.map((item) => read(shape.item, item)));
  }
  if (shape.kind === "record" && isMap(node)) {
    const found = pairs(node);
    const told = Object.entries(shape.fields).map(([key, field]) => [key, read(field, found.get(key)?.value)]);
    return tidy(shape, Object.fromEntries(told));
  }
  throw new Error(`${shape.kind}?`);
}

// The pair of a text in languages that the form shows: the Dutch, else the first.
export function versionOf(map) {
  const found = pairs(map);
  return found.get(FIRST) ?? map.items[0];
}

// What may stand in the place of a list or a record: `themes: wonen`, `price: free`.
function widen(shape, text) {
  if (text === "") return undefined;
  if (shape.kind === "list") return [widen(shape.item, text)];
  if (shape.kind !== "record") return text;
  return shape.words?.[text.trim().toLowerCase()] ?? (shape.short ? { [shape.short]: text } : undefined);
}

// The same value in the one form in which values are compared.
export function tidy(shape, value) {
  if (value === undefined || value === null || value === "") return undefined;
  switch (shape.kind) {
    case "list": {
      const items = value.map((item) => tidy(shape.item, item)).filter((item) => item !== undefined);
      return items.length > 0 ? items : undefined;
    }
    case "record": {
      const told = Object.keys(shape.fields).map((key) => [key, tidy(shape.fields[key], value[key])]);
      const kept = told.filter(([, each]) => each !== undefined);
      return kept.length > 0 ? Object.fromEntries(kept) : undefined;
    }
    case "yes":
      return value === true || YES.has(String(value).trim().toLowerCase()) ? true : undefined;
    case "word": {
      const typed = String(value).trim().split(/[\s_]+/).join(" ");
      return shape.aliases[typed.toLowerCase()] ?? typed;
    }
    case "date":
      return isoDate(String(value).trim());
    default:
      return String(value).replaceAll("\r\n", "\n").trim() || undefined;
  }
}

function isoDate(typed) {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const [, year, month, day] = local
    ? [null, local[3], local[2], local[1]]
    : (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []);
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed;
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// What is still to be filled in, or does not fit: labels, from the outside in.
export function missing(shape, value, label = []) {
  if (shape.kind === "list") return (value ?? []).flatMap((item) => missing(shape.item, item, label));
  if (shape.kind !== "record" || value === undefined) return [];
  return Object.entries(shape.fields).flatMap(([key, field]) => {
    const here = [...label, field.label];
    if (value[key] === undefined) return field.required ? [here.join(" > ")] : [];
    return missing(field, value[key], here);
  });
}
