/**
 * What places stand for, as in scripts/text/search_places.py, and who refers to a row.
 * @import { Index } from "./search-types"
 */
import { lines } from "./search-code.js";

const [MAKER, PLACE, LEAF] = [2, 3, 4];
const GROUPS = /** @type {Record<string, number>} */ ({ producer: MAKER, leaf: LEAF });

/** Take in the places of all rows from the first place on. @type {(index: Index) => void} */
export function relate(index) {
  const { first, kinds, users, meant } = index;
  const around = lines(first.around);
  index.place = kinds.length - around.length;
  const own = around.map((line) => line.map((number) => index.place + number - 1));
  /** @type {Map<number, number[]>} */
  const today = new Map();
  own.forEach((places, i) => {
    const { place, former } = first.kinds[kinds[index.place + i]];
    if (!place || former !== undefined) return;
    for (const row of places) today.set(row, [...(today.get(row) ?? []), index.place + i]);
  });
  own.forEach((places, i) => {
    const row = index.place + i;
    const { former } = first.kinds[kinds[row]];
    if (former === undefined) return;
    meant.set(row, [...((former && today.get(row)) || []), row, ...places]);
  });
  users.forEach((groups, i) => {
    const field = GROUPS[first.kinds[kinds[kinds.length - users.length + i]].id];
    if (field) groups.push([field, []]);
  });
  index.around = around.map((line, i) => {
    const row = index.place + i;
    const places = first.kinds[kinds[row]].place ? own[i] : expand(index, line);
    join(index, places, [row]);
    return places;
  });
}

/** All places that numbers stand for. @type {(index: Index, line: number[]) => number[]} */
const expand = ({ place, meant }, line) =>
  line.flatMap((number, i) => {
    const row = place + number - 1;
    if (!number) return [];
    return line[i - 1] === 0 ? row : (meant.get(row) ?? row);
  });

/** @type {(index: Index, places: number[], rows: number[]) => void} */
function join({ users, kinds }, places, rows) {
  const base = kinds.length - users.length;
  for (const place of places) users[place - base].push([PLACE, rows]);
}

/** The rows of a row's places, the nearest first. @type {(index: Index, row: number) => number[]} */
export function placesOf(index, row) {
  const { place, around, makers } = index;
  if (row >= place) return around[row - place];
  const near = index.near[row];
  return groupOf(index, near === 1 ? index.near[makers + index.producers[row] - 1] : near).places;
}

/** The places of a number, and the rows that are there. @type {(index: Index, near: number) => {places: number[], rows: number[]}} */
function groupOf(index, near) {
  let group = index.groups[near];
  if (!group) {
    const alone = near - 2 < index.around.length;
    const line = alone ? [near - 1] : index.lists[near - 2 - index.around.length];
    group = { places: near > 1 ? expand(index, line) : [], rows: [] };
    join(index, group.places, group.rows);
    index.groups[near] = group;
  }
  return group;
}

/** Take in what a row refers to. @type {(index: Index, row: number, maker: number, leaf: number, near: number) => void} */
export function refer(index, row, maker, leaf, near) {
  const { users, kinds, makers, leafs, place } = index;
  const base = kinds.length - users.length;
  if (row < base) {
    index.producers[row] = maker;
    index.leaves[row] = leaf;
    if (maker) users[makers + maker - 1 - base][0][1].push(row);
    if (leaf) users[leafs + leaf - 1 - base][0][1].push(row);
  }
  if (row >= place) return;
  index.near[row] = near;
  groupOf(index, near === 1 ? index.near[makers + maker - 1] : near).rows.push(row);
}
