/** The cards in the cells of lanes: added, found and given images. */
import * as api from "../api";
import type { CardId, LaneCard, LaneId, Node, Parts } from "../api";
import { places } from "../places/places.svelte";
import { choosePath } from "../shared/choosing";
import { sameNode } from "../shared/nodes";
import { workspace } from "../shared/workspace.svelte";

/** The cards in a cell, in their order. */
export function cardsIn({ cards }: Parts, lane: LaneId, of: Node): LaneCard[] {
  const inside = cards.filter((card) => card.lane === lane && sameNode(card.of, of));
  return inside.toSorted((one, other) => one.position - other.position);
}

/** Adds a card to a cell after those that are there, and selects it. */
export async function addCard(lane: LaneId, of: Node, image: string | null = null): Promise<CardId | null> {
  const { parts } = workspace;
  if (!parts) return null;
  const place = cardsIn(parts, lane, of).length;
  const changes = await workspace.edit({ edit: "add_card", lane, of, place, text: "", image });
  const added = changes?.added ?? null;
  if (added !== null) workspace.select({ card: added });
  return added;
}

/** Lets the user choose an image, and adds a card with it to a cell. */
export async function addImage(lane: LaneId, of: Node): Promise<void> {
  await withImage((image) => addCard(lane, of, image));
}

/** Lets the user choose an image for a card. */
export async function chooseCardImage(card: CardId): Promise<void> {
  await withImage((image) => workspace.edit({ edit: "edit_card", card, change: { image } }));
}

async function withImage(use: (image: string) => Promise<unknown>): Promise<void> {
  workspace.dismiss();
  try {
    const path = await choosePath("image");
    if (path !== null) await use(await api.readImage(path));
  } catch (error) {
    workspace.fail(error);
  }
}

/** The cell, or the card in one, that is at a point of the window. */
export function cellAt({
  x,
  y,
}: {
  x: number;
  y: number;
}): { lane: LaneId; of: Node; card: CardId | null } | null {
  if (places.current !== "map") return null;
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest<HTMLElement>("[data-item]")?.dataset.item;
    const subject = id === undefined ? undefined : workspace.scene?.items.get(id)?.subject;
    if (subject?.kind === "cell") return { lane: subject.lane, of: subject.of, card: null };
    if (subject?.kind === "lane_card") {
      const card = workspace.parts?.cards.find((each) => each.id === subject.card);
      return card ? { lane: card.lane, of: card.of, card: card.id } : null;
    }
  }
  return null;
}

/** Puts the image of a file on the card in a cell, or on a new one. */
export async function dropImage(path: string, { lane, of, card }: NonNullable<ReturnType<typeof cellAt>>) {
  try {
    const image = await api.readImage(path);
    if (card === null) await addCard(lane, of, image);
    else await workspace.edit({ edit: "edit_card", card, change: { image } });
  } catch (error) {
    workspace.fail(error);
  }
}
