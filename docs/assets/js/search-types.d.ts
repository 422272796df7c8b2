/** Shapes of the search; see scripts/text/search_index.py. Read by the type checker only. */

/** Rows, and a text for each of them. */
export type Sparse = [rows: number[], texts: string[]];

export interface Kind {
  id: string;
  label: string;
  count: number;
  base?: string;
  place?: 1;
  former?: number;
  called?: 1;
}

export interface Columns {
  version: 1;
  prefix: string;
  past: string;
  words: Record<string, string>;
  kinds: Kind[];
  names: string[];
  also: Sparse;
  numbers: Sparse;
  notes: Sparse;
  slugs: Sparse;
  producers: number[];
  leaves: number[];
  sets: number[][];
  near: number[];
  synonyms: string[][];
}

/** All lines, one after the other, folded and marked alike. */
export interface Text {
  /** The row of each line: first the names, then the other words. */
  rows: number[];
  /** Where each folded word stands: line, place, line, place… */
  words: Map<string, number[]>;
  bare: string;
  marked: string;
}

/** A phrase, those that stand for it, and the kind that it names, or -1. */
export interface Meaning {
  phrase: string;
  set: string[];
  kind: number;
}

export interface Index {
  columns: Columns;
  /** Folded. */
  names: string[];
  /** How many letters of a place's name are its type. */
  heads: number[];
  kinds: number[];
  /** The first row of each kind. */
  starts: number[];
  /** The rows as equal ones are shown, and the place of each among them. */
  ranked: Uint32Array;
  order: Uint32Array;
  text: Text;
  /** For each row, those that refer to it: row * 8 + field. */
  users: number[][];
  /** The rows of each row's places, the nearest first. */
  places: number[][];
  /** 1 where the row has a page. */
  shown: Uint8Array;
  phrases: Map<string, Meaning[]>;
  /** Words in the longest phrase. */
  longest: number;
}

/** One way to say a part of a query. */
export interface Way {
  words: string[];
  wording: number;
  plain: boolean;
  open: boolean;
  kind: number;
}

export type Stage = "exact" | "inside" | "typo" | "part";

export interface Result {
  rows: number[];
  stage: Stage;
  said: Way[][];
}

/** What each row costs; 0 where it is not found. */
export type Costs = Uint32Array;

export type Search = (index: Index, said: Way[][]) => [costs: Costs, understood: Way[][]];

/** What a visitor reads of a row. */
export interface View {
  name: string;
  kind: string;
  detail: string;
  href: string;
}

/** A word to mark; `how`: 0 whole words, 1 also longer ones, 2 anywhere; `part` of the query. */
export type Sought = [word: string, how: number, part: number];
