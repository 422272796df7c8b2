/**
 * What places stand for, as in scripts/text/search_places.py, and who refers to a row.
 * @import { Index } from "./search-types"
 */
import { lines } from "./search-code.js";

/** Take in the places of all rows from the first place on. @type {(index: Index) => void} */
export function relate(index) {
  const { first, kinds, meant } = index;
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
  index.around = around.map((line, i) => {
    const row = index.place + i;
    return first.kinds[kinds[row]].place ? own[i] : expand(index, line);
  });
  index.around.forEach((places, i) => {
    if (places.length) linkTo(index, groupFor(index, places), index.place + i);
  });
}

/** All places that numbers stand for. @type {(index: Index, line: number[]) => number[]} */
const expand = ({ place, meant }, line) =>
  line.flatMap((number, i) => {
    const row = place + number - 1;
    if (!number) return [];
    return line[i - 1] === 0 ? row : (meant.get(row) ?? row);
  });

/** A new group of rows, found by the words of places. @type {(index: Index, places: number[]) => number} */
function groupFor({ groups, joined, place }, places) {
  const group = groups.push({ places, last: 0 }) - 1;
  for (const row of places) {
    joined[row - place] ??= [];
    joined[row - place].push(group);
  }
  return group;
}

/** @type {(index: Index, group: number, row: number) => void} */
function linkTo({ groups, nearNext }, group, row) {
  nearNext[row] = groups[group].last;
  groups[group].last = row + 1;
}

/** The rows of a row's places, the nearest first. @type {(index: Index, row: number) => number[]} */
export function placesOf(index, row) {
  const { place, around, makers, groups, near, producers } = index;
  if (row >= place) return around[row - place];
  const own = near[row] === 1 ? near[makers + producers[row] - 1] : near[row];
  return own ? groups[groupOf(index, own)].places : [];
}

/** The group of a number of places. @type {(index: Index, near: number) => number} */
function groupOf(index, near) {
  const { around, lists, known } = index;
  if (known[near] === undefined) {
    const list = near - 2 - around.length;
    known[near] = groupFor(index, expand(index, list < 0 ? [near - 1] : lists[list]));
  }
  return known[near];
}

/**
 * Take in what a row refers to. Who refers to the same is a chain: from the last one, counted from
 * 1, to the one before it.
 * @type {(index: Index, row: number, maker: number, leaf: number, near: number) => void}
 */
export function refer(index, row, maker, leaf, near) {
  const { makers, leafs, place, producers, leaves } = index;
  if (row < makers) {
    producers[row] = maker;
    leaves[row] = leaf;
    if (maker) chain(index.makerLast, index.makerNext, makers + maker - 1, row);
    if (leaf) chain(index.leafLast, index.leafNext, leafs + leaf - 1, row);
  }
  if (row >= place) return;
  index.near[row] = near;
  const own = near === 1 ? index.near[makers + maker - 1] : near;
  if (own) linkTo(index, groupOf(index, own), row);
}

/** @type {(last: Uint32Array, next: Uint32Array, to: number, row: number) => void} */
function chain(last, next, to, row) {
  next[row] = last[to];
  last[to] = row + 1;
}
