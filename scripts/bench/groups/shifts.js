globalThis.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) globalThis.shifted += entry.value;
  }
}).observe({ type: "layout-shift", buffered: true });
