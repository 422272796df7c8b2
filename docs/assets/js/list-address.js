/**
 * A list in the part of an address that no server is sent:
 * #sp=<id>.<id>…&c1=<note of the first>…
 */
import { isId, LONGEST_NOTE, MOST } from "./list-store.js";

/** @typedef {import("./list-store.js").Item} Item */

/** @type {(items: Item[], notes: boolean) => string} */
export function write(items, notes) {
  const said = new URLSearchParams();
  items.forEach(({ note }, i) => {
    if (notes && note) said.set(`c${i + 1}`, note);
  });
  const ids = items.map(({ id }) => id).join(".");
  return [`#sp=${ids}`, `${said}`].filter(Boolean).join("&");
}

/** Nothing where the address holds no list. @type {(hash: string) => Item[] | undefined} */
export function read(hash) {
  const said = new URLSearchParams(hash.slice(1));
  const ids = said.get("sp")?.split(".");
  // An id twice, or what is none, is passed over; notes stay with the place they were given.
  return ids
    ?.map((id, i) => ({ id, name: id, note: (said.get(`c${i + 1}`) ?? "").slice(0, LONGEST_NOTE) }))
    .filter(({ id }, i) => isId(id) && ids.indexOf(id) === i)
    .slice(0, MOST);
}
