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

/** Texts of many rows as one, folded and marked alike, each after a line break and a space. */
export interface Text {
  field: number;
  rows: number[];
  starts: number[];
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
  kinds: number[];
  /** The first row of each kind. */
  starts: number[];
  /** The place of each row among equals. */
  order: Uint32Array;
  texts: Text[];
  /** For each row, those that refer to it: row * 8 + field. */
  users: number[][];
  words: Set<string>;
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

/** A word to mark; `how`: 0 whole words, 1 also longer ones, 2 anywhere. */
export type Sought = [word: string, how: number];
