/** What customers answered about a touchpoint, and who they are. */
import type { Measured, TouchpointId, Who } from "../api";
import { t } from "../i18n";
import { customers } from "../places/customers/customers.svelte";
import { places } from "../places/places.svelte";
import { shortened } from "../shared/format";
import { workspace } from "../shared/workspace.svelte";

/** What was measured at a touchpoint, as the picture shows it; `null` where its numbers show nothing. */
export function measuredAt(touchpoint: TouchpointId): Measured | null {
  const shown = workspace.scene?.order.some((id) =>
    workspace.scene?.items.get(id)?.zones.measured.some((each) => each.touchpoint === touchpoint),
  );
  const found = workspace.evidence?.measured.find((each) => each.touchpoint === touchpoint);
  return shown && found ? found : null;
}

/** What those who answered about a touchpoint have in common, in words. */
export function measuredTitle(touchpoint: TouchpointId): string {
  const found = workspace.parts?.touchpoints.find((each) => each.id === touchpoint);
  return t("people-of-felt", { title: shortened(found?.title ?? "") });
}

/** Goes to those who answered about a touchpoint of the map in view. */
export function openMeasured(touchpoint: TouchpointId): void {
  const { view, parts } = workspace;
  if (!view?.question) return;
  const question = { ...view.question, against: null };
  const who: Who = {
    tile: { tile: { felt: touchpoint }, of: { map: view.map, activity: "contacts", question } },
  };
  customers.list(who, { title: measuredTitle(touchpoint), map: parts?.map.title ?? "" });
  void places.go("customers");
}
