/**
 * The search: the same rule as scripts/text/search.py, which says it in words, on the columns that
 * scripts/text/search_index.py describes. Pure; tests/text/search_cases.json runs in both.
 * @import { Columns, Costs, Index, Meaning, Result, Search, Stage, Text, Way } from "./search-types"
 */
import { fold, marked, marksApart } from "./fold.js";

const [NAME, ALSO, MAKER, PLACE, LEAF] = [0, 1, 2, 3, 4];
const [LITERAL, TWIN, SYNONYM] = [0, 1, 2];
const FIELD = 3;
const [WORDING, SHAPE, BREAK, MARKS, ROWS] = [2 ** 11, 2 ** 16, 2 ** 18, 2 ** 22, 2 ** 18];
export const TYPE = /^(xa|phuong|thi tran|huyen|thanh pho|thi xa|tinh) /;
const EITHER = /^([hklmstv]|qu)[i\u00ec\u00ed\u1ec9\u0129\u1ecby\u1ef3\u00fd\u1ef7\u1ef9\u1ef5]$/;
const I_Y = "i\u00ec\u00ed\u1ec9\u0129\u1ecby\u1ef3\u00fd\u1ef7\u1ef9\u1ef5";

/** @type {(columns: Columns) => Index} */
export function prepare(columns) {
  const { kinds, past } = columns;
  const names = columns.names.map(fold);
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const kindOf = [];
  kinds.forEach(({ count }, kind) => {
    starts.push(kindOf.length);
    for (let i = 0; i < count; i++) kindOf.push(kind);
  });
  const rows = [...names.keys()];
  const spoken = rows.map(
    (row) => columns.names[row] + ("former" in kinds[kindOf[row]] ? ` ${past}` : ""),
  );
  const order = new Uint32Array(rows.length);
  rows
    .slice()
    .sort((a, b) => kindOf[a] - kindOf[b] || names[a].length - names[b].length || a - b)
    .forEach((row, place) => {
      order[row] = place;
    });
  const texts = [text(NAME, rows, spoken), text(ALSO, ...columns.also)];
  const words = new Set(texts.flatMap(({ bare }) => bare.split(/\s+/).filter(Boolean)));
  const users = usersOf(columns, starts);
  return {
    columns,
    names,
    kinds: kindOf,
    starts,
    order,
    texts,
    users,
    words,
    ...meanings(columns),
  };
}

/** Each row after a line break and a space. @type {(field: number, rows: number[], texts: string[]) => Text} */
function text(field, rows, texts) {
  const lines = texts.map((one) => `\n ${marked(one)}`);
  const starts = [0];
  for (const line of lines) starts.push(starts[starts.length - 1] + line.length);
  const bare = lines.map((line) => `\n ${fold(line)}`);
  return { field, rows, starts, bare: `${bare.join("")}\n`, marked: `${lines.join("")}\n` };
}

/** For each row, those that refer to it: row * 8 + field. @type {(columns: Columns, starts: number[]) => number[][]} */
function usersOf({ kinds, names, producers, leaves, near, sets }, starts) {
  /** @type {number[][]} */
  const users = names.map(() => []);
  /** @type {(id: string, column: number[], field: number) => void} */
  const refer = (id, column, field) => {
    const first = starts[kinds.findIndex((kind) => kind.id === id)] - 1;
    column.forEach((place, row) => {
      if (place) users[first + place].push(row * 8 + field);
    });
  };
  refer("producer", producers, MAKER);
  refer("leaf", leaves, LEAF);
  near.forEach((set, row) => {
    for (const place of sets[set - 1] ?? []) users[place].push(row * 8 + PLACE);
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

/** @type {(words: string[], wording?: number, plain?: boolean, open?: boolean, kind?: number) => Way} */
const way = (words, wording = LITERAL, plain = false, open = false, kind = -1) => ({
  words,
  wording,
  plain,
  open,
  kind,
});

/**
 * The segments of a query, each with its ways to be said, the literal one first. A space at the
 * end completes the last word.
 * @type {(index: Index, query: string) => Way[][]}
 */
function parse({ phrases, longest }, query) {
  const words = marked(query).split(" ").filter(Boolean).slice(0, 12);
  const plain = words.every((word) => word === fold(word));
  const segments = [];
  for (let start = 0; start < words.length; ) {
    let length = Math.min(longest, words.length - start) + 1;
    /** @type {Meaning[]} */
    let known = [];
    let typed = "";
    while (!known.length && --length) {
      typed = words.slice(start, start + length).join(" ");
      const same = typed;
      known = (phrases.get(fold(same)) ?? []).filter(({ phrase }) => marksApart(same, phrase) < 2);
    }
    start += length || 1;
    const open = start === words.length && !/\s$/.test(query);
    const ways = [way(typed.split(" "), LITERAL, plain, open)];
    const last = typed.length - 1;
    if (EITHER.test(typed)) {
      const other = I_Y[(I_Y.indexOf(typed[last]) + 6) % 12];
      ways.push(way([typed.slice(0, last) + other], TWIN, plain));
    }
    for (const { set, kind } of known) {
      for (const one of set) if (fold(one) !== fold(typed)) ways.push(way([one], SYNONYM));
      if (kind >= 0) ways.push(way([], LITERAL, false, false, kind));
    }
    segments.push(ways);
  }
  return segments;
}

/**
 * The rows that a query finds, best first, and the ways in which its words were understood.
 * @type {(index: Index, query: string) => Result}
 */
export function find(index, query) {
  const said = parse(index, query);
  const rows = byNumber(index, query);
  if (rows.length || !said.length) return { rows, stage: "exact", said };
  for (const [stage, search] of STAGES) {
    const [costs, understood] = search(index, said);
    const found = ranked(index, costs, understood);
    if (found.length) return { rows: found, stage, said: understood };
  }
  return { rows, stage: "part", said };
}

/** Trade item numbers typed whole. @type {(index: Index, query: string) => number[]} */
function byNumber({ columns: { numbers } }, query) {
  const number = /^[\d ]{8,20}$/.test(fold(query))
    ? bareNumber(fold(query).replaceAll(" ", ""))
    : "";
  return numbers[0].filter((_, i) => numbers[1][i].split(" ").map(bareNumber).includes(number));
}

/** @type {(number: string) => string} */
const bareNumber = (number) => number.replace(/^0+/, "");

/** @type {[Stage, Search][]} */
const STAGES = [
  ["exact", (index, said) => exact(index, said, false)],
  ["inside", (index, said) => exact(index, said, true)],
  ["typo", typo],
  ["part", part],
];

/** @type {(index: Index, said: Way[][], inside: boolean) => [Costs, Way[][]]} */
function exact(index, said, inside) {
  const costs = allOf(said.map((ways) => segment(index, ways, inside)));
  return [addBreaks(index, costs, said, inside), said];
}

/** One word read as a known word one edit away, or cut. @type {Search} */
function typo(index, said) {
  const typed = said.map((ways) => segment(index, ways));
  const nearby = said.map(([literal]) => near(index.words, fold(literal.words.join(" "))));
  const best = new Uint32Array(index.names.length);
  nearby.forEach((ways, place) => {
    const misread = segment(index, ways);
    if (ways.length) improve(best, allOf(typed.map((those, i) => (i === place ? misread : those))));
  });
  return [addBreaks(index, best, said), said.map((ways, i) => [...ways, ...nearby[i]])];
}

/** @type {(words: Set<string>, word: string) => Way[]} */
function near(words, word) {
  if (!/^[^\d ]{3,}$/.test(word)) return [];
  const known = [...words].filter((one) => oneEdit(word, one));
  return [...known, ...cuts(word, words, 4)].map((phrase) => way([phrase], LITERAL, true));
}

/** @type {(typed: string, known: string) => boolean} */
function oneEdit(typed, known) {
  if (typed === known || Math.abs(typed.length - known.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === known[at]) at++;
  const [a, b] = [typed.slice(at), known.slice(at)];
  const [x, y] = [a.slice(1), b.slice(1)];
  const swapped = a[0] === y[0] && b[0] === x[0] && x.slice(1) === y.slice(1);
  return x === y || x === b || a === y || swapped;
}

/** @type {(word: string, known: Set<string>, parts: number) => string[]} */
function cuts(word, known, parts) {
  const found = [];
  for (let at = 2; parts > 1 && at < word.length - 1; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (!known.has(head)) continue;
    if (known.has(tail)) found.push(`${head} ${tail}`);
    found.push(...cuts(tail, known, parts - 1).map((rest) => `${head} ${rest}`));
  }
  return found;
}

/** What the greatest number of segments find; a kind alone is no find. @type {Search} */
function part(index, said) {
  const spoken = said.map((ways) => ways.filter(({ kind }) => kind < 0));
  const costs = spoken.map((ways) => segment(index, ways));
  const counts = index.names.map((_, row) => costs.reduce((n, those) => n + +!!those[row], 0));
  const most = counts.reduce((a, b) => Math.max(a, b));
  const best = Uint32Array.from(counts, (count, row) =>
    most && count === most ? costs.reduce((all, those) => all + those[row], 0) : 0,
  );
  const known = spoken.filter((_, i) => costs[i].some(Boolean));
  return [addBreaks(index, best, known), known];
}

/** What each row costs in the best of the ways; 0 where nothing is found. @type {(index: Index, ways: Way[], inside?: boolean) => Costs} */
function segment(index, ways, inside = false) {
  const best = new Uint32Array(index.names.length);
  for (const { words, wording, plain, open, kind } of ways) {
    const { count } = index.columns.kinds[kind] ?? {};
    const first = index.starts[kind];
    const last = words.length - 1;
    const each = words.map((word, i) => [way([word], LITERAL, plain, open && i === last)]);
    const found = count
      ? new Uint32Array(best.length).fill(18, first, first + count)
      : allOf(each.map(([{ open }], i) => spots(index, words[i], plain, open, inside)));
    improve(best, addBreaks(index, found, each, inside), wording * WORDING);
  }
  return best;
}

/** Higher costs where words that were typed side by side stand apart. @type {(index: Index, costs: Costs, said: Way[][], inside?: boolean) => Costs} */
function addBreaks(index, costs, said, inside = false) {
  if (!costs.some(Boolean)) return costs;
  said.slice(1).forEach(([{ words, open }], i) => {
    const pair = `${said[i][0].words.at(-1)} ${words[0]}`;
    const together = spots(index, pair, false, open && words.length === 1, inside);
    costs = costs.map((cost, row) => cost && cost + +!together[row] * BREAK);
  });
  return costs;
}

/**
 * Where a word or phrase stands: in a row's own text, or in that of a row it refers to.
 * @type {(index: Index, word: string, plain: boolean, open: boolean, inside: boolean) => Costs}
 */
function spots({ texts, users, names }, word, plain, open, inside) {
  const best = new Uint32Array(names.length);
  const bare = fold(word);
  const key = inside ? bare : ` ${bare}`;
  for (const { field, rows, starts, bare: text, marked } of texts) {
    let line = 0;
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      const end = at + key.length;
      const start = end - bare.length;
      const ends = text[end] <= " ";
      if (!(ends || open || inside)) continue;
      let marks = marksApart(word, marked, start);
      if (marks === 1 && (plain || (open && !ends))) marks = 0;
      const cost = 1 + (text[start - 1] === " " ? +!ends : 2) + marks * MARKS;
      while (starts[line + 1] <= at) line++;
      const row = rows[line];
      cheaper(best, row, cost + field * FIELD);
      for (const user of users[row]) cheaper(best, user >> 3, cost + (user & 7) * FIELD);
    }
  }
  return best;
}

/** @type {(best: Costs, more: Costs, extra?: number) => void} */
function improve(best, more, extra = 0) {
  for (let row = 0; row < best.length; row++) {
    if (more[row]) cheaper(best, row, more[row] + extra);
  }
}

/** @type {(best: Costs, row: number, cost: number) => void} */
function cheaper(best, row, cost) {
  if (!best[row] || cost < best[row]) best[row] = cost;
}

/** The rows that every part found, and what they cost together. @type {(parts: Costs[]) => Costs} */
const allOf = ([first, ...others]) =>
  others.reduce(
    (all, part) => all.map((cost, row) => cost && part[row] && cost + part[row]),
    first,
  );

/** @type {(index: Index, costs: Costs, said: Way[][]) => number[]} */
function ranked({ names, kinds, order, columns }, costs, said) {
  const unkind = said.filter((ways) => ways.every(({ kind }) => kind < 0));
  const phrases = [said, unkind].map((those) =>
    fold(those.map(([way]) => way.words.join(" ")).join(" ")),
  );
  /** @type {number[]} */
  const at = [];
  const found = [];
  for (let row = 0; row < costs.length; row++) {
    const { base, place } = columns.kinds[kinds[row]];
    if (!costs[row] || base === undefined) continue;
    at[order[row]] = row;
    const unlike = Math.min(...phrases.map((phrase) => shape(names[row], place, phrase)));
    found.push((costs[row] + unlike * SHAPE) * ROWS + order[row]);
  }
  return Array.from(new Float64Array(found).sort(), (score) => at[score % ROWS]);
}

/** 0 where the name is the phrase, 1 where it begins with it, else 2. @type {(name: string, place: 1 | undefined, phrase: string) => number} */
function shape(name, place, phrase) {
  const short = place ? name.replace(TYPE, "") : name;
  if (phrase === name || phrase === short) return 0;
  return phrase && (name.startsWith(phrase) || short.startsWith(phrase)) ? 1 : 2;
}
