/**
 * Lighthouse as on a phone, several times for each address, in one Chromium; a line of JSON for
 * each address: the medians of what is measured, and which audits failed.
 *   node lighthouse.js RUNS ADDRESS…
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const MEASURES = ["first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift"];
const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const [runs, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "silent" });
const options = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "silent" };

for (const address of addresses) {
  const results = [];
  for (let run = 0; run < Number(runs); run++)
    results.push((await lighthouse(address, options)).lhr);
  const scores = CATEGORIES.map((one) => [one, middle(results.map((lhr) => lhr.categories[one].score))]);
  const measured = MEASURES.map((one) => [one, middle(results.map((lhr) => lhr.audits[one].numericValue))]);
  const weighed = results[0].categories;
  const failed = CATEGORIES.slice(1).flatMap((one) =>
    weighed[one].auditRefs
      .filter(({ id, weight }) => weight > 0 && results[0].audits[id].score === 0)
      .map(({ id }) => id),
  );
  const line = { address, ...Object.fromEntries([...scores, ...measured]), failed };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
chrome.kill();
