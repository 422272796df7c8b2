/** What a page shows of itself to people with a finger, a keyboard, other colours or larger text. */
(() => {
  const ACTIVE = "a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex='0']";
  const BY_KEY = `${ACTIVE},audio[controls],video[controls]`;
  const FINGER = 44;
  const RING = 2;

  const shown = (el) =>
    el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    el.getClientRects().length > 0;

  /** Kept for screen readers only, or out of sight until focused. */
  const tucked = (el) => {
    const box = el.getBoundingClientRect();
    return box.width <= 1 || box.height <= 1 || box.bottom <= 0 || box.right <= 0;
  };

  const name = (el) => {
    const words = (el.getAttribute("aria-label") || el.textContent || el.name || "").trim();
    const where = el.closest("[class]")?.className.split(" ")[0];
    return `<${el.tagName.toLowerCase()}> ${where ?? ""} “${words.replace(/\s+/g, " ").slice(0, 40)}”`;
  };

  /** A link among words of the same line of text; a note below a page is a sentence. */
  const inText = (el) => {
    if (el.closest(".footnote li") && !el.matches(".footnote-backref")) return true;
    if (getComputedStyle(el).display !== "inline") return false;
    const text = el.closest("p,li,td,th,dd,dt,figcaption,small,address,h1,h2,h3") ?? el.parentElement;
    const links = [...text.querySelectorAll("a")].map((link) => link.textContent).join("");
    return text.textContent.replace(/\s/g, "").length > links.replace(/\s/g, "").length + 2;
  };

  /** Whether a finger that lands so far from the middle still meets the element. */
  const meets = (el, reach) => {
    el.scrollIntoView({ block: "center", behavior: "instant" });
    const own = [el, ...(el.labels ?? [])];
    const parts = [...el.getClientRects()].filter((box) => box.width > 0);
    const box = parts.reduce((a, b) => (a.width * a.height >= b.width * b.height ? a : b));
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const far = Math.max(reach / 2 - 1, 0);
    const points = [[x, y - far], [x, y + far], [x - far, y], [x + far, y]];
    return points
      .filter(([left]) => left > 0 && left < innerWidth)
      .every(([left, top]) => {
        const hit = document.elementFromPoint(left, top);
        return own.some((one) => one.contains(hit));
      });
  };

  /** A name whose link lies over its whole card: the card is what a finger meets. */
  const spread = (el) => {
    const over = getComputedStyle(el, "::after");
    if (over.content === "none" || over.position !== "absolute") return false;
    const { width, height } = (el.offsetParent ?? document.body).getBoundingClientRect();
    return width >= FINGER && height >= FINGER && meets(el, 0);
  };

  const small = (el) => {
    if (spread(el)) return false;
    const box = el.getBoundingClientRect();
    return (box.width < FINGER || box.height < FINGER) && !meets(el, FINGER);
  };

  /** Controls that a finger misses; of links within text axe looks at the distances. */
  const targets = () => {
    scrollTo(0, 0);
    return [...document.querySelectorAll(ACTIVE)]
      .filter((el) => shown(el) && !tucked(el) && !inText(el) && small(el))
      .map((el) => {
        const { width, height } = el.getBoundingClientRect();
        return `${name(el)} ${Math.round(width)}×${Math.round(height)}`;
      });
  };

  const ringed = (el) => {
    const rings = [el, ...(el.labels ?? []), el.parentElement, el.closest("form,li,article")];
    return rings.filter(Boolean).some((one) => {
      const style = getComputedStyle(one);
      return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= RING;
    });
  };

  /** Whether another element lies over the middle of what has the focus. */
  const covered = (el) => {
    const box = el.getClientRects()[0];
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
    const y = box.y + box.height / 2;
    if (y < 0 || y > innerHeight) return true;
    const hit = document.elementFromPoint(x, y);
    return hit !== null && !el.contains(hit) && !hit.contains(el) && !hit.closest("label");
  };

  /** What the keyboard reaches but nobody sees. Press Tab before, so that the ring is drawn. */
  const focus = () => {
    const faults = [];
    for (const el of document.querySelectorAll(BY_KEY)) {
      if (!shown(el) || el.disabled || el.tabIndex < 0) continue;
      el.focus();
      if (document.activeElement !== el) faults.push(`${name(el)} takes no focus`);
      else if (!ringed(el)) faults.push(`${name(el)} shows no ring`);
      else if (covered(el)) faults.push(`${name(el)} is covered`);
      if (el.tabIndex > 0) faults.push(`${name(el)} stands before its turn`);
    }
    return faults;
  };

  const seconds = (text) => Math.max(...text.split(",").map((part) => Number.parseFloat(part)));

  /** What moves though the visitor asked for stillness. */
  const motion = () => {
    const faults = document.getAnimations().map((one) => `${one.effect?.target?.className} is moving`);
    for (const el of document.querySelectorAll("*")) {
      const style = getComputedStyle(el);
      const moving = style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.01;
      const running = style.animationName !== "none" && seconds(style.animationDuration) > 0.01;
      if (moving || running || style.scrollBehavior === "smooth") faults.push(name(el));
    }
    return faults;
  };

  /** The colour of the page, as the visitor chose it. */
  const paper = () => {
    const sheet = document.body.appendChild(document.createElement("i"));
    sheet.style.cssText = "background:Canvas;forced-color-adjust:none";
    const colour = getComputedStyle(sheet).backgroundColor;
    sheet.remove();
    return [colour, "rgba(0, 0, 0, 0)"];
  };

  /** Icons painted through a mask in the very colour of the page: nobody sees them. */
  const unseen = () => {
    const colours = paper();
    const faults = new Set();
    for (const el of document.querySelectorAll("main *, header *, footer *")) {
      if (!shown(el)) continue;
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(el, part);
        if (style.maskImage === "none" || (part && style.content === "none")) continue;
        if (colours.includes(style.backgroundColor)) faults.add(`${name(el)} ${part ?? ""}`);
      }
    }
    return [...faults];
  };

  /** Text that is cut off, and what makes the page scroll sideways. */
  const reflow = () => {
    const faults = [];
    const wide = document.documentElement.clientWidth;
    const rolls = (el) => {
      for (let up = el.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== "visible") return true;
      return false;
    };
    if (document.documentElement.scrollWidth > wide) {
      for (const el of document.querySelectorAll("body *")) {
        const { right, width } = el.getBoundingClientRect();
        if (width > 1 && right > wide + 1 && shown(el) && !rolls(el))
          faults.push(`${name(el)} reaches ${Math.round(right)} of ${wide}`);
      }
      if (faults.length === 0) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
    }
    for (const el of document.querySelectorAll("h1,h2,h3,p,a,b,span,dt,dd,li,td,th,button,summary,label")) {
      const style = getComputedStyle(el);
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      const hidesBelow = style.overflowY === "hidden" || style.overflowY === "clip";
      if (!hides && !hidesBelow) continue;
      if (!shown(el) || tucked(el) || !el.textContent.trim()) continue;
      if (hides && el.scrollWidth > el.clientWidth + 1) faults.push(`${name(el)} is cut at its side`);
      if (hidesBelow && el.scrollHeight > el.clientHeight + 2) faults.push(`${name(el)} is cut below`);
    }
    return faults.slice(0, 8);
  };

  const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

  /** Whole Vietnamese phrases, more than a name or two, that pass for English. */
  const foreign = () => {
    const faults = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const el = walker.currentNode.parentElement;
      const words = walker.currentNode.data.match(/[\p{L}\p{M}]+/gu) ?? [];
      const marked = words.filter((word) => MARKED.test(word)).length;
      if (marked < 3 || marked < words.length / 2 || el.closest("script,style")) continue;
      if (el.closest("[lang]").lang === "en") faults.add(name(el));
    }
    return [...faults];
  };

  const LANDMARKS = "nav,aside,form,[role=search],[role=region],section[aria-labelledby]";

  /** What a reader of the page would jump to, but could not tell apart. */
  const landmarks = () => {
    const faults = [...document.querySelectorAll(LANDMARKS)]
      .filter((el) => !el.getAttribute("aria-label") && !el.getAttribute("aria-labelledby"))
      .map((el) => `${name(el)} has no name`);
    for (const one of ["main", "body > header, body > * > header", "footer", "main h1"])
      if (document.querySelectorAll(one).length !== 1) faults.push(`not one ${one}`);
    return faults;
  };

  /** What the page says in headings and leads to, as it stands before its visitor. */
  const essentials = () => [
    ...[...document.querySelectorAll("main :is(h1,h2,h3)")].filter(shown).map((el) => el.textContent),
    ...[...document.querySelectorAll("main a[href]")].filter(shown).map((el) => el.href),
  ];

  /** Controls that only a script could answer. */
  const dead = () =>
    [...document.querySelectorAll("button")]
      .filter((el) => shown(el) && !(el.type === "submit" && el.form))
      .map(name);

  /** The address and words of what the keyboard stops at: in a part of the page, and now. */
  const told = (el) => `${el.tagName} ${el.getAttribute("href") ?? el.id} ${el.textContent.trim()}`;
  const stops = (part) =>
    [...document.querySelectorAll(part)]
      .flatMap((one) => [...one.querySelectorAll(BY_KEY)])
      .filter((el) => shown(el) && !el.disabled && el.tabIndex >= 0)
      .map(told);
  const stop = () => told(document.activeElement);

  window.probe = {
    ...{ targets, focus, motion, unseen, reflow, foreign, landmarks },
    ...{ essentials, dead, stops, stop },
  };
})();
