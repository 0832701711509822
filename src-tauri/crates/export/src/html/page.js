(() => {
  "use strict";
  const main = document.querySelector("main");
  const svg = main.querySelector("svg");
  const told = document.querySelector(".told");
  const parts = JSON.parse(document.getElementById("parts").textContent);
  const { x, y, width, height } = svg.viewBox.baseVal;
  const whole = { x, y, width, height };
  const pointers = new Map();
  let view = { ...whole };
  let lit = null;

  svg.removeAttribute("width");
  svg.removeAttribute("height");

  function look(next) {
    view = next;
    svg.setAttribute("viewBox", [view.x, view.y, view.width, view.height].join(" "));
  }

  // Where on the map a place on the screen is.
  function at(left, top) {
    return new DOMPoint(left, top).matrixTransform(svg.getScreenCTM().inverse());
  }

  function zoom(by, point) {
    const factor = Math.min(Math.max(by, whole.width / 40 / view.width), (4 * whole.width) / view.width);
    look({
      x: point.x - (point.x - view.x) * factor,
      y: point.y - (point.y - view.y) * factor,
      width: view.width * factor,
      height: view.height * factor,
    });
  }

  function zoomAround(by) {
    zoom(by, { x: view.x + view.width / 2, y: view.y + view.height / 2 });
  }

  function move(right, down) {
    look({ ...view, x: view.x + right, y: view.y + down });
  }

  function light(item) {
    lit?.classList.remove("lit");
    lit = item;
    lit?.classList.add("lit");
    told.textContent = lit?.getAttribute("aria-label") ?? told.dataset.hint;
  }

  // What is pointed at: of a part, what it is a part of.
  function pointedAt(target) {
    const group = target.closest("g[id]");
    return group ? document.getElementById(parts[group.id] ?? group.id) : null;
  }

  const does = {
    in: () => zoomAround(0.8),
    out: () => zoomAround(1.25),
    fit: () => look({ ...whole }),
  };

  for (const button of document.querySelectorAll("[data-does]")) {
    button.addEventListener("click", () => does[button.dataset.does]());
  }

  for (const button of document.querySelectorAll("[data-item]")) {
    const item = document.getElementById(button.dataset.item);
    button.addEventListener("focus", () => light(item));
    button.addEventListener("click", () => {
      light(item);
      const box = item.getBBox();
      const [across, down] = [Math.max(box.width + 160, 640), Math.max(box.height + 160, 400)];
      look({ x: box.x + box.width / 2 - across / 2, y: box.y + box.height / 2 - down / 2, width: across, height: down });
    });
  }

  main.addEventListener("pointerover", (event) => {
    if (pointers.size === 0) light(pointedAt(event.target));
  });

  main.addEventListener("pointerdown", (event) => {
    main.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event);
    main.classList.add("moving");
    light(pointedAt(event.target));
  });

  main.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const other = [...pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    const [from, to] = [at(before.clientX, before.clientY), at(event.clientX, event.clientY)];
    pointers.set(event.pointerId, event);
    if (!other) return move(from.x - to.x, from.y - to.y);
    // Two fingers: the one that rests stays where it is.
    const rest = at(other.clientX, other.clientY);
    const apart = (point) => Math.hypot(point.x - rest.x, point.y - rest.y);
    if (apart(to) > 0) zoom(apart(from) / apart(to), rest);
  });

  for (const end of ["pointerup", "pointercancel"]) {
    main.addEventListener(end, (event) => {
      pointers.delete(event.pointerId);
      main.classList.toggle("moving", pointers.size > 0);
    });
  }

  main.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoom(Math.exp(event.deltaY * lines * 0.0015), at(event.clientX, event.clientY));
    },
    { passive: false },
  );

  main.addEventListener("keydown", (event) => {
    const step = view.width / 10;
    const keys = {
      ArrowLeft: () => move(-step, 0),
      ArrowRight: () => move(step, 0),
      ArrowUp: () => move(0, -step),
      ArrowDown: () => move(0, step),
      "+": does.in,
      "=": does.in,
      "-": does.out,
      0: does.fit,
    };
    const act = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
