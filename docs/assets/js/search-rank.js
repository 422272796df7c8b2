/**
 * The search: the same rule as scripts/text/search.py, which says it in words, on the columns that
 * scripts/text/search_index.py describes. Pure; tests/text/search_cases.json runs in both.
 * @import { Costs, Index, Meaning, Result, Search, Stage, Way } from "./search-types"
 */
import { fold, marked, marksApart } from "./fold.js";

const [LITERAL, TWIN, SYNONYM] = [0, 1, 2];
const [FIELD, ALSO] = [3, 3];
const SPACE = 32;
const [WORDING, SHAPE, BREAK, MARKS, ROWS] = [2 ** 11, 2 ** 16, 2 ** 18, 2 ** 22, 2 ** 18];
const EITHER = /^([hklmstv]|qu)[i\u00ec\u00ed\u1ec9\u0129\u1ecby\u1ef3\u00fd\u1ef7\u1ef9\u1ef5]$/;
const I_Y = "i\u00ec\u00ed\u1ec9\u0129\u1ecby\u1ef3\u00fd\u1ef7\u1ef9\u1ef5";

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
  const { words } = index.text;
  const nearby = said.map(([literal]) => near(words, fold(literal.words.join(" "))));
  const best = new Uint32Array(index.names.length);
  nearby.forEach((ways, place) => {
    if (ways.length)
      improve(best, allOf([segment(index, ways), ...typed.filter((_, i) => i !== place)]));
  });
  return [addBreaks(index, best, said), said.map((ways, i) => [...ways, ...nearby[i]])];
}

/** @type {(words: Map<string, unknown>, word: string) => Way[]} */
function near(words, word) {
  if (!/^[^\d ]{3,}$/.test(word)) return [];
  const known = [...words.keys()].filter((one) => oneEdit(word, one));
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

/** @type {(word: string, known: Map<string, unknown>, parts: number) => string[]} */
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
  /** @type {Costs | undefined} */
  let best;
  for (const { words, wording, plain, open, kind } of ways) {
    const last = words.length - 1;
    const each = words.map((word, i) => [way([word], LITERAL, plain, open && i === last)]);
    const found = words.length
      ? allOf(each.map(([{ open }], i) => spots(index, words[i], plain, open, inside)))
      : ofKind(index, kind);
    addBreaks(index, found, each, inside);
    if (best) improve(best, found, wording * WORDING);
    else best = found;
  }
  return best ?? new Uint32Array(index.names.length);
}

/** @type {(index: Index, kind: number) => Costs} */
function ofKind({ names, starts, columns }, kind) {
  const end = starts[kind] + columns.kinds[kind].count;
  return new Uint32Array(names.length).fill(18, starts[kind], end);
}

/** Raise the costs where words that were typed side by side stand apart. @type {(index: Index, costs: Costs, said: Way[][], inside?: boolean) => Costs} */
function addBreaks(index, costs, said, inside = false) {
  for (let i = 1; i < said.length; i++) {
    const [{ words, open }] = said[i];
    const pair = `${said[i - 1][0].words.at(-1)} ${words[0]}`;
    const together = spots(index, pair, false, open && words.length === 1, inside);
    for (let row = 0; row < costs.length; row++) {
      if (costs[row] && !together[row]) costs[row] += BREAK;
    }
  }
  return costs;
}

/**
 * Where a word or phrase stands: in a row's own text, or in that of a row it refers to.
 * @type {(index: Index, phrase: string, plain: boolean, open: boolean, inside: boolean) => Costs}
 */
function spots({ text, users, names }, phrase, plain, open, inside) {
  const best = new Uint32Array(names.length);
  const bare = fold(phrase);
  const head = bare.split(" ", 1)[0];
  const tail = bare.slice(head.length);
  /** At the places of a known word that holds the head. @type {(places: number[], offset: number) => void} */
  const hit = (places, offset) => {
    for (let i = 0; i < places.length; i += 2) {
      const start = places[i + 1] + offset;
      const end = start + bare.length;
      const ends = text.bare.charCodeAt(end) <= SPACE;
      if (tail && !text.bare.startsWith(tail, start + head.length)) continue;
      if (!(ends || open || inside)) continue;
      let marks = plain ? 0 : marksApart(phrase, text.marked, start);
      if (marks === 1 && open && !ends) marks = 0;
      const cost = 1 + (offset ? 2 : +!ends) + marks * MARKS;
      const row = text.rows[places[i]];
      cheaper(best, row, cost + (places[i] < names.length ? 0 : ALSO));
      for (const user of users[row]) cheaper(best, user >> 3, cost + (user & 7) * FIELD);
    }
  };
  if (!inside && (tail || !open)) hit(text.words.get(head) ?? [], 0);
  else {
    for (const [known, places] of text.words) {
      let at = known.indexOf(head);
      for (; at >= 0 && (inside || !at); at = known.indexOf(head, at + 1)) {
        if (!tail || at + head.length === known.length) hit(places, at);
      }
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

/** The rows that every part found, and what they cost together: in the first part. @type {(parts: Costs[]) => Costs} */
function allOf([all, ...parts]) {
  for (const part of parts) {
    for (let row = 0; row < all.length; row++) {
      if (all[row]) all[row] = part[row] && all[row] + part[row];
    }
  }
  return all;
}

/** @type {(index: Index, costs: Costs, said: Way[][]) => number[]} */
function ranked({ names, heads, order, shown, ranked }, costs, said) {
  const unkind = said.filter((ways) => ways.every(({ kind }) => kind < 0));
  const [whole, rest] = [said, unkind].map((those) =>
    fold(those.map(([way]) => way.words.join(" ")).join(" ")),
  );
  const found = new Float64Array(costs.length);
  let count = 0;
  for (let row = 0; row < costs.length; row++) {
    if (!costs[row] || !shown[row]) continue;
    let unlike = shape(names[row], heads[row], whole);
    if (rest !== whole) unlike = Math.min(unlike, shape(names[row], heads[row], rest));
    found[count++] = (costs[row] + unlike * SHAPE) * ROWS + order[row];
  }
  return Array.from(found.subarray(0, count).sort(), (score) => ranked[score % ROWS]);
}

/** 0 where the name is the phrase, 1 where it begins with it, else 2. @type {(name: string, head: number, phrase: string) => number} */
function shape(name, head, phrase) {
  if (!phrase || !(name.startsWith(phrase) || name.startsWith(phrase, head))) return 2;
  return name.length === phrase.length || name.length === phrase.length + head ? 0 : 1;
}
