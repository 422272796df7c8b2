/**
 * Products as rows of a table file or lines of a text. Both may be read on any later day, so they
 * hold days, never whether a certificate holds.
 * @import { Facts } from "./product-facts.js"
 */
import { lineOf } from "./table-file.js";
import { say } from "./words.js";

/** @typedef {{facts: Facts, note: string}} Kept */

/** The stars as they hold for any day. @type {(facts: Facts) => string} */
export const rankOf = ({ state }) =>
  lineOf(state?.querySelector("[data-stars-plain]") ?? state?.querySelector(".rank") ?? undefined);

/** @type {(facts: Facts) => string} */
export const datesOf = ({ state }) => lineOf(state?.querySelector(".val") ?? undefined);

/** The labels of all, each behind the one that it follows on a page. @type {(all: Facts[]) => string[]} */
export function labelsOf(all) {
  /** @type {string[]} */
  const labels = [];
  for (const { rows } of all) {
    let at = 0;
    for (const label of rows.keys()) {
      const found = labels.indexOf(label);
      if (found < 0) labels.splice(at, 0, label);
      at = (found < 0 ? at : found) + 1;
    }
  }
  return labels;
}

/** Days as validity.js has them; empty where several certificates may be the latest. @type {[word: string, name: string][]} */
const DAYS = [
  ["table.stars", "stars"],
  ["table.from", "startFirst"],
  ["table.to", "startLast"],
  ["table.until", "endFirst"],
  ["table.untillast", "endLast"],
  ["table.revoked", "revoked"],
];

/** @type {(kept: Kept[]) => string[][]} */
export function tableOf(kept) {
  const labels = labelsOf(kept.map(({ facts }) => facts));
  const head = [
    say("table.number"),
    say("compare.name"),
    say("compare.rank"),
    say("compare.validity"),
    ...DAYS.map(([word]) => say(word)),
    say("compare.leaf"),
    ...labels,
    say("list.note"),
    say("compare.page"),
  ];
  const rows = kept.map(({ facts, note }, i) => [
    `${i + 1}`,
    facts.name,
    rankOf(facts),
    datesOf(facts),
    ...DAYS.map(([, name]) => facts.state?.dataset[name] ?? ""),
    facts.leaf ?? "",
    ...labels.map((label) => lineOf(facts.rows.get(label))),
    note,
    facts.href,
  ]);
  return [head, ...rows];
}

/** To be sent: a few lines for each product. @type {(kept: Kept[]) => string} */
export function textFor(kept) {
  const parts = kept.map(({ facts, note }, i) => {
    const said = [rankOf(facts), datesOf(facts)].filter(Boolean).join(". ");
    const [maker, place] = [...facts.rows.values()].map((cell) => lineOf(cell));
    const by = [maker, place].filter(Boolean).join(" · ");
    const noted = note && say("share.noted", { note });
    return [`${i + 1}. ${facts.name}`, said, by, noted, facts.href].filter(Boolean).join("\n   ");
  });
  return [say("share.head", { n: kept.length }), ...parts].join("\n\n");
}
