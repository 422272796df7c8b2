/**
 * My list, and what is chosen to be compared: in the memory of this browser and nowhere else.
 * Every change is told to this page (follow) and, by the browser, to the others that are open.
 */
import { root } from "./words.js";

/** @typedef {{id: string, name: string, note: string}} Item */
/** @typedef {{id: string, name: string}} Choice */
/** Why something was not saved. @typedef {"full" | "refused" | "many"} Refusal */

export const MOST = 200;
export const MOST_COMPARED = 4;
export const LONGEST_NOTE = 500;
const DAY = 864e5;
const ID = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;
// Two sites of one host, each in its folder, have a list each.
const LIST = `${root.pathname}danh-sach`;
const CHOICE = `${root.pathname}so-sanh`;
/** @type {Set<() => void>} */
const followers = new Set();

/** @returns {text is string} */
export const isId = (/** @type {unknown} */ text) => typeof text === "string" && ID.test(text);

/** Call it at each change, until the returned function is called. @type {(tell: () => void) => () => boolean} */
export function follow(tell) {
  followers.add(tell);
  return () => followers.delete(tell);
}

addEventListener("storage", ({ key }) => {
  if (key === LIST || key === CHOICE || key === null) tellAll();
});

function tellAll() {
  for (const tell of followers) tell();
}

/** What is kept; nothing where that cannot be read. @type {(key: string) => unknown} */
function load(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** @type {(key: string, value: unknown) => Refusal | undefined} */
function save(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (error) {
    const full = error instanceof DOMException && /quota/i.test(error.name);
    // A window that keeps nothing at all has a memory of no size.
    return full && localStorage.length ? "full" : "refused";
  }
  tellAll();
}

/** @type {(kept: unknown) => Item[]} */
function tidy(kept) {
  /** @type {Map<string, Item>} */
  const items = new Map();
  for (const { id, name, note } of Array.isArray(kept) ? kept.filter(Boolean) : [])
    if (isId(id) && !items.has(id))
      items.set(id, { id, name: `${name ?? id}`, note: note ? `${note}` : "" });
  return [...items.values()].slice(0, MOST);
}

/** My list in my order. */
export const items = () => tidy(/** @type {{items?: unknown} | null} */ (load(LIST))?.items);

/** @type {(items: Item[]) => Refusal | undefined} */
export const setItems = (items) => (items.length > MOST ? "many" : save(LIST, { items }));

/** Those that are not there yet, at the end. @type {(added: Item[]) => Refusal | undefined} */
export function add(added) {
  const mine = items();
  const known = new Set(mine.map(({ id }) => id));
  return setItems([...mine, ...added.filter(({ id }) => !known.has(id))]);
}

/** @type {(id: string) => Refusal | undefined} */
export const remove = (id) => setItems(items().filter((item) => item.id !== id));

/** @type {(id: string, note: string) => Refusal | undefined} */
export const setNote = (id, note) =>
  setItems(
    items().map((item) => (item.id === id ? { ...item, note: note.slice(0, LONGEST_NOTE) } : item)),
  );

/** By so many places down, or up where it is less than 0. @type {(id: string, by: number) => Refusal | undefined} */
export function move(id, by) {
  const mine = items();
  const from = mine.findIndex((item) => item.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= mine.length) return;
  mine.splice(to, 0, ...mine.splice(from, 1));
  return setItems(mine);
}

/** The record has another id or name now: notes of both stay. @type {(old: string, id: string, name: string) => Refusal | undefined} */
export function rename(old, id, name) {
  const mine = items();
  const item = mine.find((each) => each.id === old);
  if (!item || (old === id && item.name === name)) return;
  const twin = old === id ? undefined : mine.find((each) => each.id === id);
  const note = [twin?.note, item.note].filter(Boolean).join("; ").slice(0, LONGEST_NOTE);
  return setItems(
    mine.filter((each) => each !== twin).map((each) => (each === item ? { id, name, note } : each)),
  );
}

/** What is chosen to be compared, today or yesterday: who comes later has other questions. @type {() => Choice[]} */
export function choices() {
  const kept = /** @type {{at?: number, items?: unknown} | null} */ (load(CHOICE));
  if (!kept || Date.now() - (kept.at ?? 0) > DAY) return [];
  return tidy(kept.items).slice(0, MOST_COMPARED);
}

/** @type {(chosen: Choice[]) => Refusal | undefined} */
export function choose(chosen) {
  if (chosen.length > MOST_COMPARED) return "many";
  const items = chosen.map(({ id, name }) => ({ id, name }));
  return save(CHOICE, { at: Date.now(), items });
}
