/** The commands that look at the map in view through another lens. */
import type { Lens } from "../api";
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { places } from "../places/places.svelte";
import { firstAgainst } from "../shared/questions";
import { workspace } from "../shared/workspace.svelte";

/** Looks at the map through a lens; one that compares has something to compare with. */
async function seeThrough(lens: Lens): Promise<void> {
  const against = workspace.wanted?.question?.against ?? firstAgainst;
  await workspace.read({ lens }, lens === "comparison" ? { against } : {});
}

// By the key's place: on some layouts digits take Shift.
function through<C extends string>(lens: Lens, code: C) {
  return {
    id: `lens_${lens}`,
    group: "map",
    scope: "workspace",
    chords: [{ code }],
    label: () => t("lens-through", { lens: t(`lens-${lens}`) }),
    enabled: () => workspace.wanted !== null && places.current === "map",
    run: () => seeThrough(lens),
  } as const satisfies Command;
}

export const lensCommands = {
  conversion: through("conversion", "Digit1"),
  drop_off: through("drop_off", "Digit2"),
  time: through("time", "Digit3"),
  emotion: through("emotion", "Digit4"),
  comparison: through("comparison", "Digit5"),
  value: through("value", "Digit6"),
  plain: through("plain", "Digit0"),
} as const satisfies Record<Lens, Command>;
