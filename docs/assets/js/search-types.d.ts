/** Shapes of the search; see scripts/text/search_file.py. Read by the type checker only. */

export interface Kind {
  id: string;
  label: string;
  count: number;
  base?: string;
  place?: 1;
  former?: number;
  called?: 1;
}

/** Rows side by side; or the file that holds them. */
export interface Block {
  count: number;
  file?: string;
  words?: string;
  names?: string;
  also?: string;
  notes?: string;
  slugs?: string;
  near?: string;
  producers?: string;
  leaves?: string;
}

export interface First {
  version: number;
  prefix: string;
  past: string;
  say: Record<string, string>;
  kinds: Kind[];
  words: string;
  synonyms: string;
  around: string;
  lists: string;
  numbers?: string;
  blocks: Block[];
}

/** A block that is not there yet, and its first row. */
export interface Shard {
  file: string;
  count: number;
  at: number;
}

/** A phrase, those that stand for it, and the kind that it names, or -1. */
export interface Meaning {
  phrase: string;
  set: string[];
  kind: number;
}

export interface Index {
  first: First;
  /** The kind of each row, and the first row of each kind. */
  kinds: Uint8Array;
  starts: number[];
  /** Whether the rows of a kind have a page. */
  shown: boolean[];
  /** Words as they are written, and the numbers of the folded words in each. */
  words: string[];
  spelled: number[][];
  /** The words of the first file: so many, and at their end those for what is former. */
  shared: number;
  past: number[];
  /** Folded words by number from 1, with their marks and without; the numbers of both. */
  marked: string[];
  bare: string[];
  ids: Map<string, number>;
  alike: Map<string, number[]>;
  /** Where in the text each folded word stands. */
  places: number[][];
  /** All lines of folded words, 0 behind each; at each place row * 2 + 1 for other words. */
  text: number[];
  rows: number[];
  /** Of each row that has arrived: words of the name; where it begins in the text, its number of
   * folded words, how many of these are the type of a place, and its length in letters. */
  names: number[][];
  begins: Uint32Array;
  sizes: Uint16Array;
  heads: Uint8Array;
  lengths: Uint16Array;
  /** By number: places of a row before the first place, its maker, its leaf. */
  near: Uint32Array;
  producers: Uint32Array;
  leaves: Uint32Array;
  /** The rows of the first maker, leaf and place. */
  makers: number;
  leafs: number;
  place: number;
  /** The places of each row from the first place on, and lists of places of others. */
  around: number[][];
  lists: number[][];
  /** What a former place stands for. */
  meant: Map<number, number[]>;
  /** Places, and the last of the rows that are there; by number of places, and by place. */
  groups: { places: number[]; last: number }[];
  known: number[];
  joined: number[][];
  /** Chains of rows, counted from 1: from the last one to the one before. */
  makerLast: Uint32Array;
  makerNext: Uint32Array;
  leafLast: Uint32Array;
  leafNext: Uint32Array;
  nearNext: Uint32Array;
  also: Map<number, number[]>;
  notes: Map<number, number[]>;
  slugs: Map<number, string>;
  /** Rows by trade item number, once these are there. */
  numbers?: Map<string, number[]>;
  /** The place of each row among equals, and the rows by place; whether they are up to date. */
  order: Uint32Array;
  ranked: Uint32Array;
  arranged: boolean;
  missing: Shard[];
  /** Whether some of what is missing could not be loaded. */
  failed: boolean;
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
  rows: number[] | Uint32Array;
  stage: Stage;
  said: Way[][];
}

/** What each row costs; 0 where it is not found. */
export type Costs = Uint32Array;

export type Search = (index: Index, said: Way[][]) => [costs: Costs, understood: Way[][]];

/** What a visitor reads of a row. */
export interface View {
  name: string;
  title: (Node | string)[];
  kind: string;
  detail: (Node | string)[];
  href: string;
}

/** A text, and the Vietnamese part of it on a page of another language. */
export interface Said {
  text: string;
  name: string;
}

/** A word to mark; `how`: 0 whole words, 1 also longer ones, 2 anywhere; `part` of the query. */
export type Sought = [word: string, how: number, part: number];
