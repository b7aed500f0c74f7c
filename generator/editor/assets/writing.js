// Values as YAML that people like to read: short ones on one line, longer ones as a block.
import { isMap, isScalar, isSeq, parseDocument } from "./yaml/index.js";

const WIDTH = 100;
const READ = { schema: "failsafe" };

// A value behind its key, which stands at a column: " wonen", "\n      - every: week...".
export function behindKey(shape, value, column, key) {
  const line = inline(shape, value, false);
  const fits = line !== null && column + key.length + 2 + line.length <= WIDTH;
  return !isBlock(shape) && (fits || isSimple(shape)) && line !== null ? ` ${line}` : block(shape, value, column);
}

// A record of a list, behind its dash at a column.
export function asItem(shape, value, column) {
  if (shape.kind !== "record" || !(shape.block || inline(shape, value, true) === null)) {
    const line = inline(shape, value, false);
    return line ?? literal(value, column);
  }
  const indent = " ".repeat(column + 2);
  const lines = Object.keys(shape.fields)
    .filter((key) => value[key] !== undefined)
    .map((key) => `${key}:${behindKey(shape.fields[key], value[key], column + 2, key)}`);
  return lines.join(`\n${indent}`);
}

// On one line; null for what needs several. In a flow, a comma would end a text.
export function inline(shape, value, flow) {
  if (shape.kind === "list") {
    if (shape.none && same(value, ["none"])) return "none";
    if (shape.single && value.length === 1) return inline(shape.item, value[0], flow);
    const items = value.map((item) => inline(shape.item, item, true));
    return items.includes(null) ? null : `[${items.join(", ")}]`;
  }
  if (shape.kind === "record") return inlineRecord(shape, value, flow);
  if (shape.kind === "yes") return "yes";
  return value.includes("\n") ? null : scalar(value, flow);
}

function inlineRecord(shape, value, flow) {
  const word = Object.entries(shape.words ?? {}).find(([, meaning]) => same(meaning, value));
  if (word) return word[0];
  if (shape.short && same(Object.keys(value), [shape.short])) return inline(shape.fields[shape.short], value[shape.short], flow);
  const told = Object.keys(shape.fields).filter((key) => value[key] !== undefined);
  const parts = told.map((key) => [key, inline(shape.fields[key], value[key], true)]);
  return parts.some(([, part]) => part === null) ? null : `{${parts.map(([key, part]) => `${key}: ${part}`).join(", ")}}`;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isSimple = (shape) => shape.kind !== "list" && shape.kind !== "record";
const isBlock = (shape) => shape.kind === "list" && shape.item.kind === "record" && Boolean(shape.item.block);

function block(shape, value, column) {
  const inner = " ".repeat(column + 2);
  if (shape.kind === "list") return value.map((item) => `\n${inner}- ${asItem(shape.item, item, column + 2)}`).join("");
  if (shape.kind === "record") return `\n${inner}${asItem({ ...shape, block: true }, value, column)}`;
  return ` ${literal(value, column)}`;
}

function literal(text, column) {
  const indent = " ".repeat(column + 2);
  const lines = text.split("\n").map((line) => (line.trim() ? indent + line.trimEnd() : ""));
  return `|\n${lines.join("\n")}`;
}

// A text without quotes where YAML reads it back unchanged, and no person would stumble over it.
export function scalar(text, flow) {
  return isPlain(text, flow) ? text : JSON.stringify(text);
}

function isPlain(text, flow) {
  if (/^[-?:!&*|>%@`'"#=~]|[#]|:(?!\/\/|\d\d\b)|[\u0000-\u001f\u0085\u2028\u2029]/.test(text)) return false;
  const parsed = parseDocument(flow ? `[${text}]` : `k: ${text}`, READ);
  if (parsed.errors.length > 0 || parsed.warnings.length > 0) return false;
  const { contents } = parsed;
  const node = flow ? isSeq(contents) && contents.items.length === 1 && contents.items[0] : isMap(contents) && contents.items[0].value;
  return isScalar(node) && node.type === "PLAIN" && node.value === text;
}
