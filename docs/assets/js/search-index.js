/**
 * The search index: fetched once, and what a visitor reads of its rows.
 * @import { Index, Result, Sought, View } from "./search-types"
 */
import { fold } from "./fold.js";
import { prepare } from "./search-prepare.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const root = new URL("../../", import.meta.url);
export const language = document.documentElement.lang === "en" ? "en" : "vi";
/** Of the page, and once it is there of the index. @type {Record<string, string>} */
const words = JSON.parse(document.getElementById("words")?.textContent || "{}");
/** @type {Promise<Index> | undefined} */
let index;

/** A text of the page's language. @type {(key: string, values?: Record<string, string | number>) => string} */
export function say(key, values = {}) {
  const text = (values.n === 1 && words[`${key}.one`]) || words[key] || "";
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(language));
}

/** The index; a failure is forgotten, so that the next call tries again. */
export function open() {
  index ??= load().catch((error) => {
    index = undefined;
    throw error;
  });
  return index;
}

async function load() {
  // Kept by the browser, but never shown before the server has said that it is the newest.
  const answer = await fetch(new URL(`assets/search/${language}.json`, root), {
    cache: "no-cache",
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const columns = await answer.json();
  Object.assign(words, columns.words);
  return prepare(columns);
}

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

/** Text with the found letters in <mark>, as they are written. @type {(text: string, sought: Sought[]) => Node[]} */
export function mark(text, sought) {
  /** @type {Node[]} */
  const nodes = [];
  let done = 0;
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    const found = match(word, sought);
    if (!found) continue;
    const marked = document.createElement("mark");
    marked.textContent = word.slice(...found);
    nodes.push(new Text(text.slice(done, at + found[0])), marked);
    done = at + found[1];
  }
  return [...nodes, new Text(text.slice(done))];
}

/** What a visitor reads of a row. @type {(index: Index, row: number, sought: Sought[]) => View} */
export function view(index, row, sought) {
  const { columns, kinds, places } = index;
  const { id, label } = columns.kinds[kinds[row]];
  const name = nameOf(index, row);
  const near = places[row].map((place) => nameOf(index, place));
  const today = places[row].findIndex((place) => columns.kinds[kinds[place]].id === "commune");
  const shown = [
    ...other(index, "producer", columns.producers[row]),
    ...near.slice(Math.max(today, 0), id === "commune" ? 0 : Math.max(today, 0) + 1),
    ...sparse(columns.notes, row),
  ];
  // Where these do not tell why the row was found, what else does: a place of old, another name.
  const told = sought.filter((one) => holds([name, ...shown].join(" "), [one]));
  const open = sought.filter(([, , part]) => !told.some((one) => one[2] === part));
  const also = sparse(columns.also, row).flatMap((text) => text.split(" \u00b7 "));
  const why = [...near, ...also, ...other(index, "leaf", columns.leaves[row])];
  const reasons = why.filter((text) => holds(text, open)).slice(0, 2);
  const detail = [...shown, ...reasons].join(" \u00b7 ");
  return { name, kind: label, detail, href: address(index, row) };
}

/** The name of a row of another kind, counted from 1. @type {(index: Index, kind: string, place: number | undefined) => string[]} */
function other({ columns, starts }, kind, place) {
  const first = starts[columns.kinds.findIndex(({ id }) => id === kind)];
  return place ? [columns.names[first + place - 1]] : [];
}

/** @type {(text: string, sought: Sought[]) => boolean | undefined} */
const holds = (text, sought) => text.match(WORD)?.some((word) => match(word, sought));

/** @type {(column: [number[], string[]], row: number) => string[]} */
const sparse = ([rows, texts], row) => texts.filter((_, i) => rows[i] === row);

/** @type {(index: Index, row: number) => string} */
function nameOf({ columns, kinds }, row) {
  const name = columns.names[row];
  return "former" in columns.kinds[kinds[row]] ? say("former", { name }) : name;
}

/** As `address_of` in scripts/text/search_index.py. @type {(index: Index, row: number) => string} */
function address({ columns, kinds, names, heads, places }, row) {
  const { base, former } = columns.kinds[kinds[row]];
  const [told = ""] = sparse(columns.slugs, row);
  const near = places[row].slice(0, former ?? 0).map((place) => names[place].slice(heads[place]));
  const words = [names[row], ...near, former === undefined ? "" : "cu"].join(" ");
  const end = told && !told.startsWith("-") ? told : words.trim().replaceAll(" ", "-") + told;
  return new URL(`${columns.prefix}${base}${end}/`, root).href;
}
