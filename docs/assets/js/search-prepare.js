/**
 * The search data, described in scripts/text/search_file.py and search_index.py, made ready block
 * by block. Words are numbers here: each is folded once, and then only compared by its number.
 * @import { Block, First, Index, Meaning } from "./search-types"
 */
import { fold, marked, spell } from "./fold.js";
import { lines, numbers, words } from "./search-code.js";
import { refer, relate } from "./search-places.js";

export const VERSION = 2;
const TYPE = /^(xa|phuong|thi tran|huyen|thanh pho|thi xa|tinh) /;

// So many rows are made ready at a time, so that a page never stands still.
const SLICE = 2000;

/** The index of a first file, with the rows that stand in it. @type {(first: First) => Promise<Index>} */
export async function prepare(first) {
  const index = empty(first);
  learn(index, words(first.words));
  meanings(index);
  index.past = learn(index, first.past.split(" "));
  index.shared = index.words.length;
  relate(index);
  // The products come first, but refer to all others.
  for (let i = first.blocks.length, at = index.kinds.length; i--; ) {
    const { file, count } = first.blocks[i];
    at -= count;
    if (file) index.missing.unshift({ file, count, at });
    else
      for (const _ of slices(index, first.blocks[i], at))
        await new Promise((done) => setTimeout(done));
  }
  return index;
}

/** The rows of a block, from a row on, all at once. @type {(index: Index, block: Block, at: number) => void} */
export function add(index, block, at) {
  for (const _ of slices(index, block, at));
}

/** @type {(first: First) => Index} */
function empty(first) {
  const { kinds } = first;
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const kindOf = new Uint8Array(total);
  let end = 0;
  const starts = kinds.map(({ count }, kind) => {
    kindOf.fill(kind, end, end + count);
    end += count;
    return end - count;
  });
  /** @type {(id: string) => number} */
  const start = (id) => starts[kinds.findIndex((kind) => kind.id === id)] ?? total;
  return {
    first,
    kinds: kindOf,
    starts,
    makers: start("producer"),
    leafs: start("leaf"),
    place: 0,
    shown: kinds.map(({ base }) => base !== undefined),
    words: [],
    shared: 0,
    spelled: [],
    past: [],
    ids: new Map(),
    marked: [""],
    bare: [""],
    alike: new Map(),
    places: [[]],
    text: [0],
    rows: [0],
    names: Array(total),
    begins: new Uint32Array(total),
    sizes: new Uint16Array(total),
    lengths: new Uint16Array(total),
    heads: new Uint8Array(total),
    near: new Uint32Array(total),
    producers: new Uint32Array(kinds[0].count),
    leaves: new Uint32Array(kinds[0].count),
    makerLast: new Uint32Array(total),
    makerNext: new Uint32Array(total),
    leafLast: new Uint32Array(total),
    leafNext: new Uint32Array(total),
    nearNext: new Uint32Array(total),
    around: [],
    lists: lines(first.lists),
    meant: new Map(),
    groups: [],
    known: [],
    joined: [],
    also: new Map(),
    notes: new Map(),
    slugs: new Map(),
    numbers: undefined,
    order: new Uint32Array(total),
    ranked: new Uint32Array(total),
    arranged: false,
    missing: [],
    failed: false,
    phrases: new Map(),
    longest: 1,
  };
}

/** Words as they are written, by number; each with the numbers of what it is folded to. @type {(index: Index, words: string[]) => number[]} */
const learn = (index, words) =>
  words.map((word) => {
    const [own, plain] = spell(word).map((text) => text.split(" ").filter(Boolean));
    index.spelled.push(own.map((text, i) => index.ids.get(text) ?? meet(index, text, plain[i])));
    return index.words.push(word) - 1;
  });

/** @type {(index: Index, text: string, plain: string) => number} */
function meet({ ids, marked, bare, alike, places }, text, plain) {
  const id = marked.push(text) - 1;
  bare.push(plain);
  places.push([]);
  ids.set(text, id);
  const those = alike.get(plain);
  if (those) those.push(id);
  else alike.set(plain, [id]);
  return id;
}

/** Takes in a block, and stops after so many rows. @type {(index: Index, block: Block, at: number) => Generator<void>} */
function* slices(index, block, at) {
  const { count } = block;
  const known = index.shared - index.past.length;
  const own = index.words.length - known;
  learn(index, words(block.words));
  /** @type {(column?: string) => number[][]} */
  const texts = (column) => {
    const all = lines(column);
    if (!block.words) return all;
    return all.map((line) => line.map((word) => (word < known ? word : word + own)));
  };
  const [names, also, notes] = [block.names, block.also, block.notes].map(texts);
  const slugs = block.slugs?.split(" ") ?? [];
  const near = numbers(block.near, count);
  const makers = numbers(block.producers, count);
  const leaves = numbers(block.leaves, count);
  yield;
  for (let i = 0; i < count; i++) {
    const row = at + i;
    name(index, row, names[i]);
    if (also[i]?.length) {
      index.also.set(row, also[i]);
      write(index, row * 2 + 1, also[i]);
      end(index);
    }
    if (notes[i]?.length) index.notes.set(row, notes[i]);
    if (slugs[i]) index.slugs.set(row, slugs[i]);
    refer(index, row, makers[i], leaves[i], near[i]);
    if (i % SLICE === SLICE - 1) yield;
  }
  index.arranged = false;
}

/** @type {(index: Index, row: number, line: number[]) => void} */
function name(index, row, line) {
  const { first, text, kinds } = index;
  const kind = first.kinds[kinds[row]];
  index.names[row] = line;
  index.begins[row] = text.length;
  index.lengths[row] = write(index, row * 2, line);
  index.sizes[row] = text.length - index.begins[row];
  if (kind.former !== undefined) write(index, row * 2, index.past);
  end(index);
  if (!kind.place) return;
  const [type = ""] = TYPE.exec(foldedName(index, row)) ?? [];
  index.heads[row] = type.split(" ").length - 1;
}

/** The words of a text with the places where each stands; how long they are. @type {(index: Index, whose: number, line: number[]) => number} */
function write({ spelled, places, text, rows, bare }, whose, line) {
  let length = -1;
  for (const word of line) {
    for (const id of spelled[word]) {
      places[id].push(text.push(id) - 1);
      rows.push(whose);
      length += bare[id].length + 1;
    }
  }
  return Math.max(length, 0);
}

/** @type {(index: Index) => void} */
function end({ text, rows }) {
  text.push(0);
  rows.push(0);
}

/** The folded words of a name, from one of them on. @type {(index: Index, row: number, from?: number) => string} */
export function foldedName({ text, bare, begins, sizes }, row, from = 0) {
  const words = text.slice(begins[row] + from, begins[row] + sizes[row]);
  return words.map((id) => bare[id]).join(" ");
}

/** @type {(number: string) => string} */
const bareNumber = (number) => number.replace(/^0+/, "");

/** Trade item numbers, of GTIN-13 and GTIN-14 alike. @type {(index: Index, content: {numbers: string}) => void} */
export function addNumbers(index, content) {
  /** @type {Map<string, number[]>} */
  const known = new Map();
  content.numbers.split(" ").forEach((numbers, row) => {
    for (const one of numbers ? numbers.split(",").map(bareNumber) : [])
      known.set(one, [...(known.get(one) ?? []), row]);
  });
  index.numbers = known;
}

/** A query that is a whole trade item number; else nothing. @type {(query: string) => string | undefined} */
export function numberIn(query) {
  const digits = fold(query);
  if (/^[\d ]{8,20}$/.test(digits)) return bareNumber(digits.replaceAll(" ", ""));
}

/** Phrases that stand for each other or for a kind. @type {(index: Index) => void} */
function meanings(index) {
  const { kinds, synonyms } = index.first;
  const sets = lines(synonyms).map((line) => {
    const text = line.map((word) => index.words[word]).join(" ");
    return text.split(" \u00b7 ").map(marked);
  });
  const called = kinds.map(({ called, label }) => (called ? marked(label) : ""));
  for (const name of called) if (name && !sets.some((set) => set.includes(name))) sets.push([name]);
  for (const set of sets) {
    const kind = Math.max(...set.map((phrase) => called.lastIndexOf(phrase)));
    for (const phrase of set) {
      const key = fold(phrase);
      index.phrases.set(key, [...(index.phrases.get(key) ?? []), { phrase, set, kind }]);
      index.longest = Math.max(index.longest, key.split(" ").length);
    }
  }
}

/** The place of each row among equals: by kind, the shorter name first. @type {(index: Index) => void} */
export function arrange(index) {
  const { first, starts, lengths, order, ranked } = index;
  let place = 0;
  first.kinds.forEach(({ count }, kind) => {
    /** @type {number[][]} */
    const by = [];
    for (let row = starts[kind]; row < starts[kind] + count; row++) {
      by[lengths[row]] ??= [];
      by[lengths[row]].push(row);
    }
    for (const rows of by) {
      for (const row of rows ?? []) {
        order[row] = place;
        ranked[place++] = row;
      }
    }
  });
  index.arranged = true;
}
