// Changes records within the text of a file: every line that no change asks for stays as it was typed.
import { isMap, isScalar, isSeq, parseDocument } from "./yaml/index.js";
import { pairs, read, same, versionOf } from "./shapes.js";
import { asItem, behindKey, inline } from "./writing.js";

const READ = { schema: "failsafe" };

// A file that was read: its records by list. Throws with the line of what cannot be read.
export class File {
  constructor(text) {
    this.mark = text.startsWith("\ufeff") ? "\ufeff" : "";
    this.text = text.slice(this.mark.length);
    this.document = parseDocument(this.text, READ);
    const [error] = this.document.errors;
    if (error) throw Object.assign(new Error(error.message), { line: error.linePos?.[0].line });
    this.edits = [];
    this.gone = new Set();
    this.break = this.text.includes("\r\n") ? "\r\n" : "\n";
  }

  // [id, node] of every record in a list.
  records(shelf) {
    const list = this.#list(shelf);
    const found = isSeq(list) ? list.items.filter(isMap) : [];
    return found.map((node) => [String(pairs(node).get("id")?.value?.value ?? "").trim(), node]);
  }

  record(shelf, id) {
    return this.records(shelf).find(([each]) => each === id)?.[1];
  }

  // Gives a record new values under some keys (undefined takes the key away).
  change(shape, node, values) {
    for (const key of Object.keys(values)) if (values[key] === undefined) this.#forget(pairs(node).get(key));
    for (const [key, value] of Object.entries(values)) this.#set(shape, node, key, value);
  }

  add(shelf, shape, value) {
    const pair = pairs(this.document.contents).get(shelf);
    const list = pair?.value;
    if (isSeq(list) && !list.flow && list.items.length > 0) {
      const last = list.items.at(-1);
      const column = this.#dash(last) - this.#lineStart(this.#dash(last));
      const gap = this.text.slice(last.range[0], this.#end(last)).includes("\n") ? "\n" : "";
      const at = this.#end(last);
      this.#edit(this.#lineEnd(at), this.#lineEnd(at), `\n${gap}${" ".repeat(column)}- ${asItem({ ...shape, block: true }, value, column)}`);
    } else if (pair) {
      if (isSeq(list) && list.items.length > 0) throw new Error(shelf);
      const item = `\n  - ${asItem({ ...shape, block: true }, value, 2)}`;
      this.#edit(this.#colon(pair), this.#end(pair), item);
    } else {
      const before = this.text === "" || this.text.endsWith("\n") ? "" : "\n";
      this.#edit(this.text.length, this.text.length, `${before}\n${shelf}:\n  - ${asItem({ ...shape, block: true }, value, 2)}\n`);
    }
  }

  // The new text of the whole file.
  changed() {
    let text = this.text;
    const order = this.edits.map((edit, number) => ({ ...edit, number }));
    // From the last to the first; what is put in goes before what is changed at the same place.
    const isNew = ({ start, end }) => Number(start === end);
    order.sort((one, other) => other.start - one.start || isNew(one) - isNew(other) || other.number - one.number);
    for (const { start, end, put } of order) text = text.slice(0, start) + put + text.slice(end);
    return this.mark + text;
  }

  #list(shelf) {
    return isMap(this.document.contents) ? pairs(this.document.contents).get(shelf)?.value : undefined;
  }

  #edit(start, end, put) {
    this.edits.push({ start, end, put: put.replaceAll("\n", this.break) });
  }

  #set(shape, map, key, value) {
    const pair = pairs(map).get(key);
    const field = shape.fields[key];
    if (same(pair && read(field, pair.value), value)) return;
    if (value === undefined) this.#remove(map, pair);
    else if (pair && this.#hasValue(pair)) this.#replace(field, pair.value, value, pair, map);
    else if (pair) this.#edit(this.#colon(pair), this.#colon(pair), this.#behind(field, value, pair, map));
    else this.#insert(shape, map, key, value);
  }

  #replace(shape, node, value, pair, map) {
    if (shape.kind === "record" && isMap(node) && this.#keepsFirst(node, value)) {
      this.change(shape, node, Object.fromEntries(Object.keys(shape.fields).map((key) => [key, value[key]])));
    } else if (shape.kind === "text" && isMap(node)) {
      // A text in several languages: only what the form shows is new.
      const version = versionOf(node);
      this.#edit(this.#colon(version), this.#end(version), this.#behind(shape, value, version, node));
    } else if (shape.kind === "list" && isSeq(node) && !same(value, ["none"])) {
      this.#items(shape, node, value);
    } else if (shape.kind === "list" && isMap(node) && value.length === 1) {
      this.#replace(shape.item, node, value[0], pair, map);
    } else if (pair) {
      const kept = shape.kind === "list" && isScalar(node) && value.length === 1;
      const put = kept ? ` ${inline(shape.item, value[0], map.flow)}` : this.#behind(shape, value, pair, map);
      this.#edit(this.#colon(pair), this.#end(node), put);
    } else if (node.flow) {
      this.#edit(node.range[0], this.#end(node), inline(shape, value, true) ?? JSON.stringify(value));
    } else {
      const dash = this.#dash(node);
      this.#edit(node.range[0], this.#end(node), asItem(shape, value, dash - this.#lineStart(dash)));
    }
  }

  // Whether the line of the dash, or the head of a flow, stays: else all of it is written again.
  #keepsFirst(map, value) {
    return map.items.length > 0 && value[map.items[0].key.value] !== undefined;
  }

  #forget(pair) {
    if (pair) this.gone.add(pair);
  }

  #behind(shape, value, pair, map) {
    if (map.flow) return ` ${inline(shape, value, true) ?? JSON.stringify(value)}`;
    const column = pair.key.range[0] - this.#lineStart(pair.key.range[0]);
    return behindKey(shape, value, column, pair.key.value);
  }

  #insert(shape, map, key, value) {
    const order = Object.keys(shape.fields);
    const found = pairs(map);
    const before = order.slice(0, order.indexOf(key)).reverse().find((each) => found.has(each) && !this.gone.has(found.get(each)));
    const pair = found.get(before);
    if (map.flow) {
      const put = `${key}: ${inline(shape.fields[key], value, true) ?? JSON.stringify(value)}`;
      if (pair) this.#edit(this.#end(pair), this.#end(pair), `, ${put}`);
      else this.#edit(map.range[0] + 1, map.range[0] + 1, map.items.length > 0 ? `${put}, ` : put);
      return;
    }
    const first = map.items[0].key.range[0];
    const column = first - this.#lineStart(first);
    const put = `${key}:${behindKey(shape.fields[key], value, column, key)}`;
    if (pair) {
      const at = this.#lineEnd(this.#end(pair));
      this.#edit(at, at, `\n${" ".repeat(column)}${put}`);
    } else {
      this.#edit(first, first, `${put}\n${" ".repeat(column)}`);
    }
  }

  #remove(map, pair) {
    const place = map.items.indexOf(pair);
    const next = map.items[place + 1];
    const start = pair.key.range[0];
    if (map.flow) {
      if (place > 0) this.#edit(this.#end(map.items[place - 1]), this.#end(pair), "");
      else this.#edit(start, next ? next.key.range[0] : this.#end(pair), "");
    } else if (this.text.slice(this.#lineStart(start), start).trim() === "") {
      this.#edit(this.#lineStart(start), this.#nextLine(this.#end(pair)), "");
    } else {
      // The first key stands behind the dash of its record.
      this.#edit(start, next.key.range[0], "");
    }
  }

  // What is the same at the head and the tail of a list stays; the rest is changed one by one.
  #items(shape, list, values) {
    const old = list.items.map((item) => read(shape.item, item));
    let head = 0;
    while (head < Math.min(old.length, values.length) && same(old[head], values[head])) head += 1;
    let tail = 0;
    while (tail < Math.min(old.length, values.length) - head && same(old.at(-1 - tail), values.at(-1 - tail))) tail += 1;
    const [gone, come] = [list.items.slice(head, old.length - tail), values.slice(head, values.length - tail)];
    if (list.flow && (come.length < gone.length || list.items.every(isScalar))) {
      const typed = (item) => this.text.slice(item.range[0], this.#end(item));
      const put = come.map((value) => inline(shape.item, value, true) ?? JSON.stringify(value));
      const all = [...list.items.slice(0, head).map(typed), ...put, ...list.items.slice(old.length - tail).map(typed)];
      this.#edit(list.range[0], this.#end(list), `[${all.join(", ")}]`);
      return;
    }
    gone.forEach((item, index) => {
      if (index < come.length) this.#item(shape.item, item, come[index], list);
      else this.#removeItem(item);
    });
    const after = list.items[head + Math.min(gone.length, come.length) - 1];
    const more = come.slice(gone.length);
    if (more.length > 0) this.#insertItems(shape.item, list, after, more);
  }

  #item(shape, item, value, list) {
    if (shape.kind === "record" && isMap(item)) this.#replace(shape, item, value);
    else if (shape.kind === "text" && isMap(item)) this.#replace(shape, item, value);
    else if (list.flow) this.#edit(item.range[0], this.#end(item), inline(shape, value, true) ?? JSON.stringify(value));
    else {
      const dash = this.#dash(item);
      this.#edit(item.range[0], this.#end(item), asItem(shape, value, dash - this.#lineStart(dash)));
    }
  }

  #removeItem(item) {
    this.#edit(this.#lineStart(this.#dash(item)), this.#nextLine(this.#end(item)), "");
  }

  #insertItems(shape, list, after, values) {
    if (list.flow) {
      const put = values.map((value) => inline(shape, value, true) ?? JSON.stringify(value)).join(", ");
      if (after) this.#edit(this.#end(after), this.#end(after), `, ${put}`);
      else this.#edit(list.range[0] + 1, list.range[0] + 1, list.items.length > 0 ? `${put}, ` : put);
      return;
    }
    const dash = this.#dash(after ?? list.items[0]);
    const column = dash - this.#lineStart(dash);
    const lines = values.map((value) => `${" ".repeat(column)}- ${asItem(shape, value, column)}`).join("\n");
    const at = after ? this.#lineEnd(this.#end(after)) : this.#lineStart(dash);
    this.#edit(at, at, after ? `\n${lines}` : `${lines}\n`);
  }

  #hasValue(pair) {
    return Boolean(pair.value?.range) && this.#end(pair.value) > pair.value.range[0];
  }

  // Right after the last character that says something: not the blank lines and remarks behind it.
  #end(node) {
    if (node.key) return this.#hasValue(node) ? this.#end(node.value) : this.#colon(node);
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) return this.#end(node.items.at(-1));
    let [start, end] = node.range;
    while (end > start && /\s/.test(this.text[end - 1])) end -= 1;
    return end;
  }

  // Right after the colon of a key.
  #colon(pair) {
    return this.text.indexOf(":", pair.key.range[1]) + 1;
  }

  #dash(item) {
    return this.text.lastIndexOf("-", item.range[0] - 1);
  }

  #lineStart(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  #lineEnd(at) {
    const end = this.text.indexOf("\n", at);
    if (end < 0) return this.text.length;
    return this.text[end - 1] === "\r" ? end - 1 : end;
  }

  #nextLine(at) {
    const end = this.text.indexOf("\n", at);
    return end < 0 ? this.text.length : end + 1;
  }
}
