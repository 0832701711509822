/** What a user may want to mend, in words, and what it is about. */
import type { Finding, Parts } from "../../api";
import { t } from "../../i18n";
import { shortened } from "../../shared/format";
import type { Selection } from "../../shared/selected.svelte";

/** Findings of one thing only. */
export type Subject = { touchpoint: number } | { transition: number } | { stage: number } | null;

/** Those of the findings that are about a subject; all, if it is `null`. */
export function findingsOf(findings: Finding[], subject: Subject): Finding[] {
  if (subject === null) return findings;
  return findings.filter((finding) => {
    const selected = selectionOf(finding);
    if ("touchpoint" in subject) return selected.touchpoints?.includes(subject.touchpoint);
    if ("transition" in subject) return selected.transitions?.includes(subject.transition);
    return selected.stage === subject.stage;
  });
}

/** What a finding is about. */
export function selectionOf(finding: Finding): Partial<Selection> {
  switch (finding.finding) {
    case "empty_stage":
      return { stage: finding.at };
    case "back_in_linear":
      return { transitions: [finding.at] };
    default:
      return { touchpoints: [finding.at] };
  }
}

/** A finding as a sentence. */
export function findingText(finding: Finding, parts: Parts): string {
  const key = `finding-${finding.finding.replaceAll("_", "-")}`;
  const touchpoint = (id: number | undefined) =>
    shortened(parts.touchpoints.find((each) => each.id === id)?.title ?? "");
  switch (finding.finding) {
    case "empty_stage":
      return t(key, { title: shortened(parts.stages.find((each) => each.id === finding.at)?.title ?? "") });
    case "back_in_linear": {
      const transition = parts.transitions.find((each) => each.id === finding.at);
      return t(key, { from: touchpoint(transition?.from), to: touchpoint(transition?.to) });
    }
    default:
      return t(key, { title: touchpoint(finding.at) });
  }
}
