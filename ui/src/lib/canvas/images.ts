/** Images on touchpoints and photos of personas: chosen, dropped and shown. */
import * as api from "../api";
import type { PersonaId, Subject, TouchpointId } from "../api";
import { choosePath } from "../shared/choosing";
import { places } from "../places/places.svelte";
import { workspace } from "../shared/workspace.svelte";

/** Whether a file is called as images are. */
export function isImage(path: string): boolean {
  return /\.(png|jpe?g|webp)$/i.test(path);
}

/** The address of the image of what an item is about, if it has one. */
export function imageOf(subject: Subject): string | null {
  if (subject.kind === "lane_card")
    return addressOf(workspace.parts?.cards.find(({ id }) => id === subject.card)?.image ?? null);
  if (subject.kind === "persona") {
    const persona = workspace.overview?.personas.find(({ id }) => id === subject.persona);
    return addressOf(persona?.details.photo ?? null);
  }
  if (subject.kind !== "touchpoint") return null;
  const touchpoint = workspace.parts?.touchpoints.find(({ id }) => id === subject.touchpoint);
  return addressOf(touchpoint?.details.image ?? null);
}

/** The address of an image in Base64. */
export function addressOf(image: string | null): string | null {
  return image === null ? null : `data:image/jpeg;base64,${image}`;
}

/** Lets the user choose an image for touchpoints. */
export function chooseImage(touchpoints: TouchpointId[]): Promise<void> {
  return chosen((path) => putImage(path, touchpoints));
}

/** Lets the user choose the photo of a persona. */
export function choosePhoto(persona: PersonaId): Promise<void> {
  return chosen(async (path) => {
    const photo = await api.readImage(path);
    await workspace.edit({ edit: "edit_persona", persona, change: { photo } });
  });
}

async function chosen(put: (path: string) => Promise<void>): Promise<void> {
  workspace.dismiss();
  try {
    const path = await choosePath("image");
    if (path !== null) await put(path);
  } catch (error) {
    workspace.fail(error);
  }
}

/** Puts the image of a file on touchpoints. */
export async function putImage(path: string, touchpoints: TouchpointId[]): Promise<void> {
  try {
    if (touchpoints.length === 0) {
      const message = "Drop an image on a touchpoint.";
      throw new api.FailureError({ code: "image_nowhere", params: {}, message });
    }
    const image = await api.readImage(path);
    await workspace.edit({ edit: "edit_touchpoints", touchpoints, change: { image } });
  } catch (error) {
    workspace.fail(error);
  }
}

/** The touchpoints that something is dropped on: the card at this point of the window, or else those that are selected. */
export function touchpointsAt({ x, y }: { x: number; y: number }): TouchpointId[] {
  if (places.current !== "map") return [];
  const nodes = document
    .elementsFromPoint(x, y)
    .map((each) => each.closest<HTMLElement>(".svelte-flow__node"));
  const id = nodes.find((node) => node !== null)?.dataset.id;
  const subject = id === undefined ? undefined : workspace.scene?.items.get(id)?.subject;
  return subject?.kind === "touchpoint" ? [subject.touchpoint] : workspace.selection.touchpoints;
}
