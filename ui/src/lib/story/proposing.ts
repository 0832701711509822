/** A story for a map that has none, in the window's words. */
import * as api from "../api";
import type { NewStoryStep, ProposedStep } from "../api";
import { t } from "../i18n";
import { count, money, percent } from "../shared/format";
import { workspace } from "../shared/workspace.svelte";

/** The steps of a story for the map in view; `null` where they cannot be told. */
export async function proposed(): Promise<NewStoryStep[] | null> {
  const steps = await workspace.consult(() => api.proposeStory());
  return steps?.map((step) => ({ ...words(step), shown: step.shown })) ?? null;
}

/** What stands over a step that is proposed, and what may be said to it. */
function words({ about }: ProposedStep): { title: string; notes: string } {
  const { parts } = workspace;
  const touchpoint = (id: number) => parts?.touchpoints.find((each) => each.id === id)?.title ?? "";
  const persona = (id: number) => workspace.overview?.personas.find((each) => each.id === id)?.name ?? "";
  switch (about.kind) {
    case "whole":
      return { title: parts?.map.title ?? "", notes: t("story-notes-whole") };
    case "stage": {
      const stage = parts?.stages.find((each) => each.id === about.stage);
      return { title: stage?.title ?? "", notes: stage?.details.aim ?? "" };
    }
    case "loss": {
      const title = touchpoint(about.touchpoint);
      const lost = count(about.lost);
      if (about.value === null)
        return { title: t("story-loss", { title, lost }), notes: t("story-notes-loss") };
      const value = money(about.value, about.currency);
      return { title: t("story-loss-value", { title, value }), notes: t("story-notes-value", { lost }) };
    }
    case "difference": {
      const [one, other] = about.personas.map(persona);
      const [first, second] = about.rates.map(percent);
      const named = { title: touchpoint(about.touchpoint), one: one ?? "", other: other ?? "" };
      return {
        title: t("story-difference", named),
        notes: t("story-notes-difference", { ...named, first: first ?? "", second: second ?? "" }),
      };
    }
    case "feelings": {
      const [one, other] = about.personas.map(persona);
      const named = { title: touchpoint(about.touchpoint), one: one ?? "", other: other ?? "" };
      return { title: t("story-difference", named), notes: t("story-notes-feelings", named) };
    }
  }
}
