/** The commands that look at the map in view through another lens. */
import type { Lens } from "../api";
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { places } from "../places/places.svelte";
import { workspace } from "../shared/workspace.svelte";

// By the key's place: on some layouts digits take Shift.
function through<C extends string>(lens: Lens, code: C) {
  return {
    id: `lens_${lens}`,
    group: "map",
    scope: "workspace",
    chords: [{ code }],
    label: () => t("lens-through", { lens: t(`lens-${lens}`) }),
    enabled: () => workspace.wanted !== null && places.current === "map",
    run: () => workspace.read({ lens }),
  } as const satisfies Command;
}

export const lensCommands = {
  conversion: through("conversion", "Digit1"),
  drop_off: through("drop_off", "Digit2"),
  time: through("time", "Digit3"),
  emotion: through("emotion", "Digit4"),
  plain: through("plain", "Digit0"),
} as const satisfies Record<Lens, Command>;
