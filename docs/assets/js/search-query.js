/**
 * A query as segments, as in scripts/text/search_query.py: each with the ways in which it is said.
 * @import { Index, Meaning, Way } from "./search-types"
 */
import { fold, marked, marksApart } from "./fold.js";

export const LITERAL = 0;
const [TWIN, SYNONYM] = [1, 2];
const EITHER = /^([hklmstv]|qu)[i\u00ec\u00ed\u1ec9\u0129\u1ecby\u1ef3\u00fd\u1ef7\u1ef9\u1ef5]$/;
const I_Y = "i\u00ec\u00ed\u1ec9\u0129\u1ecby\u1ef3\u00fd\u1ef7\u1ef9\u1ef5";

/** @type {(words: string[], wording?: number, plain?: boolean, open?: boolean, kind?: number) => Way} */
export const way = (words, wording = LITERAL, plain = false, open = false, kind = -1) => ({
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
export function parse({ phrases, longest }, query) {
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
