// What the benchmark asks a page. It changes nothing, and does nothing until it is asked.
{
  // Calls back in the first task after the frame that is about to be painted.
  const afterPaint = (callback) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => callback(performance.now());
    port2.postMessage(null);
  };

  // In every frame until `isThere` is true; then calls back when that frame is painted, with the number of frames.
  const paintedOnce = (isThere, patience, callback, frame = 1) =>
    requestAnimationFrame(() => {
      if (isThere()) afterPaint((now) => callback(now, frame));
      else if (frame < patience) paintedOnce(isThere, patience, callback, frame + 1);
      else callback(Infinity, frame);
    });

  const shapes = () => [...document.querySelectorAll("#world [data-code]")];
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  // Ours has one cover for when everything is zero.
  const isCovered = () => Boolean(document.querySelector("#world [data-covered]"));
  const colours = () =>
    isCovered() ||
    shapes().map((shape) => shape.getAttribute("data-shade") ?? shape.getAttribute("fill")).join();

  let clicked = 0;
  addEventListener("click", (event) => (clicked = event.timeStamp), { capture: true });

  window.bench = {
    // What can be watched.
    states: { hover: () => text("#map-card"), years: () => text(".year-now") + colours() },

    middle(selector) {
      const box = document.querySelector(selector).getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    },

    frame() {
      const { width, height } = document.querySelector("#world").getBoundingClientRect();
      return [width, height];
    },

    // Where each place of a slider is.
    slider(selector) {
      const input = document.querySelector(selector);
      const { x, y, width, height } = input.getBoundingClientRect();
      const thumb = 16;
      const places = Number(input.max) - Number(input.min);
      return Array.from({ length: places + 1 }, (_, place) => [
        x + thumb / 2 + ((width - thumb) * place) / places,
        y + height / 2,
      ]);
    },

    // The middles of the largest shapes, where they lie in the shape itself.
    points(count) {
      const found = shapes().map((shape) => {
        const box = shape.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        // Something may lie over the shapes to take the pointer for all of them.
        const codes = document.elementsFromPoint(x, y).map((element) => element.closest("[data-code]"));
        const isHit = codes.find(Boolean) === shape;
        return { code: shape.dataset.code, point: [x, y], size: isHit ? box.width * box.height : 0 };
      });
      const largest = found.sort((one, other) => other.size - one.size).slice(0, count);
      if (largest.some(({ size }) => size === 0)) throw new Error("too few shapes can be pointed at");
      // In the order of their codes neighbours are far apart.
      return largest.sort((one, other) => (one.code < other.code ? -1 : 1)).map(({ point }) => point);
    },

    // Milliseconds from the last click, or from the beginning of the document, to the frame that shows an element.
    drawn: (selector) =>
      new Promise((resolve) =>
        paintedOnce(() => document.querySelector(selector), 3_000, (now) => resolve(now - clicked)),
      ),

    // Bytes of everything that was fetched since the last click, or since the beginning: [name, bytes as they came].
    bytes() {
      const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      return entries
        .filter((entry) => entry.startTime >= clicked && entry.transferSize > 0)
        .map((entry) => [new URL(entry.name).pathname, entry.encodedBodySize]);
    },

    // Notes for every movement of the pointer how long it takes until a state has changed and is painted, how many
    // frames that takes, and whether it changed again before the next movement.
    watch(name) {
      const state = bench.states[name];
      let known = state();
      bench.seen = [];
      bench.watching?.abort();
      bench.watching = new AbortController();
      const moved = (event) => {
        const [last] = bench.seen.slice(-1);
        if (last?.state) last.changed_again = last.state !== state();
        const note = { before: known, changed_again: false };
        bench.seen.push(note);
        const isThere = () => {
          const now = state();
          if (now !== note.before) note.state = known = now;
          return note.state;
        };
        paintedOnce(isThere, 100, (now, frames) => Object.assign(note, { ms: now - event.timeStamp, frames }));
      };
      addEventListener("pointermove", moved, { capture: true, signal: bench.watching.signal });
    },

    is_seen: () => bench.seen.every(({ frames }) => frames),
    seen_by_now: () =>
      bench.seen.filter(({ frames }) => frames).map(({ ms, frames, changed_again }) => ({ ms, frames, changed_again })),
  };
}
