/** The commands that go to a place. */
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { places, type Place } from "./places.svelte";

function goTo<C extends string>(place: Place, code: C) {
  return {
    id: `place_${place}`,
    group: "window",
    scope: "workspace",
    whileWriting: true,
    // By the key's place: on some layouts digits take Shift.
    chords: [{ code, mod: true }],
    label: () => t(`go-${place}`),
    run: () => places.go(place),
  } as const satisfies Command;
}

export const placeCommands = {
  map: goTo("map", "Digit1"),
  customers: goTo("customers", "Digit2"),
  personas: goTo("personas", "Digit3"),
  insights: goTo("insights", "Digit4"),
  quality: goTo("quality", "Digit5"),
};
