/**
 * The table of a comparison: a column for each product, rows level, differences marked.
 * @import { Facts } from "./product-facts.js"
 */
import { button, make, vietnamese } from "./dom.js";
import { picture, standing } from "./product-facts.js";
import { labelsOf } from "./product-rows.js";
import { run } from "./validity.js";
import { say } from "./words.js";

/** @typedef {{label: string, cells: (Node[] | undefined)[], differs: boolean}} Line */
const SIZES = "(min-width: 640px) 14rem, 140px";

/** @type {(all: Facts[], takeOut: (facts: Facts) => void) => {table: HTMLTableElement, same: number, differ: number}} */
export function tableFor(all, takeOut) {
  const table = make("table", {}, make("thead", {}, head(all, takeOut)));
  const body = make("tbody", {});
  table.append(body);
  const rows = linesOf(all).map(({ label, cells }) => {
    const row = make("tr", {}, make("th", { scope: "row" }, label));
    row.append(...cells.map((cell) => make("td", {}, ...(cell ?? [unknown()]))));
    body.append(row);
    return row;
  });
  // Only now are stars and words of validity those of today.
  run(table);
  const differ = rows.filter((row) => told(row, all)).length;
  return { table, differ, same: rows.length - differ };
}

/** @type {(all: Facts[], takeOut: (facts: Facts) => void) => HTMLElement} */
function head(all, takeOut) {
  const cells = all.map((facts) => {
    const out = button(say("compare.remove"), "", () => takeOut(facts), "rm");
    out.append(make("span", { class: "vh" }, vietnamese(facts.name)));
    const link = make("a", { href: facts.href }, vietnamese(facts.name));
    const plate = facts.plate ? picture(facts, SIZES) : [make("div", { class: "plate" })];
    const lack = facts.lack ? [make("p", { class: "small soft" }, say(`list.${facts.lack}`))] : [];
    return make("th", { scope: "col" }, ...plate, link, ...lack, out);
  });
  return make(
    "tr",
    {},
    make("td", {}, make("span", { class: "vh" }, say("compare.row"))),
    ...cells,
  );
}

/** @type {(all: Facts[]) => {label: string, cells: (Node[] | undefined)[]}[]} */
function linesOf(all) {
  /** @type {(label: string, cells: Node[][]) => {label: string, cells: (Node[] | undefined)[]}} */
  const line = (label, cells) => ({
    label,
    cells: cells.map((cell) => (cell.length ? cell : undefined)),
  });
  const lines = [
    line(
      say("compare.rank"),
      all.map((facts) => standing(facts, ".rank")),
    ),
    line(
      say("compare.validity"),
      all.map((facts) => standing(facts, ".val")),
    ),
    ...labelsOf(all).map((label) =>
      line(
        label,
        all.map(({ rows }) => copied(rows.get(label))),
      ),
    ),
    line(
      say("compare.leaf"),
      all.map(({ leaf }) => (leaf ? [document.createTextNode(leaf)] : [])),
    ),
  ];
  return lines.filter(({ cells }) => cells.some(Boolean));
}

/** @type {(cell?: Element) => Node[]} */
const copied = (cell) => [...(cell?.cloneNode(true).childNodes ?? [])];

const unknown = () => make("span", { class: "na" }, say("compare.none"));

/** Marks a row in which the products differ, and says whether it does. @type {(row: HTMLTableRowElement, all: Facts[]) => boolean} */
function told(row, all) {
  // Of what could not be read nothing is known.
  const cells = [...row.cells].slice(1).filter((_, i) => all[i].lack !== "failed");
  const differs = new Set(cells.map(visible)).size > 1;
  row.classList.toggle("df", differs);
  if (differs)
    row.cells[0].prepend(
      make("b", { "aria-hidden": "true" }, "≠ "),
      make("span", { class: "vh" }, `${say("compare.differs")}: `),
    );
  return differs;
}

/** What is to be read in a cell today. @type {(node: Node) => string} */
function visible(node) {
  if (node instanceof Text) return node.data.replace(/\s+/g, " ");
  if (!(node instanceof Element) || node.hasAttribute("hidden")) return "";
  return [...node.childNodes].map(visible).join(" ").replace(/\s+/g, " ").trim();
}

/** What no source says of any of them, in one line. @type {(all: Facts[]) => string[]} */
export function unknownOf(all) {
  const read = all.filter(({ lack }) => !lack);
  const [first, ...others] = read.map(({ missing }) => missing);
  return (first ?? []).filter((label) => others.every((missing) => missing.includes(label)));
}
