/**
 * Search fields: [data-search] holds a form with input[name=q]. Everything they need is loaded at
 * the first touch. A page with [data-search-results] and a query ?q= shows what it finds.
 */

/** @type {NodeListOf<HTMLElement>} */
const boxes = document.querySelectorAll("[data-search]");
/** @type {HTMLElement | null} */
const results = document.querySelector("[data-search-results]");
const query = new URLSearchParams(location.search).get("q")?.trim();
let started = false;

/** All at once: what one module imports is already on its way. */
async function start() {
  if (started) return;
  started = true;
  const box = import("./search-box.js");
  import("./search-data.js").then(({ open }) => open().catch(() => {}));
  import("./search-code.js");
  import("./search-places.js");
  import("./search-prepare.js");
  import("./search-query.js");
  import("./search-rank.js");
  import("./search-view.js");
  import("./fold.js");
  const { enhance } = await box;
  boxes.forEach(enhance);
}

for (const box of boxes) {
  for (const touch of ["focusin", "pointerdown", "input"]) box.addEventListener(touch, start);
  const input = box.querySelector("input");
  if (input && (input.value || input === document.activeElement)) start();
}
if (results && query) import("./catalogue.js").then(({ show }) => show(results, query));
