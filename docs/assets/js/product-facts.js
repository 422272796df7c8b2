/**
 * What a product's own page says, read from it: nothing else has to be published for this. Rows
 * are known by their labels, which are the same on all pages of a language.
 */
import { page } from "./dom.js";
import { isId } from "./list-store.js";
import { root } from "./words.js";

/** Why there is nothing to show. @typedef {"failed" | "gone" | "withdrawn"} Lack */
/**
 * @typedef {object} Facts
 * @property {string} id the record's id of today
 * @property {string} name
 * @property {string} href
 * @property {Lack} [lack]
 * @property {Element} [plate] the first picture
 * @property {HTMLElement} [state] with the dates of validity.js, .rank and .val
 * @property {Map<string, Element>} rows the cell of each label
 * @property {string} [leaf]
 * @property {string[]} missing the labels of what no source says, in small letters
 */

const AT_ONCE = 6;
const MOST_MOVES = 5;
/** @type {Map<string, Promise<Facts>>} */
const known = new Map();
/** @type {Promise<Record<string, string>> | undefined} */
let moved;
let running = 0;
/** @type {(() => void)[]} */
const waiting = [];

/** Asked once for each id; what failed is asked for again. @type {(id: string, name: string) => Promise<Facts>} */
export function read(id, name) {
  const asked = known.get(id) ?? inTurn(() => ask(id, name, MOST_MOVES));
  known.set(id, asked);
  asked.then(({ lack }) => lack === "failed" && known.delete(id));
  return asked;
}

/** @type {(ask: () => Promise<Facts>) => Promise<Facts>} */
async function inTurn(ask) {
  if (running >= AT_ONCE) await new Promise((go) => waiting.push(() => go(undefined)));
  running++;
  try {
    return await ask();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** @type {(id: string, name: string, moves: number) => Promise<Facts>} */
async function ask(id, name, moves) {
  const href = page(`/san-pham/${id}/`).href;
  /** @type {(lack: Lack) => Facts} */
  const nothing = (lack) => ({ id, name, href, lack, rows: new Map(), missing: [] });
  try {
    const answer = await fetch(href);
    const found = answer.ok ? parse(await answer.text(), answer.url) : undefined;
    if (found) return found;
    if (!answer.ok && answer.status !== 404 && answer.status !== 410) return nothing("failed");
    const next = moves && (await onward(id));
    return next ? await ask(next, name, moves - 1) : nothing("gone");
  } catch {
    return nothing("failed");
  }
}

/** The id that a record of old has now. @type {(id: string) => Promise<string | undefined>} */
async function onward(id) {
  moved ??= fetch(new URL("assets/redirects.json", root)).then((answer) => answer.json());
  const to = await moved.then(
    (led) => led[`/san-pham/${id}/`],
    (error) => {
      moved = undefined;
      throw error;
    },
  );
  const next = to?.match(/^\/san-pham\/([^/]+)\/$/)?.[1];
  return isId(next) ? next : undefined;
}

/** Nothing where it is not the page of a product. @type {(html: string, href: string) => Facts | undefined} */
function parse(html, href) {
  const seen = new DOMParser().parseFromString(html, "text/html");
  const product = seen.querySelector(".prod");
  const name = product?.querySelector("h1")?.textContent?.trim();
  const id = new URL(href).pathname.split("/").at(-2);
  if (!product || !name || !isId(id)) return;
  const state = /** @type {HTMLElement | null} */ (product.querySelector(".state[data-validity]"));
  const crumb = seen.querySelector(".crumb li:last-child a");
  return {
    id,
    name,
    href,
    lack: state ? undefined : "withdrawn",
    plate: adopt(product.querySelector(".plate"), href),
    state: adopt(state, href),
    leaf: seen.querySelectorAll(".crumb li").length > 1 ? crumb?.textContent?.trim() : undefined,
    rows: rowsOf(seen, href),
    missing: missingIn(seen),
  };
}

/** @type {(seen: Document, href: string) => Map<string, Element>} */
function rowsOf(seen, href) {
  /** @type {Map<string, Element>} */
  const rows = new Map();
  for (const row of seen.querySelectorAll("dl[data-facts] > div, table[data-facts] tr")) {
    const label = row.querySelector("dt, th")?.textContent?.trim();
    const cell = adopt(row.querySelector("dd, td"), href);
    if (label && cell) rows.set(label, cell);
  }
  return rows;
}

/** @type {(seen: Document) => string[]} */
function missingIn(seen) {
  const line = seen.querySelector("[data-missing]");
  for (const part of line?.querySelectorAll("b, a") ?? []) part.remove();
  const text = line?.textContent?.trim().replace(/\.$/, "");
  return text ? text.split(", ") : [];
}

/**
 * A copy for this page: links lead where they led from there, notes of sources stay behind.
 * @template {Element} T
 * @param {T | null} from
 * @param {string} href
 */
function adopt(from, href) {
  if (!from) return;
  // Still in the document that was read, where no picture is asked for.
  const copy = /** @type {T} */ (from.cloneNode(true));
  for (const note of copy.querySelectorAll(".ref")) note.remove();
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    part.removeAttribute("id");
    for (const name of ["href", "src"]) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, new URL(value, href).href);
    }
    const set = part.getAttribute("srcset");
    if (set)
      part.setAttribute(
        "srcset",
        set.replace(/[^\s,]+(?=\s\d)/g, (url) => new URL(url, href).href),
      );
  }
  for (const image of copy.querySelectorAll("img")) {
    image.loading = "lazy";
    image.removeAttribute("fetchpriority");
    // The name stands beside it.
    image.alt = "";
  }
  return document.adoptNode(copy);
}

/** A copy of a small picture. @type {(facts: Facts, sizes: string) => Node[]} */
export function picture({ plate }, sizes) {
  if (!plate) return [];
  const copy = /** @type {Element} */ (plate.cloneNode(true));
  for (const part of copy.querySelectorAll("[sizes]")) part.setAttribute("sizes", sizes);
  return [copy];
}

/** A copy of the rank, or of the days of validity, for validity.js. @type {(facts: Facts, part: string) => HTMLElement[]} */
export function standing({ state }, part) {
  const found = state?.querySelector(part);
  if (!state || !found) return [];
  const copy = /** @type {HTMLElement} */ (state.cloneNode(false));
  copy.append(found.cloneNode(true));
  return [copy];
}
