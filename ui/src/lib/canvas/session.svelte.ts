/** One map on the canvas: its nodes for Svelte Flow, and the gestures on them. */
import { untrack } from "svelte";

import type { SceneItem, Subject, TouchpointId } from "../api";
import { t } from "../i18n";
import type { LiveScene } from "../shared/live-scene.svelte";
import type { Workspace } from "../shared/workspace.svelte";
import { CanvasActions } from "./actions";
import { arranged, type Arrangement } from "./arrange";
import { camera } from "./camera.svelte";
import { CardDrag } from "./card-drag.svelte";
import { ChannelDrag } from "./channel-drag.svelte";
import { ConnectGesture } from "./connect";
import { FeelingDrag } from "./feeling-drag.svelte";
import { around, type Point } from "./geometry";
import { CardGhosts } from "./ghosts.svelte";
import { Glide } from "./glide.svelte";
import { handsFor, type HandsNode } from "./hands";
import { Hovering } from "./hovering.svelte";
import { LaneDrag } from "./lane-drag.svelte";
import { LaneResize } from "./lane-resize.svelte";
import { lockedCards } from "./locks";
import { StickyDrag } from "../workshop/sticky-drag.svelte";
import { NoteDrag } from "./note-drag.svelte";
import { Nudge } from "./nudge";
import { StageDrag } from "./stage-drag.svelte";
import { WayDrag } from "./way-drag.svelte";
import { isAdditive } from "./pointing";
import { snapping } from "./switches.svelte";
import { Titles } from "./titles.svelte";

/** From how many pixels on the screen cards are drawn in line. */
const PULL = 6;

export class CanvasSession {
  /** The nodes that Svelte Flow has in its hands; it writes them too. */
  nodes = $state.raw<HandsNode[]>([]);
  /** The id of the card that a line being drawn would be joined to. */
  joining = $state.raw<string | null>(null);

  /** What a menu was asked for, and where: a thing on the map, or the ground. */
  pointed = $state.raw<{ subject: Subject | null; at: Point } | null>(null);

  /** Whether the click that comes now is only the end of a line. */
  hasJustDrawn = false;

  readonly drag: CardDrag;
  readonly stageDrag: StageDrag;
  readonly wayDrag: WayDrag;
  readonly channelDrag: ChannelDrag;
  readonly laneDrag: LaneDrag;
  readonly laneResize: LaneResize;
  readonly noteDrag: NoteDrag;
  readonly stickyDrag: StickyDrag;
  readonly feelingDrag: FeelingDrag;
  readonly nudge: Nudge;
  readonly titles: Titles;
  readonly actions: CanvasActions;
  readonly hovering: Hovering;
  readonly glide: Glide;
  /** What is laid over the picture for one card. */
  readonly ghosts: CardGhosts;

  readonly #workspace: Workspace;
  readonly #scene: LiveScene;
  #order: TouchpointId[] = $derived.by(() => this.#walked());
  #gesture: ConnectGesture | null = null;
  #additive = false;

  constructor(workspace: Workspace, scene: LiveScene) {
    this.#workspace = workspace;
    this.#scene = scene;
    this.drag = new CardDrag(workspace);
    this.stageDrag = new StageDrag(workspace);
    this.wayDrag = new WayDrag(workspace);
    this.nudge = new Nudge(workspace);
    this.titles = new Titles(workspace);
    this.actions = new CanvasActions(workspace, this.titles);
    this.laneDrag = new LaneDrag(workspace);
    this.laneResize = new LaneResize(workspace);
    this.noteDrag = new NoteDrag(workspace);
    this.stickyDrag = new StickyDrag(workspace);
    this.feelingDrag = new FeelingDrag(workspace);
    this.channelDrag = new ChannelDrag(workspace, this.actions);
    this.hovering = new Hovering(workspace);
    this.glide = new Glide(scene);
    this.ghosts = new CardGhosts(workspace, scene);
  }

  /** The touchpoints in the order of the keyboard. */
  get order(): readonly TouchpointId[] {
    return this.#order;
  }

  /** Brings the nodes in line with the scene, the selection and what is held. To be called in an effect. */
  follow(): void {
    const state = {
      items: [...this.#scene.items.values()],
      order: this.#order,
      selected: this.#workspace.selection.touchpoints,
      held: this.drag.held,
      locked: lockedCards(this.#workspace.parts),
      called: t("canvas-card"),
      saidLocked: t("locked-said"),
    };
    untrack(() => {
      this.nodes = handsFor(state, this.nodes);
      this.drag.settle();
    });
  }

  /** A press of the pointer: with Shift or Ctrl it adds to the selection. */
  press(event: PointerEvent): void {
    this.#additive = isAdditive(event);
    this.hasJustDrawn = false;
    this.hovering.leave();
  }

  /** A menu is asked for: for what is selected, if it is among that, or else for it alone. */
  point(subject: Subject | null, at: Point): void {
    const isThing = subject !== null && this.actions.isPointed(subject, at) && isListed(subject);
    this.pointed = { subject: isThing ? subject : null, at };
    if (!isThing || !this.actions.isSelected(subject))
      this.actions.click(isThing ? subject : null, at, false);
  }

  /** A box is being drawn around cards: what was selected before is not. */
  startBox(): void {
    this.#additive = false;
  }

  /** Svelte Flow has selected other cards. */
  selected(nodes: readonly HandsNode[]): void {
    const touchpoints = nodes.map((node) => node.data.touchpoint);
    const { selection } = this.#workspace;
    const same =
      touchpoints.length === selection.touchpoints.length &&
      touchpoints.every((id) => selection.touchpoints.includes(id));
    if (same) return;
    this.#workspace.select({ touchpoints, transitions: this.#additive ? selection.transitions : [] });
  }

  /** Cards follow the pointer, and are drawn in line with others unless that is off or a key is held against it. */
  dragCards(nodes: readonly HandsNode[], pointer: MouseEvent | TouchEvent): void {
    const isFree = !snapping.on || pointer.altKey || pointer.ctrlKey || pointer.metaKey;
    this.drag.move(nodes, isFree ? 0 : PULL / camera.zoom);
    this.nodes = this.drag.inLine(this.nodes);
  }

  startLine(from: TouchpointId): void {
    this.hovering.leave();
    this.#gesture = new ConnectGesture(from);
  }

  /** The pointer that draws a line has come to a place. */
  leadLine(at: Point): void {
    const over = this.#gesture?.over(at, this.nodes) ?? null;
    this.joining = over === null ? null : (this.#scene.card(over)?.id ?? null);
  }

  async endLine(at: Point): Promise<void> {
    const gesture = this.#gesture;
    this.#dropLine();
    this.hasJustDrawn = true;
    if (gesture) await this.actions.connect(gesture.from, gesture.end(at, this.nodes));
  }

  /** Lets go of a stage that is dragged. */
  async dropStage(): Promise<void> {
    if (this.stageDrag.held) this.hasJustDrawn = true;
    await this.stageDrag.drop();
  }

  /** Lets go of the end of a transition. */
  async dropWay(): Promise<void> {
    if (this.wayDrag.line) this.hasJustDrawn = true;
    await this.wayDrag.drop();
  }

  /** Lets go of a lane that is dragged. */
  async dropLane(): Promise<void> {
    if (this.laneDrag.held) this.hasJustDrawn = true;
    await this.laneDrag.drop();
  }

  /** Lets go of the border of a lane. */
  async dropBorder(): Promise<void> {
    if (this.laneResize.held) this.hasJustDrawn = true;
    await this.laneResize.drop();
  }

  /** Lets go of a card in a lane. */
  async dropNote(): Promise<void> {
    if (this.noteDrag.held) this.hasJustDrawn = true;
    await this.noteDrag.drop();
  }

  /** Lets go of a sticky note, or of a cluster of them. */
  async dropSticky(): Promise<void> {
    if (this.stickyDrag.held) this.hasJustDrawn = true;
    await this.stickyDrag.drop();
  }

  /** Lets go of a point of the emotion curve. */
  async dropFeeling(): Promise<void> {
    if (this.feelingDrag.held) this.hasJustDrawn = true;
    await this.feelingDrag.drop();
  }

  /** Lets go of a channel on the map. */
  async dropChannel(): Promise<void> {
    if (this.channelDrag.held) this.hasJustDrawn = true;
    await this.channelDrag.drop();
  }

  /** The ids of the items that what is dragged now would come to. */
  targets(): string[] {
    const over = this.wayDrag.over ?? this.channelDrag.over;
    const into = this.drag.into ?? this.channelDrag.into;
    const card = over === null ? null : (this.#scene.card(over)?.id ?? null);
    const way = into === null ? null : (this.#scene.transition(into)?.id ?? null);
    const place = this.stageDrag.target;
    const stage = place === null ? null : (this.#scene.stage(place)?.id ?? null);
    const cell = this.noteDrag.target?.item.id ?? null;
    const sticky = this.stickyDrag.target?.id ?? null;
    return [this.joining, card, way, stage, cell, sticky].flatMap((id) => id ?? []);
  }

  /** Writes what is begun: cards in the pointer's hands are let go, and a burst of arrow keys ends. */
  async settle(): Promise<void> {
    const written = [this.nudge.finish()];
    if (this.drag.isUnderWay) {
      written.push(this.drag.drop());
      letGo();
    }
    await Promise.all(written);
  }

  /** Backs out of whatever is going on; otherwise of the selection. */
  async escape(): Promise<void> {
    this.hovering.leave();
    const onLanes = [this.laneDrag, this.feelingDrag, this.laneResize, this.noteDrag, this.stickyDrag];
    const others = [this.stageDrag, this.wayDrag, this.channelDrag, ...onLanes];
    if (others.some((drag) => drag.cancel())) return;
    if (this.#gesture || this.drag.held.length > 0) {
      this.#dropLine();
      const back = this.drag.cancel();
      letGo();
      return back;
    }
    if (await this.nudge.cancel()) return;
    this.#workspace.select({});
  }

  /** Puts cards in order: those selected where there are several, or else all. */
  async tidyUp(): Promise<void> {
    const { touchpoints } = this.#workspace.selection;
    await this.settle();
    await this.glide.over(() => this.#workspace.tidyUp(touchpoints.length > 1 ? touchpoints : []));
  }

  /** Puts the cards that are selected in line, or evenly apart. */
  async arrange(how: Arrangement): Promise<void> {
    await this.settle();
    const { parts, selection, view } = this.#workspace;
    const cards = (parts?.touchpoints ?? []).flatMap(({ id, stage }) => {
      const bounds = selection.touchpoints.includes(id) ? this.#scene.card(id)?.bounds : undefined;
      return bounds ? [{ touchpoint: id, stage, bounds }] : [];
    });
    const moves = arranged(cards, how);
    if (!view || moves.length === 0) return;
    await this.glide.over(() => this.#workspace.edit({ edit: "move_touchpoints", map: view.map, moves }));
  }

  /** The rectangle around what is selected; `null` when nothing is. */
  selectionBounds() {
    const { touchpoints } = this.#workspace.selection;
    const items = [...touchpoints.map((id) => this.#scene.card(id)), ...this.#selectedRows()];
    return around(items.flatMap((item) => item?.bounds ?? []));
  }

  /** The ids of the items that are selected and have no ring of their own. */
  selectedLines(): string[] {
    return this.#selectedRows().flatMap((item) => item?.id ?? []);
  }

  /** The ids of the items of the cards that follow the pointer. */
  heldItems(): string[] {
    return this.drag.held.flatMap((id) => this.#scene.card(id)?.id ?? []);
  }

  /** The items of what is selected besides cards. */
  #selectedRows(): (SceneItem | undefined)[] {
    const { transitions, stage, lane, cell, card, note } = this.#workspace.selection;
    return [
      ...transitions.map((id) => this.#scene.transition(id)),
      stage === null ? undefined : this.#scene.stage(stage),
      lane === null ? undefined : cell === null ? this.#scene.lane(lane) : this.#scene.cell(lane, cell),
      card === null ? undefined : this.#scene.laneCard(card),
      note === null ? undefined : this.#scene.note(note),
    ];
  }

  #walked(): TouchpointId[] {
    return this.#scene.outline.walk.flatMap((id) => {
      const subject = this.#scene.items.get(id)?.subject;
      return subject?.kind === "touchpoint" ? [subject.touchpoint] : [];
    });
  }

  #dropLine(): void {
    this.#gesture = null;
    this.joining = null;
  }
}

/** Ends the pointer's drag for Svelte Flow, which knows no other way to back out of one. */
function letGo(): void {
  document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, view: window }));
}

/** Whether a menu is about this rather than about the ground that it stands on. */
function isListed({ kind }: Subject): boolean {
  return !["heading", "persona", "legend", "stage_edge"].includes(kind);
}
