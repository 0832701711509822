/** The touchpoints of a map as the rows of a table: what each says in its columns, and in which order they stand. */
import type { Account, Evidence, Parts, Touchpoint, TouchpointId } from "../api";
import { locale } from "../i18n";
import { channelChoices, choiceOf } from "../panels/inspector/channels";
import { sentiments } from "../panels/inspector/sentiments";
import type { LiveScene } from "../shared/live-scene.svelte";

/** The columns, from the left. */
export const columns = [
  "title",
  "stage",
  "channel",
  "customers",
  "moved",
  "drop_off",
  "sentiment",
  "onwards",
] as const;

export type Column = (typeof columns)[number];

/** Those in which something is written or chosen. */
export const written: readonly Column[] = ["title", "stage", "channel", "sentiment"];

/** The columns that hold a number, and stand at the right. */
export const numeric: readonly Column[] = ["customers", "moved", "drop_off"];

/** By which column the rows are sorted. */
export interface Order {
  by: Column;
  descending: boolean;
}

/** The touchpoints in the order in which the map is read, or by a column; those that say nothing there come last. */
export function recordsOf(
  scene: LiveScene,
  parts: Parts,
  evidence: Evidence | null,
  order: Order | null,
): Touchpoint[] {
  const known = new Map(parts.touchpoints.map((each) => [each.id, each]));
  const read = scene.outline.stages
    .flatMap(({ cards }) => cards)
    .flatMap(({ item }) => {
      const subject = scene.items.get(item)?.subject;
      return (subject?.kind === "touchpoint" && known.get(subject.touchpoint)) || [];
    });
  if (order === null) return read;
  const key = keysBy(order.by, parts, evidence);
  const sign = order.descending ? -1 : 1;
  const words = new Intl.Collator(locale(), { numeric: true });
  const keyed = read.map((touchpoint) => ({ touchpoint, key: key(touchpoint) }));
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null);
    const both = [one.key, other.key] as const;
    return sign * (areWords(both) ? words.compare(...both) : Number(both[0]) - Number(both[1]));
  });
  return keyed.map(({ touchpoint }) => touchpoint);
}

function areWords(both: readonly [string | number, string | number]): both is readonly [string, string] {
  return typeof both[0] === "string";
}

type Key = (touchpoint: Touchpoint) => string | number | null;

/** What the rows are sorted by. */
function keysBy(column: Column, parts: Parts, evidence: Evidence | null): Key {
  switch (column) {
    case "title":
      return ({ title }) => title;
    case "stage": {
      const places = new Map(parts.stages.map(({ id }, place) => [id, place]));
      return ({ stage }) => places.get(stage) ?? null;
    }
    case "channel": {
      const choices = channelChoices();
      return ({ channel }) => channel && (choiceOf(choices, channel)?.text ?? null);
    }
    case "sentiment":
      return ({ sentiment }) => sentiment && sentiments.indexOf(sentiment);
    case "onwards": {
      const ways = counted(parts.transitions.map(({ from }) => from));
      return ({ id }) => ways.get(id) ?? 0;
    }
    default: {
      const accounts = accountsOf(evidence);
      return ({ id }) => numberIn(column, accounts.get(id));
    }
  }
}

function numberIn(column: Column, account: Account | undefined): number | null {
  if (!account) return null;
  if (column === "customers") return account.entered;
  if (column === "moved") return account.moved.reduce((sum, { count }) => sum + count, 0);
  // Who ends at a goal is no loss.
  return account.goal ? null : (account.drop_off?.rate ?? null);
}

function accountsOf(evidence: Evidence | null): Map<TouchpointId, Account> {
  const nodes = evidence?.touchpoints.nodes ?? [];
  return new Map(
    nodes.flatMap((each) => {
      const { touchpoint } = each.node;
      return touchpoint === undefined ? [] : [[touchpoint, each] as const];
    }),
  );
}

function counted(ids: TouchpointId[]): Map<TouchpointId, number> {
  const counts = new Map<TouchpointId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
