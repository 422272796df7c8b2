/**
 * The search data: fetched once, the shards of a large catalogue behind the first file.
 * @import { Block, First, Index, Shard } from "./search-types"
 */
import { add, addNumbers, numberIn, prepare, VERSION } from "./search-prepare.js";

export const root = new URL("../../", import.meta.url);
export const language = document.documentElement.lang === "en" ? "en" : "vi";
// So long what has arrived is gathered before it is told.
const GATHER = 100;
/** Of the page, and once they are there of the data. @type {Record<string, string>} */
const words = JSON.parse(document.getElementById("words")?.textContent || "{}");
/** @type {Promise<Index> | undefined} */
let index;
/** @type {Promise<void> | undefined} */
let numbering;
/** @type {AbortController | undefined} */
let asking;
/** @type {Set<() => void>} */
const followers = new Set();
let timer = 0;

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
  const first = /** @type {First} */ (await get(`${language}.json`, { cache: "no-cache" }));
  Object.assign(words, first.say);
  return prepare(first);
}

/** The index with all that a query needs: trade item numbers come when one is typed. @type {(query: string) => Promise<Index>} */
export async function openFor(query) {
  const index = await open();
  const { numbers } = index.first;
  if (numbers && !index.numbers && numberIn(query)) await openNumbers(index, numbers);
  return index;
}

/** Whoever asks while they are on their way waits for the same. @type {(index: Index, file: string) => Promise<void>} */
function openNumbers(index, file) {
  numbering ??= get(file, {})
    .then((content) => addNumbers(index, /** @type {{numbers: string}} */ (content)))
    .finally(() => {
      numbering = undefined;
    });
  return numbering;
}

/** What to tell of a failure: only loading the page anew brings a script that reads newer data. @type {(error: Error) => string} */
export const reason = ({ cause }) => say(cause === VERSION ? "search.newer" : "search.failed");

/** @type {(file: string, options: RequestInit) => Promise<unknown>} */
async function get(file, options) {
  const answer = await fetch(new URL(`assets/search/${file}`, root), options);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const content = await answer.json();
  if (content.version !== VERSION) throw new Error(content.version, { cause: VERSION });
  return content;
}

/** Fetch what is missing and tell of it, until the returned function is called. @type {(tell: () => void) => () => void} */
export function follow(tell) {
  followers.add(tell);
  complete();
  return () => {
    followers.delete(tell);
    if (followers.size) return;
    asking?.abort();
    asking = undefined;
  };
}

/** Fetch the missing shards, those that failed too. */
export async function complete() {
  const index = await open().catch(() => undefined);
  if (!index?.missing.length || asking || !followers.size) return;
  const mine = new AbortController();
  asking = mine;
  index.failed = false;
  const parts = [...index.missing].map((shard) => fill(index, shard, mine.signal));
  const done = await Promise.allSettled(parts);
  if (mine.signal.aborted) return;
  asking = undefined;
  index.failed = done.some(({ status }) => status === "rejected");
  tellAll();
}

/** @type {(index: Index, shard: Shard, signal: AbortSignal) => Promise<void>} */
async function fill(index, shard, signal) {
  const block = /** @type {Block} */ (await get(shard.file, { signal }));
  if (signal.aborted) return;
  add(index, { ...block, count: shard.count }, shard.at);
  index.missing.splice(index.missing.indexOf(shard), 1);
  tellAll();
}

function tellAll() {
  if (timer) return;
  timer = setTimeout(() => {
    timer = 0;
    for (const tell of followers) tell();
  }, GATHER);
}
