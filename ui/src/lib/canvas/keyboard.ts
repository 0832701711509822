/** The keyboard of the canvas: from keys to what they do. */
import type { Side, TouchpointId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import { camera } from "./camera.svelte";
import { commandOf, type KeyCommand } from "./keys";
import { stepFrom } from "./order";
import { isWriting } from "./pointing";
import type { CanvasSession } from "./session.svelte";

export class Keyboard {
  readonly #session: CanvasSession;
  readonly #workspace: Workspace;
  readonly #canvas: HTMLElement;
  /** Whether the pointer was last pressed beside the canvas: keys that nobody has are not the canvas's then. */
  #elsewhere = false;

  constructor(session: CanvasSession, workspace: Workspace, canvas: HTMLElement) {
    this.#session = session;
    this.#workspace = workspace;
    this.#canvas = canvas;
  }

  /** Before any other key does its work, a burst of arrow keys is written: so that undo undoes it. */
  readonly before = (event: KeyboardEvent): void => {
    const belongs = event.key.startsWith("Arrow") || event.key === "Escape";
    const modifier = ["Shift", "Control", "Alt", "Meta"].includes(event.key);
    if (!belongs && !modifier) void this.#session.nudge.finish();
  };

  readonly pressed = ({ target }: PointerEvent): void => {
    this.#elsewhere = target instanceof Node && !this.#canvas.contains(target);
  };

  readonly down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !this.#listens(event.target)) return;
    const command = commandOf(event);
    if (command && this.#carryOut(command)) event.preventDefault();
  };

  /** Gives a card the focus, and brings it into sight first: out of sight it may have no node. */
  async focus(card: TouchpointId): Promise<void> {
    const bounds = this.#workspace.scene?.card(card)?.bounds;
    if (bounds) camera.reveal(bounds);
    // A node that comes into sight is made in the next frame.
    await new Promise(requestAnimationFrame);
    // By then the user may be writing a title.
    if (!this.#session.titles.current) this.#nodeOf(card)?.focus({ preventScroll: true });
  }

  /** Keys belong to the canvas when it has the focus, or nobody has and nobody has turned to something else. */
  #listens(target: EventTarget | null): boolean {
    if (isWriting(target)) return false;
    if (target === document.body || target === document.documentElement) return !this.#elsewhere;
    return target instanceof Node && this.#canvas.contains(target) && !isButton(target);
  }

  /** Says whether the key is used up. */
  #carryOut(command: KeyCommand): boolean {
    const { actions, nudge } = this.#session;
    const focused = this.#focused();
    const cards = actions.cardsFor(focused);
    switch (command.do) {
      case "nudge":
        if (cards.length > 0) void nudge.press(cards, command.steps);
        return cards.length > 0;
      case "grow":
        return this.#grow(command.side, focused);
      case "walk_cards":
        return this.#walk(focused, command.step);
      case "walk_transitions":
        return this.#walkTransitions(focused, command.step);
      case "delete":
        void actions.remove(focused);
        return true;
      case "select_all":
        actions.selectAll();
        return true;
      case "activate":
        return this.#activate(focused);
      case "toggle":
        return this.#toggle(focused);
      case "rename":
        return this.#rename(focused);
      case "escape":
        void this.#session.escape();
        return true;
      default:
        return this.#look(command.do);
    }
  }

  #look(how: "fit" | "fit_selection" | "zoom_in" | "zoom_out"): boolean {
    const all = this.#workspace.scene?.bounds;
    if (how === "zoom_in") camera.zoomIn();
    else if (how === "zoom_out") camera.zoomOut();
    else if (all) camera.fit(how === "fit" ? all : (this.#session.selectionBounds() ?? all));
    return true;
  }

  #grow(side: Side, focused: TouchpointId | null): boolean {
    const card = focused ?? this.#workspace.selection.touchpoints[0];
    if (card !== undefined) void this.#session.actions.grow(card, side);
    return card !== undefined;
  }

  #walk(focused: TouchpointId | null, step: 1 | -1): boolean {
    const next = focused === null ? null : stepFrom(this.#session.order, focused, step);
    if (next !== null) void this.focus(next);
    return next !== null;
  }

  #walkTransitions(focused: TouchpointId | null, step: 1 | -1): boolean {
    const item = this.#session.actions.walkTransitions(focused, step);
    if (item) this.#session.hovering.focus(item);
    return item !== null;
  }

  #activate(focused: TouchpointId | null): boolean {
    if (focused === null) return this.#rename(null);
    if (this.#workspace.selection.touchpoints.includes(focused)) return this.#rename(focused);
    this.#workspace.select({ touchpoints: [focused] });
    return true;
  }

  #toggle(focused: TouchpointId | null): boolean {
    if (focused === null) return false;
    const { touchpoints, transitions } = this.#workspace.selection;
    const others = touchpoints.filter((id) => id !== focused);
    const had = others.length < touchpoints.length;
    this.#workspace.select({ touchpoints: had ? others : [...touchpoints, focused], transitions });
    return true;
  }

  #rename(focused: TouchpointId | null): boolean {
    const { touchpoints, stage } = this.#workspace.selection;
    const card = focused ?? (touchpoints.length === 1 ? touchpoints[0] : undefined);
    if (card !== undefined) this.#session.actions.rename(card);
    else if (stage !== null) this.#session.actions.renameStage(stage);
    return card !== undefined || stage !== null;
  }

  #focused(): TouchpointId | null {
    const node = document.activeElement?.closest(".svelte-flow__node");
    if (!node || !this.#canvas.contains(node)) return null;
    const id = node.getAttribute("data-id");
    return this.#session.nodes.find((each) => each.id === id)?.data.touchpoint ?? null;
  }

  #nodeOf(card: TouchpointId): HTMLElement | null {
    const id = this.#workspace.scene?.card(card)?.id;
    const nodes = this.#canvas.querySelectorAll<HTMLElement>(".svelte-flow__node");
    return [...nodes].find((node) => node.getAttribute("data-id") === id) ?? null;
  }
}

/** A button on the canvas takes its own keys. */
function isButton(target: Node): boolean {
  return target instanceof Element && target.closest("button") !== null;
}
