/** Folding as scripts/text/fold.py and scripts/text/search_words.py do it; the same cases test both. */

/** The table of scripts/text/fold.json. */
export const TABLE = {
  /** @type {Record<string, string>} */
  letters: {
    "\u0111": "d",
    "\u00f0": "d",
    "\u0256": "d",
    "\u00df": "ss",
    "\u017f": "s",
    "\u03c2": "\u03c3",
  },
  drop: ["M", "Cf"],
  keep: ["L", "N"],
};

/** @type {(classes: string[]) => string} */
const any = (classes) => classes.map((one) => `\\p{${one}}`).join("");
const LETTERS = new RegExp(`[${Object.keys(TABLE.letters).join("")}]`, "g");
const DROP = new RegExp(`[${any(TABLE.drop)}]`, "gu");
const SPACE = new RegExp(`[^${any(TABLE.keep)}]+`, "gu");
const RARE = /[\u0250-\u1dff\u1f00-\u{10ffff}]/gu;

// The tone of oa, oe, uy is written on either vowel: here always on the second.
const FIRST = { o: "\u00f2\u00f3\u1ecf\u00f5\u1ecd", u: "\u00f9\u00fa\u1ee7\u0169\u1ee5" };
/** @type {Record<string, string>} */
const SECOND = {
  a: "\u00e0\u00e1\u1ea3\u00e3\u1ea1",
  e: "\u00e8\u00e9\u1ebb\u1ebd\u1eb9",
  y: "\u1ef3\u00fd\u1ef7\u1ef9\u1ef5",
};
const TONE_ON_FIRST = new RegExp(`[${FIRST.o}][ae]|[${FIRST.u}]y`, "g");

/** @type {(pair: string) => string} */
const toSecond = ([first, vowel]) => {
  const bare = vowel === "y" ? "u" : "o";
  return bare + SECOND[vowel][FIRST[bare].indexOf(first)];
};

/** @type {(text: string) => string} */
const words = (text) => text.replace(DROP, "").replace(SPACE, " ").trim();

/**
 * Lower case without marks: letters and digits in words, single spaces between.
 * @type {(text: string) => string}
 */
export const fold = (text) =>
  words(
    text
      .toLowerCase()
      .replace(LETTERS, (letter) => TABLE.letters[letter])
      .normalize("NFD"),
  );

/**
 * The words in lower case with their marks, letter by letter as long as `fold`.
 * @type {(text: string) => string}
 */
export const marked = (text) =>
  words(
    text
      .toLowerCase()
      .replace(LETTERS, (letter) =>
        TABLE.letters[letter] === "d" ? letter : TABLE.letters[letter],
      )
      .normalize("NFC"),
  )
    .replace(RARE, (letter) => (fold(letter).length > 1 ? fold(letter) : letter))
    .replace(TONE_ON_FIRST, toSecond);

/** @type {Map<string, string>} */
const known = new Map();

/** The marks of a letter; the stroke of \u0111 is one too. @type {(letter: string) => string} */
function marks(letter) {
  let found = known.get(letter);
  if (found === undefined) {
    found = letter.normalize("NFD").slice(1) + (letter in TABLE.letters ? letter : "");
    known.set(letter, found);
  }
  return found;
}

/**
 * 0 where the marks of a typed word are those of a text at a place, 1 where some are only missing,
 * 2 where they differ; the letters are the same.
 * @type {(typed: string, text: string, at?: number) => number}
 */
export function marksApart(typed, text, at = 0) {
  let apart = 0;
  for (let i = 0; i < typed.length; i++) {
    const found = text[at + i];
    if (typed[i] === found) continue;
    const there = marks(found);
    for (const mark of marks(typed[i])) if (!there.includes(mark)) return 2;
    apart = 1;
  }
  return apart;
}
