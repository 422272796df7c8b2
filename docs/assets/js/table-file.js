/** Tables as files: comma-separated, with the mark at the start by which spreadsheets know UTF-8. */
import { make } from "./dom.js";

const MARK = "\ufeff";
// What a spreadsheet would take for a formula.
const FORMULA = /^[=+\-@\t\r]/;

/** @type {(cell: string) => string} */
function field(cell) {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @type {(rows: string[][]) => string} */
export const toCsv = (rows) => MARK + rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

/** @type {(name: string, rows: string[][]) => void} */
export function download(name, rows) {
  const href = URL.createObjectURL(new Blob([toCsv(rows)], { type: "text/csv" }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** What a reader of a cell reads, on one line. @type {(node: Node) => string} */
export function textOf(node) {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches("[hidden], [data-word], [data-left]")) return "";
  const inside = [...node.childNodes].map(textOf).join("");
  return node.matches("p, br, small, div, li, .d") ? ` ${inside} ` : inside;
}

/** @type {(node?: Node) => string} */
export const lineOf = (node) => (node ? textOf(node).replace(/\s+/g, " ").trim() : "");
