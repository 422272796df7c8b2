/**
 * The columns of the search index, described in scripts/text/search_index.py, made ready once.
 * @import { Columns, Index, Meaning, Text } from "./search-types"
 */
import { fold, marked, spell } from "./fold.js";

const [MAKER, PLACE, LEAF] = [2, 3, 4];
const TYPE = /^(xa|phuong|thi tran|huyen|thanh pho|thi xa|tinh) /;

/** @type {(columns: Columns) => Index} */
export function prepare(columns) {
  const { kinds, past, also } = columns;
  /** @type {number[]} */
  const starts = [];
  const kindOf = kinds.flatMap(({ count }, kind) => Array(count).fill(kind));
  let end = 0;
  for (const { count } of kinds) {
    starts.push(end);
    end += count;
  }
  const spelled = columns.names.map(spell);
  const names = spelled.map(([, bare]) => bare);
  const heads = names.map((name, row) =>
    kinds[kindOf[row]].place ? (TYPE.exec(name)?.[0].length ?? 0) : 0,
  );
  const was = spell(past).map((word) => ` ${word}`);
  const lines = spelled.map((both, row) =>
    "former" in kinds[kindOf[row]] ? both.map((text, i) => text + was[i]) : both,
  );
  const rows = [...names.keys()];
  const ranked = new Uint32Array(rows).sort(
    (a, b) => kindOf[a] - kindOf[b] || names[a].length - names[b].length || a - b,
  );
  const order = new Uint32Array(end);
  ranked.forEach((row, place) => {
    order[row] = place;
  });
  const first = firstOf(columns, starts, "producer") - 1;
  const places = columns.near.map((set, row) => {
    const own = set === 1 ? columns.near[first + columns.producers[row]] : set;
    return columns.sets[own - 2] ?? [];
  });
  return {
    columns,
    names,
    heads,
    kinds: kindOf,
    starts,
    ranked,
    order,
    places,
    users: usersOf(columns, starts, places),
    shown: Uint8Array.from(kindOf, (kind) => +(kinds[kind].base !== undefined)),
    text: textOf([...rows, ...also[0]], [...lines, ...also[1].map(spell)]),
    ...meanings(columns),
  };
}

/** @type {(columns: Columns, starts: number[], id: string) => number} */
const firstOf = ({ kinds }, starts, id) => starts[kinds.findIndex((kind) => kind.id === id)];

/** All lines as one text, and where each folded word stands in it: line, place, line, place… @type {(rows: number[], lines: string[][]) => Text} */
function textOf(rows, lines) {
  /** @type {Map<string, number[]>} */
  const words = new Map();
  let at = 1;
  lines.forEach(([, bare], line) => {
    for (const word of bare ? bare.split(" ") : []) {
      const found = words.get(word);
      if (found) found.push(line, at);
      else words.set(word, [line, at]);
      at += word.length + 1;
    }
    at += +!bare;
  });
  const [marked, bare] = [0, 1].map((i) => ` ${lines.map((both) => both[i]).join("\n")}\n`);
  return { rows, words, marked, bare };
}

/** For each row, those that refer to it: row * 8 + field. @type {(columns: Columns, starts: number[], places: number[][]) => number[][]} */
function usersOf(columns, starts, places) {
  /** @type {number[][]} */
  const users = columns.names.map(() => []);
  /** @type {(id: string, column: number[], field: number) => void} */
  const refer = (id, column, field) => {
    const first = firstOf(columns, starts, id) - 1;
    column.forEach((place, row) => {
      if (place) users[first + place].push(row * 8 + field);
    });
  };
  refer("producer", columns.producers, MAKER);
  refer("leaf", columns.leaves, LEAF);
  places.forEach((those, row) => {
    for (const place of those) users[place].push(row * 8 + PLACE);
  });
  return users;
}

/** Phrases that stand for each other or for a kind. @type {(columns: Columns) => {phrases: Map<string, Meaning[]>, longest: number}} */
function meanings({ synonyms, kinds }) {
  const sets = synonyms.map((set) => set.map(marked));
  const called = kinds.map(({ called, label }) => (called ? marked(label) : ""));
  for (const name of called) if (name && !sets.some((set) => set.includes(name))) sets.push([name]);
  /** @type {Map<string, Meaning[]>} */
  const phrases = new Map();
  let longest = 1;
  for (const set of sets) {
    const kind = Math.max(...set.map((phrase) => called.lastIndexOf(phrase)));
    for (const phrase of set) {
      const key = fold(phrase);
      phrases.set(key, [...(phrases.get(key) ?? []), { phrase, set, kind }]);
      longest = Math.max(longest, key.split(" ").length);
    }
  }
  return { phrases, longest };
}
