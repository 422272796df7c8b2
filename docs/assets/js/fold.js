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
const DROP = new RegExp(`[${any(TABLE.drop)}]`, "gu");
const SPACE = new RegExp(`[^${any(TABLE.keep)}]`, "gu");

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
const tidy = (text) => text.replace(/ +/g, " ").trim();

/** @type {Map<string, [marked: string, bare: string]>} */
const known = new Map();

/** A word of text in both spellings. @type {(word: string) => [string, string]} */
function learn(word) {
  let [marked, bare] = ["", ""];
  for (const letter of word) {
    const other = TABLE.letters[letter];
    const plain = (other ?? letter).normalize("NFD").replace(DROP, "").replace(SPACE, " ");
    const own = plain.length === 1 && plain !== " " && (other ?? "d") === "d";
    marked += own ? letter : plain;
    bare += plain;
  }
  /** @type {[string, string]} */
  const both = [marked.replace(TONE_ON_FIRST, toSecond), bare];
  known.set(word, both);
  return both;
}

/**
 * The words of a text in lower case, single spaces between, with their marks and without; the two
 * are alike letter by letter.
 * @type {(text: string) => [marked: string, bare: string]}
 */
export function spell(text) {
  const words = text.toLowerCase().normalize("NFC").split(" ");
  const both = words.map((word) => known.get(word) ?? learn(word));
  return [tidy(both.map(([own]) => own).join(" ")), tidy(both.map(([, bare]) => bare).join(" "))];
}

/** @type {(text: string) => string} */
export const marked = (text) => spell(text)[0];

/** @type {(text: string) => string} */
export const fold = (text) => spell(text)[1];

/** @type {Map<string, string>} */
const markings = new Map();

/** The marks of a letter; the stroke of \u0111 is one too. @type {(letter: string) => string} */
function marks(letter) {
  let found = markings.get(letter);
  if (found === undefined) {
    found = letter.normalize("NFD").slice(1) + (letter in TABLE.letters ? letter : "");
    markings.set(letter, found);
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
