/**
 * The search: the same rule as scripts/text/search.py, which says it in words, on the columns that
 * scripts/text/search_index.py describes. Pure; tests/text/search_cases.json runs in both.
 * @import { Costs, Index, Result, Search, Stage, Way } from "./search-types"
 */
import { fold, marksApart } from "./fold.js";
import { arrange, numberIn } from "./search-prepare.js";
import { LITERAL, parse, way } from "./search-query.js";

const [ALSO, MAKER, PLACE, LEAF] = [3, 6, 9, 12];
// How a found word differs from the typed one: it goes on, or it begins before.
const [OPEN, INSIDE] = [1, 2];
const [WORDING, SHAPE, BREAK, MARKS, ROWS] = [2 ** 11, 2 ** 16, 2 ** 18, 2 ** 22, 2 ** 18];

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
const byNumber = ({ numbers, begins }, query) =>
  (numbers?.get(numberIn(query) ?? "") ?? []).filter((row) => begins[row]);

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
  const nearby = said.map(([literal]) => near(index, fold(literal.words.join(" "))));
  const best = new Uint32Array(index.kinds.length);
  nearby.forEach((ways, place) => {
    if (ways.length)
      improve(best, allOf([segment(index, ways), ...typed.filter((_, i) => i !== place)]));
  });
  return [addBreaks(index, best, said), said.map((ways, i) => [...ways, ...nearby[i]])];
}

/** @type {(index: Index, word: string) => Way[]} */
function near({ alike }, word) {
  if (!/^[^\d ]{3,}$/.test(word)) return [];
  const known = [...alike.keys()].filter((one) => oneEdit(word, one));
  return [...known, ...cuts(word, alike, 4)].map((phrase) => way([phrase], LITERAL, true));
}

/** @type {(typed: string, known: string) => boolean} */
function oneEdit(typed, known) {
  if (Math.abs(typed.length - known.length) > 1 || typed === known) return false;
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
  const counts = new Uint8Array(index.kinds.length);
  for (const those of costs)
    for (let row = 0; row < counts.length; row++) counts[row] += +!!those[row];
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const best = new Uint32Array(counts.length);
  for (const those of costs)
    for (let row = 0; row < counts.length; row++)
      best[row] += most && counts[row] === most ? those[row] : 0;
  const known = spoken.filter((_, i) => costs[i].some(Boolean));
  return [addBreaks(index, best, known), known];
}

/** What each row costs in the best of the ways; 0 where nothing is found. @type {(index: Index, ways: Way[], inside?: boolean) => Costs} */
function segment(index, ways, inside = false) {
  const best = new Uint32Array(index.kinds.length);
  for (const { words, wording, plain, open, kind } of ways) {
    const extra = wording * WORDING;
    if (words.length === 1) {
      spots(index, words[0], plain, open, inside, best, extra);
      continue;
    }
    const last = words.length - 1;
    const each = words.map((word, i) => [way([word], LITERAL, plain, open && i === last)]);
    const found = words.length
      ? allOf(each.map(([{ open }], i) => spots(index, words[i], plain, open, inside)))
      : ofKind(index, kind);
    improve(best, addBreaks(index, found, each, inside), extra);
  }
  return best;
}

/** @type {(index: Index, kind: number) => Costs} */
function ofKind({ kinds, starts, first }, kind) {
  const end = starts[kind] + first.kinds[kind].count;
  return new Uint32Array(kinds.length).fill(18, starts[kind], end);
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
 * @type {(index: Index, phrase: string, plain: boolean, open: boolean, inside: boolean, best?: Costs, extra?: number) => Costs}
 */
function spots(
  index,
  phrase,
  plain,
  open,
  inside,
  best = new Uint32Array(index.kinds.length),
  extra = 0,
) {
  const { text, rows, places, place: firstPlace, makers } = index;
  const words = phrase.split(" ");
  const last = words.length - 1;
  const known = words.map((word, i) =>
    fits(index, word, plain, i < last || !(open || inside), i > 0 || !inside, open && !last),
  );
  for (const [id, first] of known[0]) {
    for (const place of places[id]) {
      let apart = first >> 2;
      let end = first;
      for (let i = 1; i <= last; i++) {
        end = known[i].get(text[place + i]) ?? -1;
        if (end < 0) break;
        apart = Math.max(apart, end >> 2);
      }
      if (end < 0) continue;
      if (apart === 1 && open && end & OPEN) apart = 0;
      const cost = 1 + (first & INSIDE || end & OPEN) + apart * MARKS + extra;
      const row = rows[place] >> 1;
      cheaper(best, row, rows[place] & 1 ? cost + ALSO : cost);
      if (row >= firstPlace) around(index, best, row, cost);
      else if (row >= makers) chained(best, index.makerLast[row], index.makerNext, cost + MAKER);
    }
  }
  return best;
}

/** What refers to a place or a leaf. @type {(index: Index, best: Costs, row: number, cost: number) => void} */
function around({ groups, joined, place, nearNext, leafLast, leafNext }, best, row, cost) {
  chained(best, leafLast[row], leafNext, cost + LEAF);
  for (const group of joined[row - place] ?? [])
    chained(best, groups[group].last, nearNext, cost + PLACE);
}

/** @type {(best: Costs, last: number, next: Uint32Array, cost: number) => void} */
function chained(best, last, next, cost) {
  for (let row = last; row; row = next[row - 1]) {
    if (!best[row - 1] || cost < best[row - 1]) best[row - 1] = cost;
  }
}

/**
 * The known words that a typed one stands for, each with what parts the two: marks * 4, whether it
 * begins before, whether it goes on. `ends`, `begins`: only with it; `open`: it may lack marks yet.
 * @type {(index: Index, word: string, plain: boolean, ends: boolean, begins: boolean, open?: boolean) => Map<number, number>}
 */
function fits({ alike, marked }, word, plain, ends, begins, open = false) {
  const bare = fold(word);
  /** @type {Map<number, number>} */
  const found = new Map();
  /** @type {(known: string, ids: number[], at: number) => void} */
  const fit = (known, ids, at) => {
    const on = at + bare.length < known.length;
    for (const id of ids) {
      const marks = plain ? 0 : marksApart(word, marked[id], at);
      const apart = marks === 1 && open && on ? 0 : marks;
      found.set(id, Math.min(found.get(id) ?? 16, apart * 4 + (at ? INSIDE : 0) + (on ? OPEN : 0)));
    }
  };
  if (ends && begins) {
    fit(bare, alike.get(bare) ?? [], 0);
    return found;
  }
  for (const [known, ids] of alike) {
    if (begins) {
      if (known.startsWith(bare)) fit(known, ids, 0);
      continue;
    }
    for (let at = known.indexOf(bare); at >= 0; at = known.indexOf(bare, at + 1))
      if (!ends || at + bare.length === known.length) fit(known, ids, at);
  }
  return found;
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

/** @type {(index: Index, costs: Costs, said: Way[][]) => Uint32Array} */
function ranked(index, costs, said) {
  if (!index.arranged) arrange(index);
  const { order, shown, kinds, begins, ranked } = index;
  const unkind = said.filter((ways) => ways.every(({ kind }) => kind < 0));
  const whole = shapeOf(index, said);
  const rest = unkind.length < said.length ? shapeOf(index, unkind) : whole;
  const found = new Float64Array(costs.length);
  let count = 0;
  for (let row = 0; row < costs.length; row++) {
    if (!costs[row] || !shown[kinds[row]] || !begins[row]) continue;
    let unlike = whole(row);
    if (unlike && rest !== whole) unlike = Math.min(unlike, rest(row));
    found[count++] = (costs[row] + unlike * SHAPE) * ROWS + order[row];
  }
  const rows = new Uint32Array(count);
  found
    .subarray(0, count)
    .sort()
    .forEach((score, i) => {
      rows[i] = ranked[score % ROWS];
    });
  return rows;
}

/** Of a row: 0 where the name is what was said, 1 where it begins with it, else 2. @type {(index: Index, said: Way[][]) => (row: number) => number} */
function shapeOf(index, said) {
  const { text, begins, sizes, heads } = index;
  const words = said.flatMap(([{ words }]) => words.join(" ").split(" "));
  const last = words.length - 1;
  const known = words.map((word, i) => fits(index, word, true, i < last, true));
  /** @type {(at: number, size: number) => number} */
  const shape = (at, size) => {
    if (last < 0 || size <= last) return 2;
    let end = 0;
    for (let i = 0; i <= last; i++) {
      end = known[i].get(text[at + i]) ?? -1;
      if (end < 0) return 2;
    }
    return size === last + 1 && !end ? 0 : 1;
  };
  return (row) => {
    const own = shape(begins[row], sizes[row]);
    if (!own || !heads[row]) return own;
    return Math.min(own, shape(begins[row] + heads[row], sizes[row] - heads[row]));
  };
}
