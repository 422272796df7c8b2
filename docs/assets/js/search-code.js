/** Lists of numbers and words as one string, as in scripts/text/search_code.py. */

const [FIRST, BACKSLASH, DELETE, CONTROLS, BASE] = [48, 92, 127, 33, 78];

/** @type {(code: number) => number} */
const number = (code) => code - FIRST - +(code > BACKSLASH) - CONTROLS * +(code > DELETE);

/** Lists of numbers, each without what it shares with the one before. @type {(column?: string) => number[][]} */
export function lines(column = "") {
  /** @type {number[][]} */
  const all = [];
  /** @type {number[]} */
  let line = [];
  for (let i = 0; i < column.length; i++) {
    const code = column.charCodeAt(i);
    if (code >= FIRST) {
      line.push(number(code));
      continue;
    }
    // The quotation mark stands between these signs, but JSON would escape it.
    line = line.slice(0, code - 32 - +(code > 34));
    all.push(line);
  }
  return all;
}

/** Words, each without what it shares with the one before. @type {(column?: string) => string[]} */
export function words(column) {
  let word = "";
  return (column ? column.split(" ") : []).map((rest) => {
    word = word.slice(0, +rest[0]) + rest.slice(1);
    return word;
  });
}

/** So many numbers, of one character each or of two. @type {(column: string | undefined, count: number) => Uint32Array} */
export function numbers(column, count) {
  const found = new Uint32Array(count);
  if (!column) return found;
  for (let i = 0; i < count; i++) {
    found[i] =
      column.length === count
        ? number(column.charCodeAt(i))
        : number(column.charCodeAt(2 * i)) * BASE + number(column.charCodeAt(2 * i + 1));
  }
  return found;
}
