/** The keyboard on the canvas: which keys are the canvas's, where its focus is, and what is done from there. */
import { isWriting } from "../commands/chord";
import { press, type Command } from "../commands/command";
import type { AnyChannel, Side, TouchpointId, TransitionId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import { camera } from "./camera.svelte";
import type { Point } from "./geometry";
import { stepFrom } from "./order";
import type { CanvasSession } from "./session.svelte";

export class Keyboard {
  readonly session: CanvasSession;
  readonly #workspace: Workspace;
  readonly #canvas: HTMLElement;
  readonly #commands: readonly Command[];
  /** Whether the pointer was last pressed beside the canvas: keys that nobody has are not the canvas's then. */
  #elsewhere = false;

  constructor(
    session: CanvasSession,
    workspace: Workspace,
    canvas: HTMLElement,
    commands: readonly Command[],
  ) {
    this.session = session;
    this.#workspace = workspace;
    this.#canvas = canvas;
    this.#commands = commands;
  }

  /** Before any other key does its work, a burst of arrow keys is written: so that undo undoes it. */
  readonly before = (event: KeyboardEvent): void => {
    const belongs = event.key.startsWith("Arrow") || event.key === "Escape";
    const modifier = ["Shift", "Control", "Alt", "Meta"].includes(event.key);
    if (!belongs && !modifier) void this.session.nudge.finish();
  };

  readonly pressed = ({ target }: PointerEvent): void => {
    const isMenu = target instanceof Element && target.closest("[data-canvas]") !== null;
    this.#elsewhere = target instanceof Node && !this.#canvas.contains(target) && !isMenu;
  };

  readonly down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !this.listens(event.target)) return;
    if (press(event, this.#commands)) event.preventDefault();
  };

  /** Gives a card the focus, and brings it into sight first: out of sight it may have no node. */
  async focus(card: TouchpointId): Promise<void> {
    const bounds = this.#workspace.scene?.card(card)?.bounds;
    if (bounds) camera.reveal(bounds);
    // A node that comes into sight is made in the next frame.
    await new Promise(requestAnimationFrame);
    // By then the user may be writing a title.
    if (!this.session.titles.current) this.#nodeOf(card)?.focus({ preventScroll: true });
  }

  /** Moves the cards that are selected or in focus; `false` if there are none. */
  nudge(steps: Point): boolean {
    const cards = this.#cards();
    if (cards.length > 0) this.session.nudge.press(cards, steps);
    return cards.length > 0;
  }

  /** Begins a touchpoint after the one that is selected or in focus, or in the middle of what is in sight. */
  async addTouchpoint(): Promise<void> {
    if (this.grow("right")) return;
    const middle = camera.middle();
    if (middle) await this.session.actions.add(middle);
  }

  /** Begins a touchpoint beside the one in focus or selected; `false` if there is none. */
  grow(side: Side): boolean {
    const card = this.#focused() ?? this.#workspace.selection.touchpoints[0];
    if (card !== undefined) void this.session.actions.grow(card, side);
    return card !== undefined;
  }

  /** Begins a touchpoint with a channel beside the one that is selected, or in the middle of what is in sight. */
  async addWith(channel: AnyChannel): Promise<void> {
    const [card] = this.#workspace.selection.touchpoints;
    if (card !== undefined) return this.session.actions.grow(card, "right", channel);
    const middle = camera.middle();
    if (middle) await this.session.actions.add(middle, channel);
  }

  /** The cards that a command is about: those selected, or the one in focus. */
  cards(): TouchpointId[] {
    return this.#cards();
  }

  /** Takes the focus along the graph; `false` at its ends. */
  walk(step: 1 | -1): boolean {
    const focused = this.#focused();
    const next = focused === null ? null : stepFrom(this.session.order, focused, step);
    if (next !== null) void this.focus(next);
    return next !== null;
  }

  /** Selects the next transition of the card in focus; `false` if it has none. */
  walkTransitions(step: 1 | -1): boolean {
    const item = this.session.actions.walkTransitions(this.#focused(), step);
    if (item) this.session.hovering.focus(item);
    return item !== null;
  }

  /** Selects the card in focus, or renames what is selected already. */
  activate(): boolean {
    const focused = this.#focused();
    if (focused === null || this.#workspace.selection.touchpoints.includes(focused)) return this.rename();
    this.#workspace.select({ touchpoints: [focused] });
    return true;
  }

  /** Adds the card in focus to what is selected, or takes it out. */
  toggle(): boolean {
    const focused = this.#focused();
    if (focused === null) return false;
    const { touchpoints, transitions } = this.#workspace.selection;
    const others = touchpoints.filter((id) => id !== focused);
    const had = others.length < touchpoints.length;
    this.#workspace.select({ touchpoints: had ? others : [...touchpoints, focused], transitions });
    return true;
  }

  /** Whether one thing is selected or in focus that has a title on the map. */
  canRename(): boolean {
    const { stage, lane, card, note } = this.#workspace.selection;
    const isOne = this.#card() !== undefined || this.#transition() !== undefined;
    return isOne || [stage, lane, card, note].some((id) => id !== null);
  }

  /** Writes the title of what is in focus or selected; `false` if it has none. */
  rename(): boolean {
    const { stage, lane, cell, card: laneCard, note } = this.#workspace.selection;
    const card = this.#card();
    const transition = this.#transition();
    const { actions } = this.session;
    if (card !== undefined) actions.rename(card);
    else if (transition !== undefined) void actions.label(transition);
    else if (stage !== null) actions.renameStage(stage);
    else if (laneCard !== null) actions.writeCard(laneCard);
    else if (note !== null) actions.writeNote(note);
    else if (lane !== null && cell !== null) actions.writeCell(lane, cell);
    else if (lane !== null) actions.renameLane(lane);
    else return false;
    return true;
  }

  /** Whether something is selected or in focus that can be deleted. */
  canRemove(): boolean {
    const { transitions, lane, card, note } = this.#workspace.selection;
    return (
      this.#cards().length + transitions.length > 0 ||
      [lane, card, note].some((id) => id !== null) ||
      this.session.actions.canRemoveStage()
    );
  }

  /** Deletes what is selected, or the card in focus. */
  remove(): Promise<void> {
    return this.session.actions.remove(this.#focused());
  }

  /** Keys belong to the canvas when it has the focus, or nobody has and nobody has turned to something else. */
  listens(target: EventTarget | null): boolean {
    if (isWriting(target)) return false;
    if (target === document.body || target === document.documentElement) return !this.#elsewhere;
    return target instanceof Node && this.#canvas.contains(target) && !isControl(target);
  }

  #cards(): TouchpointId[] {
    return this.session.actions.cardsFor(this.#focused());
  }

  /** The card in focus, or the only one that is selected. */
  #card(): TouchpointId | undefined {
    const { touchpoints } = this.#workspace.selection;
    return this.#focused() ?? (touchpoints.length === 1 ? touchpoints[0] : undefined);
  }

  /** The only transition that is selected, if no card is. */
  #transition(): TransitionId | undefined {
    const { touchpoints, transitions } = this.#workspace.selection;
    return touchpoints.length === 0 && transitions.length === 1 ? transitions[0] : undefined;
  }

  #focused(): TouchpointId | null {
    const node = document.activeElement?.closest(".svelte-flow__node");
    if (!node || !this.#canvas.contains(node)) return null;
    const id = node.getAttribute("data-id");
    return this.session.nodes.find((each) => each.id === id)?.data.touchpoint ?? null;
  }

  #nodeOf(card: TouchpointId): HTMLElement | null {
    const id = this.#workspace.scene?.card(card)?.id;
    const nodes = this.#canvas.querySelectorAll<HTMLElement>(".svelte-flow__node");
    return [...nodes].find((node) => node.getAttribute("data-id") === id) ?? null;
  }
}

/** A button or a slider on the canvas takes its own keys. */
function isControl(target: Node): boolean {
  return target instanceof Element && target.closest("button, input") !== null;
}
