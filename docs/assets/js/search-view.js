/**
 * What a visitor reads of the rows that were found.
 * @import { Index, Result, Said, Sought, View } from "./search-types"
 */
import { fold } from "./fold.js";
import { root, say } from "./search-data.js";
import { placesOf } from "./search-places.js";
import { foldedName } from "./search-prepare.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Letters that no English word has. */
const MARKED = /[\u00c0-\u1ef9]/;
/** Kinds whose names are Vietnamese in every language. */
const NAMED =
  /^(product|producer|commune|former-.+|craft-village|geographical-.+|collective-.+|shop)$/;

/** The words to mark in what was found. @type {(result: Result) => Sought[]} */
export const soughtIn = ({ said, stage }) =>
  said.flatMap((ways, part) =>
    ways.flatMap(({ words, open }) => {
      const last = open ? words.at(-1) : "";
      return words.flatMap((phrase) =>
        phrase.split(" ").map((word) => {
          const how = stage === "inside" ? 2 : +(phrase === last);
          return /** @type {Sought} */ ([fold(word), how, part]);
        }),
      );
    }),
  );

/** Where a word matches: from and to, or nothing. @type {(word: string, sought: Sought[]) => [number, number] | undefined} */
function match(word, sought) {
  const bare = fold(word);
  for (const [key, how] of sought) {
    const at = how === 2 ? bare.indexOf(key) : bare.startsWith(key) ? 0 : -1;
    if (at < 0 || (!how && bare !== key)) continue;
    return bare.length === word.length ? [at, at + key.length] : [0, word.length];
  }
}

/** @type {<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>, ...children: (Node | string)[]) => HTMLElementTagNameMap[K]} */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Text with the found letters in <mark>, as they are written. @type {(text: string, sought: Sought[]) => (Node | string)[]} */
export function mark(text, sought) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let done = 0;
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    const found = match(word, sought);
    if (!found) continue;
    const marked = document.createElement("mark");
    marked.textContent = word.slice(...found);
    nodes.push(text.slice(done, at + found[0]), marked);
    done = at + found[1];
  }
  return [...nodes, text.slice(done)].filter(Boolean);
}

/** What a visitor reads of a row. @type {(index: Index, row: number, sought: Sought[]) => View} */
export function view(index, row, sought) {
  const { first, kinds, makers, leafs, producers, leaves } = index;
  const { id, label } = first.kinds[kinds[row]];
  const name = nameOf(index, row);
  const places = placesOf(index, row);
  const near = places.map((place) => nameOf(index, place));
  const today = places.findIndex((place) => first.kinds[kinds[place]].id === "commune");
  const shown = [
    ...(producers[row] ? [nameOf(index, makers + producers[row] - 1)] : []),
    ...near.slice(Math.max(today, 0), id === "commune" ? 0 : Math.max(today, 0) + 1),
    ...texts(index, index.notes.get(row)),
  ];
  // Where these do not tell why the row was found, what else does: a place of old, another name.
  const all = [name, ...shown].map(({ text }) => text).join(" ");
  const told = sought.filter((one) => holds(all, [one]));
  const open = sought.filter(([, , part]) => !told.some((one) => one[2] === part));
  const leaf = leaves[row] ? [nameOf(index, leafs + leaves[row] - 1)] : [];
  const why = [...near, ...texts(index, index.also.get(row)), ...leaf];
  const reasons = why.filter(({ text }) => holds(text, open)).slice(0, 2);
  const detail = [...shown, ...reasons].flatMap((said, i) => [
    ...(i ? [" \u00b7 "] : []),
    ...read(said, sought),
  ]);
  return {
    name: name.text,
    title: read(name, sought),
    kind: label,
    detail,
    href: address(index, row),
  };
}

/** As it is read, Vietnamese on pages of another language said to be so. @type {(said: Said, sought: Sought[]) => (Node | string)[]} */
function read({ text, name }, sought) {
  if (!name) return mark(text, sought);
  const [before, after] = text.split(name, 2);
  return [before, make("bdi", { lang: "vi" }, ...mark(name, sought)), after].filter(Boolean);
}

/** Whether at least half of the words have letters that no English word has. @type {(text: string) => boolean} */
function looksVietnamese(text) {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.filter((word) => MARKED.test(word)).length * 2 >= words.length;
}

/** Texts with middle dots between, the common ones as one word each. @type {(index: Index, line?: number[]) => Said[]} */
const texts = ({ first, words }, line = []) =>
  line
    .map((word) =>
      words[word].replace(/.*_.*/, (text) => `\u00b7${text.replaceAll("_", " ")}\u00b7`),
    )
    .join(" ")
    .split("\u00b7")
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ text, name: first.prefix && looksVietnamese(text) ? text : "" }));

/** @type {(text: string, sought: Sought[]) => boolean | undefined} */
const holds = (text, sought) => text.match(WORD)?.some((word) => match(word, sought));

/** @type {(index: Index, row: number) => Said} */
function nameOf({ first, kinds, words, names }, row) {
  const { id, former } = first.kinds[kinds[row]];
  const name = names[row].map((word) => words[word]).join(" ");
  const text = former === undefined ? name : say("former", { name });
  const vietnamese = NAMED.test(id) ? MARKED.test(name) : looksVietnamese(name);
  return { text, name: first.prefix && vietnamese ? name : "" };
}

/** As `address_of` in scripts/text/search_index.py. @type {(index: Index, row: number) => string} */
function address(index, row) {
  const { first, kinds, heads, slugs } = index;
  const { base, former } = first.kinds[kinds[row]];
  const near = former === undefined ? [] : placesOf(index, row).slice(0, former);
  const parts = [
    foldedName(index, row),
    ...near.map((place) => foldedName(index, place, heads[place])),
  ];
  const words = [...parts, former === undefined ? "" : "cu"].join(" ").trim().split(" ");
  const told = slugs.get(row) ?? "";
  const [, kept, end] = /^(\d+)~(.*)/.exec(told) ?? [];
  const whole = kept ? [...words.slice(0, +kept), end].join("-") : told;
  const slug = told && !told.startsWith("-") ? whole : words.join("-") + told;
  return new URL(`${first.prefix}${base}${slug}/`, root).href;
}
