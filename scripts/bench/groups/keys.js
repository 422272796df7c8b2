/**
 * From a keystroke to the painted list, in the page itself: `ours` types into the page's own search
 * field, `bare` looks through the same names with indexOf and paints a list as long.
 */
(() => {
  const MOST = 8;
  const GIVEN_UP = 20000;

  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now());
        channel.port2.postMessage(0);
      });
    });

  const changed = (list) =>
    new Promise((done, fail) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        done();
      });
      observer.observe(list, { childList: true });
      setTimeout(() => fail(new Error("the list did not change")), GIVEN_UP);
    });

  const prefixes = (query) => [...query].map((_, i) => query.slice(0, i + 1));

  async function ours(query) {
    const box = document.querySelector("main [data-search]");
    const input = box.querySelector("input");
    const list = box.querySelector(".hits");
    const times = [];
    for (const typed of prefixes(query)) {
      const change = changed(list);
      const began = performance.now();
      input.value = typed;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await change;
      times.push((await painted()) - began);
    }
    return times;
  }

  const fold = (text) =>
    text.toLowerCase().replace(/\u0111/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  /** All names, as scripts/text/search_file.py says that they are written. */
  async function texts(addresses) {
    const { lines, words } = await import("/assets/js/search-code.js");
    const files = await Promise.all(addresses.map(async (one) => (await fetch(one)).json()));
    const first = files.find(({ blocks }) => blocks);
    const shared = words(first.words);
    const parts = files.flatMap((file) => (file === first ? first.blocks : file));
    return parts.flatMap((part) => {
      const known = [...shared, ...words(part.words)];
      return lines(part.names).map((line) => line.map((word) => known[word]).join(" "));
    });
  }

  async function bare(query, addresses) {
    const names = await texts(addresses);
    const folded = names.map(fold);
    const list = document.createElement("ul");
    list.className = "hits";
    document.querySelector("main").prepend(list);
    const times = [];
    const loops = [];
    for (const typed of prefixes(query)) {
      const began = performance.now();
      const rows = [];
      for (let i = 0; i < folded.length; i++) if (folded[i].indexOf(typed) >= 0) rows.push(i);
      loops.push(performance.now() - began);
      const items = rows.slice(0, MOST).map((row) => {
        const link = document.createElement("a");
        link.href = "#";
        link.textContent = names[row];
        const item = document.createElement("li");
        item.append(link);
        return item;
      });
      list.replaceChildren(...items);
      times.push((await painted()) - began);
    }
    list.remove();
    return { times, loops, rows: names.length };
  }

  globalThis.keys = { ours, bare };
})();
