// What the walk over the figures does within the page. Its clicks go to what stands at a point, as the pointer's do.

const named = (id) => document.querySelector(`[data-testid="${id}"]`);
const picture = () => named("canvas")?.querySelector(".scene");
const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
// WebKit keeps the boxes of texts within what is not shown.
const isPainted = (each) => getComputedStyle(each.closest(".near, .middle, .far") ?? each).display !== "none";
const plain = (text) => text.replaceAll("\u00a0", " ").trim();
const numberOf = (text) => Number(text?.replaceAll(",", ""));

/** Waits until there is an answer, and gives it. */
async function until(what, ask) {
  const end = performance.now() + 20_000;
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((again) => setTimeout(again, 1));
  }
}

function clickAt([x, y], ctrlKey = false) {
  const target = document.elementFromPoint(x, y);
  const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, ctrlKey, view: window };
  target.dispatchEvent(new PointerEvent("pointerdown", at));
  target.dispatchEvent(new PointerEvent("pointerup", at));
  target.dispatchEvent(new MouseEvent("click", at));
}

/** Where the reader looks. */
const look = () => named("canvas")?.querySelector(".eyes")?.style.transform;

/** Waits until the camera stands still, and keeps where that is. */
async function keepLook() {
  for (let same = 0; same < 5; ) {
    same = look() === globalThis.kept ? same + 1 : 0;
    globalThis.kept = look();
    await new Promise((again) => setTimeout(again, 50));
  }
}

// ---- Figures

/** The count of people that a text on the picture tells; `null` if it tells none. */
function countIn(text, item) {
  const [, share, count, unit] = /^(?:(.+) · (?:n = )?)?([\d,]+)( customers?| visits?)?$/.exec(plain(text)) ?? [];
  const isOnCurve = item.matches(".transition, .ghost, .stage_edge");
  return count !== undefined && (isOnCurve || share?.includes("%") || unit) ? numberOf(count) : null;
}

/** The numbers of people on the picture, and the items of the graph that have a text and none, at the level of detail that is shown. */
function onCanvas() {
  const all = [...picture().querySelectorAll("[data-item]:not(.heading, .persona, .legend, .lane, .cell) text")];
  const texts = all.filter(isPainted);
  const figures = texts.flatMap((text) => {
    const item = text.closest("[data-item]");
    const value = countIn(text.textContent, item);
    const at = middle(text.getBoundingClientRect());
    const name = `“${plain(text.textContent)}” on ${item.dataset.item}`;
    return value === null ? [] : [{ name, value, shown: value, at }];
  });
  const silent = texts.map((text) => text.closest("[data-item]")).filter((item) =>
    [...item.querySelectorAll("text")].filter(isPainted).every((text) => countIn(text.textContent, item) === null));
  return { figures, silent: [...new Set(silent.map((item) => item.dataset.item))] };
}

/** The counts in the inspector that open their people. */
function inAccount() {
  const buttons = [...(named("inspector")?.querySelectorAll("[data-testid=figure]") ?? [])];
  return buttons.map((button) => ({
    name: button.getAttribute("aria-label"),
    value: Number(button.dataset.value),
    shown: numberOf(plain(button.textContent)),
    button,
  }));
}

/** Where a figure stands: on the picture where it was read, since the camera has not moved. */
function placeOf({ name, at }) {
  if (at) return at;
  const { button } = inAccount().find((figure) => figure.name === name);
  button.scrollIntoView({ block: "nearest" });
  return middle(button.getBoundingClientRect());
}

// ---- Lists

/** How many people the list says that there are, in words, in number and by its rows. */
function list(name) {
  return until(`the list of ${name}`, () => {
    const [words, rows] = [named("people-count"), named("customers-rows")];
    if (!named("customers-back") || !words?.dataset.count || rows?.getAttribute("aria-busy") !== "false") return null;
    const told = [/^[\d,]+/.exec(plain(words.textContent))?.[0], words.dataset.count].map(numberOf);
    const length = Number(rows.getAttribute("aria-rowcount")) - 1; // Below a header.
    // What is in sight is made in the next frame.
    return (length === 0 || named("person-0")) && [...told, length];
  });
}

/** Whether a list ends with as many rows as it says that it has. */
async function endsAt(length) {
  const rows = named("customers-rows");
  if (length === 0) return named("person-0") === null;
  rows.scrollTop = rows.scrollHeight;
  await until(`row ${length} of the list`, () => named(`person-${length - 1}`));
  return rows.querySelector(`[aria-rowindex="${length + 2}"]`) === null;
}

/** Waits until the map is back, as it was left. */
function backOnMap(figure) {
  const isThere = () => figure.at || inAccount().some(({ name }) => name === figure.name);
  return until("the map to be back", () => !named("customers") && look() === globalThis.kept && isThere());
}

/** Opens the lists of figures one after another, and gives what each said. */
async function openEach(figures) {
  const said = [];
  for (const figure of figures) {
    clickAt(placeOf(figure));
    said.push(await list(figure.name));
    named("customers-back").click();
    await backOnMap(figure);
  }
  return said;
}

// ---- What has an account

/** The stages, touchpoints and transitions on the picture. */
function parts() {
  const items = [...picture().querySelectorAll(".stage, .touchpoint, .transition:has(.reach)")];
  return items.map((item) => item.dataset.item);
}

/** A point of a curve that nothing covers; `null` if its own label covers all of it. */
function freeOn(curve) {
  const reach = curve.querySelector(".reach");
  const [length, whole, box] = [reach.getTotalLength(), picture().getBoundingClientRect(), picture().viewBox.baseVal];
  // WebKit's getScreenCTM leaves out the camera, which is a transform of the element around the picture.
  const scale = whole.width / box.width;
  // A label is clicked in its round corners as well, where what is beneath it shows.
  const plates = [...picture().querySelectorAll(":is(.transition, .ghost, .stage_edge) rect")];
  const labels = plates.map((plate) => plate.getBoundingClientRect());
  const isOnLabel = (x, y) =>
    labels.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  for (let share = 0.02; share < 1; share += 0.02) {
    const at = reach.getPointAtLength(length * share);
    const [x, y] = [whole.left + (at.x - box.x) * scale, whole.top + (at.y - box.y) * scale].map(Math.round);
    if (isOnLabel(x, y)) continue;
    const [ground, ...below] = document.elementsFromPoint(x, y);
    const painted = below.find((each) => each.closest("[data-item]"));
    if (ground.matches(".svelte-flow__pane") && curve.contains(painted)) return [x, y];
  }
  return null;
}

/** Clicks a part where it has no numbers. */
function clickPart(id) {
  const card = named("canvas").querySelector(`.svelte-flow__node[data-id="${id}"]`)?.getBoundingClientRect();
  if (card) return clickAt([card.left + card.width * 0.04, card.top + card.height * 0.2]);
  const curve = picture().querySelector(`[data-item="${id}"]:has(.reach)`);
  const free = curve && freeOn(curve);
  if (free) return clickAt(free);
  const texts = [...picture().querySelectorAll(`[data-item="${id}"] text`)].filter(isPainted);
  const [label] = texts.filter((text) => curve || (countIn(text.textContent, text) === null && /\D/.test(text.textContent)));
  if (curve) {
    // A click on a label opens its list, unless it adds to what is selected: nothing is.
    const { left, top } = named("canvas").getBoundingClientRect();
    clickAt([left + 4, top + 4]);
  }
  clickAt(middle(label.getBoundingClientRect()), curve !== null);
}

/** What the inspector says that it is about. */
function inspected() {
  const heading = named("inspector")?.querySelector("h2")?.textContent;
  const title = named("inspector")?.querySelector("[data-testid$=-title], .way");
  return heading && title && `${heading}: ${title.value ?? title.textContent}`;
}

/** Selects a part, and gives what the inspector is about and the figures of its account. */
async function select(id) {
  const before = inspected();
  clickPart(id);
  const about = await until(`the account of ${id}`, () => inspected() !== before && inAccount().length > 0 && inspected());
  return { about, figures: inAccount() };
}
