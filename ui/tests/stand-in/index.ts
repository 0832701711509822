/**
 * A stand-in for the shell, for component tests and for `vite dev` in a plain browser. It answers the same commands
 * over the same IPC; none of it is in a build.
 */
import { mockIPC, mockWindows } from "@tauri-apps/api/mocks";

import type {
  ActiveBy,
  AttributeValue,
  Backup,
  ComparedCopy,
  Comparison,
  Changes,
  Copy,
  Edit,
  Erased,
  Evidence,
  Failure,
  FailureCode,
  Funnel,
  Leg,
  Listing,
  Likeness,
  Locale,
  MapComparison,
  MapPlaces,
  Merged,
  Moment,
  Move,
  OfFlaw,
  Overview,
  Page,
  Parts,
  PartsChanges,
  Presentation,
  PathsOf,
  Period,
  Progress,
  Protected,
  Question,
  Rule,
  Scene,
  SceneChanges,
  Run,
  Source,
  StepLabel,
  Steps,
  Template,
  VariantsOf,
  Version,
  View,
  Wanted,
} from "../../src/lib/api/bindings";
import { firstReading } from "../../src/lib/shared/readings";
import { noStageDetails } from "./details";
import { closerLook, drivers } from "./closer";
import { after } from "./edits";
import type { Kept } from "./edits";
import { evidenceFor, overview, parts, rules, unchanged } from "./journey";
import { findsIn } from "./finds";
import { subJourney } from "./sub-journey";
import { newCard, paint, sheetOf } from "./paint";
import { customer, people, timeline, way } from "./people";
import { funnelOf, pathsOf, variantsOf } from "./sequences";
import { proposedFor } from "./story";
import { overlapsOf } from "./overlaps";
import { personaFacts } from "./persona-facts";
import { duplicatesOf, effectOf, qualityOf } from "./quality";
import { meanings, metricsOf, projection, stakesOf } from "./worth";

/** A step of history: the workspaces before and after it. */
interface Step {
  label: StepLabel;
  at: number;
  before: Kept;
  after: Kept;
}

type Args = Record<string, unknown>;

const second: Parts = {
  map: overview.maps[1] as Parts["map"],
  stages: [{ id: 21, title: "Renewal", goal: null, locked: false, details: noStageDetails }],
  touchpoints: [],
  transitions: [],
  lanes: [],
  cards: [],
  story: [],
  notes: [],
  dots: 3,
  findings: [{ finding: "empty_stage", at: 21 }],
  left_events: [],
};

/** What an import is called with. */
interface ImportArguments {
  progress: { onmessage: (progress: Progress) => void };
  options: { run: Run };
}

const source: Source = {
  columns: ["user_id", "event", "timestamp", "platform"],
  rows: [
    ["u-1001", "page_view", "2026-01-04 09:12:00", "web"],
    ["u-1001", "basket_add", "2026-01-04 09:30:10", "web"],
    ["u-1002", "ad_click", "2026-01-05 11:00:00", "social"],
  ],
  encoding: "utf8",
  bytes: 1_420_113,
  interactions: {
    customer: "user_id",
    event: "event",
    time: "timestamp",
    channel: "platform",
    value: null,
    currency: null,
  },
  customers: { key: "user_id", name: [], attributes: [{ field: "platform", column: "platform" }] },
  unread_value: null,
  repeated: [],
  sheets: null,
  stages: [],
  looks: null,
};

/** The backups of the workspace. */
export const backups: Backup[] = [
  {
    id: "b3",
    at: 1_795_760_000_000,
    reason: "hourly",
    bytes: 4_200_000,
    is_now: true,
    is_opened: false,
    is_beside: true,
  },
  {
    id: "b2",
    at: 1_795_750_000_000,
    reason: "opened",
    bytes: 4_100_000,
    is_now: false,
    is_opened: true,
    is_beside: true,
  },
  {
    id: "b1",
    at: 1_795_660_000_000,
    reason: "import",
    bytes: 300_000,
    is_now: false,
    is_opened: false,
    is_beside: true,
  },
];

/** A copy of the workspace, compared. */
export const comparedCopy: ComparedCopy = {
  maps: [
    { title: "Shop", title_there: null, state: "same", proposed: "ours" },
    { title: "B2B", title_there: "B2B, new", state: "changed_there", proposed: "theirs" },
    { title: "Service", title_there: null, state: "changed_both", proposed: null },
    { title: "Returns", title_there: null, state: "only_there", proposed: "theirs" },
  ],
  personas: ["Nora"],
  segments: [],
  imports: [
    {
      id: 7,
      kind: "interactions",
      source: "november.csv",
      at: 1_795_660_000_000,
      taken: 1_200,
      rejected: 0,
    },
  ],
};

const merged: Omit<Merged, "changes"> = {
  added: ["Returns"],
  changed: ["B2B, new", "Service"],
  deleted: [],
  personas: ["Nora"],
  segments: [],
  missing: [],
  imports: comparedCopy.imports,
};

/** What erasing did besides. */
const erased: Erased = {
  backups: 2,
  deleted_copies: 0,
  steps: 3,
  versions: [],
  imports: 1,
  segments: ["Loyal"],
  events: [],
  mentions: [{ of: "touchpoint", text: "Call of u-1001" }],
};

const comparison: Comparison = {
  now: {
    maps: ["Shop", "B2B"],
    touchpoints: 19,
    personas: 3,
    segments: 4,
    customers: 600,
    interactions: 31_106,
  },
  then: { maps: ["Shop"], touchpoints: 12, personas: 3, segments: 2, customers: 0, interactions: 0 },
};

/** The map at two moments, compared. */
export const comparedMoments: MapComparison = {
  scene: paint(parts, null, "light", firstReading),
  differences: [
    {
      change: "changed",
      what: "touchpoint",
      title: "Reads the reviews",
      to: null,
      was: "Reads reviews",
      fields: ["place", "title"],
      item: "touchpoint-3",
    },
    {
      change: "removed",
      what: "transition",
      title: "Sees the ad",
      to: "Cart",
      was: null,
      fields: [],
      item: "transition-9",
    },
    { change: "added", what: "lane", title: "emotion", to: null, was: null, fields: [], item: null },
  ],
};

/** The values that customers have of an attribute. */
function valuesOf(attribute: unknown): AttributeValue[] {
  const values = attribute === "plan" ? ["new", "regular", "business"] : ["Utrecht", "Amsterdam", "Gent"];
  return values.map((value, index) => ({ value, customers: 900 - index }));
}

/** The language of rules of the stand-in is JSON. */
function readRule(text: string): Rule {
  try {
    return JSON.parse(text) as Rule;
  } catch {
    return refuse("bad_rule", { reason: "at character 1" });
  }
}

function placesOf({ stages, touchpoints }: Parts): MapPlaces {
  const titled = ({ id, title }: { id: number; title: string }): [number, string] => [id, title];
  return { stages: stages.map(titled), touchpoints: touchpoints.map(titled) };
}

function gone(before: { id: number }[], after: { id: number }[]): number[] {
  return before.map(({ id }) => id).filter((id) => !after.some((each) => each.id === id));
}

/** A session without a file behind it. */
export class StandIn {
  kept: Kept = {
    overview: structuredClone(overview),
    maps: { 1: parts, 2: second },
    rules: structuredClone(rules),
    next: 100,
  };
  done: Step[] = [];
  undone: Step[] = [];
  versions: Version[] = [];
  presentation: Presentation | null = null;
  ownTemplates: Template[] = [];
  view: View | null = null;
  shown: Scene | null = null;
  seen: Parts | null = null;
  /** Whether the sample was opened before. */
  sampleKept = false;
  recentKept = true;
  /** What opens the workspace, where it is protected. */
  passphrase: string | null = null;
  keyring = false;
  /** The folder of choice for backups. */
  backupFolder: string | null = null;
  backupFolderMissing = false;
  /** The copies beside the workspace, and what they are compared to be. */
  copies: Copy[] = [];
  comparedCopy: ComparedCopy = comparedCopy;
  copyPassphrase: string | null = null;
  /** How many backups cannot be treated when the passphrase changes. */
  stubborn = 0;
  /** The commands that were called, with what they were given. */
  calls: { command: string; args: Args }[] = [];
  /** Answers that a test puts in the place of the usual ones. */
  answers: Record<string, (args: Args) => unknown> = {};

  answer(command: string, args: Args): unknown {
    this.calls.push({ command, args });
    const instead = this.answers[command];
    return instead ? instead(args) : this.#usual(command, args);
  }

  #usual(command: string, args: Args): unknown {
    switch (command) {
      case "startup":
        return {
          locale: "en",
          overview: null,
          failure: null,
        };
      case "offers":
        return {
          recent: this.recentKept ? [{ path: overview.path, title: overview.title }] : [],
          sample_kept: this.sampleKept,
        };
      case "forget_recent":
        this.recentKept = false;
        return null;
      case "create_workspace":
      case "sample_workspace":
      case "open_workspace":
        if (this.passphrase !== null) return refuse("workspace_locked", { path: args.path as string });
        return this.#overview();
      case "unlock_workspace":
        if (args.passphrase === this.passphrase) return this.#overview();
        return refuse("wrong_passphrase", { path: args.path as string });
      case "has_keyring":
        return this.keyring;
      case "protect_workspace":
        return this.#protect(args.passphrase as string, args.remember as boolean);
      case "unprotect_workspace":
        return this.#protect(null, false);
      case "overview":
        return this.#overview();
      case "attribute_values":
        return valuesOf(args.attribute);
      case "segment_rule":
        return this.kept.rules[args.segment as number];
      case "try_rule":
        return { count: { customers: JSON.stringify(args.rule).length, of: 2000 }, faults: [] };
      case "text_of_rule":
        return JSON.stringify(args.rule);
      case "read_rule":
        return readRule(args.text as string);
      case "channel_counts":
        return [
          { event: "web", count: 20_000 },
          { event: "mail", count: 900 },
        ];
      case "map_places":
        return placesOf(this.kept.maps[args.map as number] as Parts);
      case "keep_list":
        return this.#edit({ edit: "add_segment", name: args.name as string, rule: { customers: [1, 2] } });
      case "view_map":
        return this.#look(args.view as View);
      case "ask":
        this.view = args.view as View;
        return this.#changes(null, true);
      case "edit":
        return this.#edit(args.edit as Edit);
      case "discover_map": {
        const { title, locale } = args as { title: string; locale: Locale };
        return this.#edit({ edit: "add_map", title, template: "", locale, examples: false });
      }
      case "add_touchpoint_for": {
        const { map, event } = args as { map: number; event: string };
        return this.#edit({ edit: "add_touchpoint_to", map, stage: 1, title: event, channel: null });
      }
      case "closer_look":
        return closerLook(args.question as Question, args.leg as Leg, args.period as Period);
      case "drivers":
        return drivers();
      case "stop_looking":
        return null;
      case "propose_story":
        return proposedFor(this.#parts() as Parts);
      case "story_scene":
        return this.#paint(this.#parts() as Parts, this.#evidence(this.#parts() as Parts));
      case "present":
        this.presentation = args.now as Presentation | null;
        return null;
      case "open_presenter":
        return null;
      case "presentation":
        return this.presentation;
      case "sub_journey":
        return subJourney(args.map as number, args.question as Question);
      case "find_anywhere":
        return findsIn(this.kept, args.typed as string);
      case "stop_counting":
        return null;
      case "backups":
        return backups;
      case "backup_place":
        return { chosen: this.backupFolder, is_missing: this.backupFolderMissing };
      case "keep_backups_in":
        this.backupFolder = args.folder as string | null;
        return { moved: 3, left: null };
      case "copies":
        return this.copies;
      case "compare_copy":
        if (this.copyPassphrase !== null)
          return refuse("workspace_locked", { path: `/home/nora/${args.copy as string}` });
        return this.comparedCopy;
      case "unlock_copy":
        if (args.passphrase !== this.copyPassphrase) return refuse("wrong_passphrase", { path: "" });
        this.copyPassphrase = null;
        return null;
      case "merge_copy":
        return { ...merged, changes: this.#edit({ edit: "add_persona", name: "Nora" }) };
      case "set_copy_aside":
        this.copies = this.copies.filter(({ name }) => name !== args.copy);
        return { ...backups[0], reason: "copy" };
      case "back_up":
        return null;
      case "compare_backup":
        return comparison;
      case "restore_backup":
        return this.#overview();
      case "people":
        return people(args.listing as Listing, args.attributes as string[], args.page as Page);
      case "prepare_search":
        return 0;
      case "export_people":
        return 250;
      case "customer":
        return customer(args.customer as number);
      case "erase_customer":
        return { erased, changes: this.#changes(null, true) };
      case "export_record":
        return null;
      case "disguise":
        return {
          path: args.path,
          customers: 600,
          interactions: 31_106,
          values: 3,
          events: 0,
          channels: 1,
          segments: ["Loyal"],
        };
      case "aged":
        return { before: 1_700_000_000_000, interactions: 1200, of: 31_106, customers: 40, unknown: 12 };
      case "expire":
        return { interactions: 1200, customers: 12, erased, changes: this.#changes(null, true) };
      case "timeline":
        return timeline(args.page as Page);
      case "customer_way":
        return way();
      case "way_along":
        return { lit: [], items: [], visits: (args.touchpoints as number[]).length };
      case "funnel":
        return funnelOf(args.funnel as Funnel);
      case "variants":
        return variantsOf(
          this.kept.maps[args.map as number] as Parts,
          args.question as Question,
          args.of as VariantsOf,
        );
      case "paths":
        return pathsOf(this.kept.maps[args.map as number] as Parts, args.of as PathsOf);
      case "customers_in_file":
        return { customers: [1, 2, 3], unknown: 2, first_unknown: ["x", "y"] };
      case "overlaps":
        return overlapsOf(args.segments as number[]);
      case "quality":
        return qualityOf(args.map as number | null);
      case "flaw_effect":
        return effectOf(args.flaw as OfFlaw, this.kept.maps[args.map as number] as Parts);
      case "duplicates":
        return duplicatesOf(args.by as Likeness);
      case "merge_duplicates":
        return this.#changes(null, true);
      case "persona_facts":
        return personaFacts(args.persona as number);
      case "stop_quality":
        return null;
      case "metrics":
        return metricsOf(args.map as number, args.question as Question, args.activity as ActiveBy | null);
      case "projection":
        return projection;
      case "stakes":
        return stakesOf(this.kept.maps[args.map as number] as Parts);
      case "event_meanings":
        return meanings;
      case "ghosts_of":
        return [];
      case "preview":
        return this.#preview(args.moves as Move[]);
      case "new_card":
        return newCard(args.wanted as Wanted, this.#parts() as Parts);
      case "undo":
        return this.#travel(this.done, this.undone, "before");
      case "redo":
        return this.#travel(this.undone, this.done, "after");
      case "steps":
        return this.#steps();
      case "name_version": {
        const moment = args.moment as Moment;
        const step = moment.at === "step" ? moment.step : this.done.length;
        const at = this.#steps().steps[step - 1]?.at ?? 0;
        this.versions.push({ id: this.versions.length + 1, name: args.name as string, at, step });
        return null;
      }
      case "rename_version":
        this.versions = this.versions.map((each) =>
          each.id === args.version ? { ...each, name: args.name as string } : each,
        );
        return null;
      case "delete_version":
        this.versions = this.versions.filter(({ id }) => id !== args.version);
        return null;
      case "compare_moments":
      case "compare_twins":
        return comparedMoments;
      case "restore_map":
        return this.#edit({ edit: "rename_map", map: args.map as number, title: "Restored" });
      case "go_to": {
        const moment = args.moment as Moment;
        const wanted = moment.at === "step" ? moment.step : 0;
        while (this.done.length > wanted) this.#travel(this.done, this.undone, "before");
        while (this.done.length < wanted) this.#travel(this.undone, this.done, "after");
        return this.#changes(null, true);
      }
      case "inspect_source":
        return source;
      case "inspect_document":
        return null;
      case "import_document":
        return { added: [], renamed: [], missing: [], changes: this.#changes(null, true) };
      case "export_data":
        return { folder: `${String(args.folder)}/Shop`, files: [] };
      case "imported_before":
        return null;
      case "import_interactions":
      case "import_purchases":
      case "import_scores":
      case "import_customers":
        return this.#import(args as unknown as ImportArguments);
      case "undo_import":
        this.kept.overview.imports = this.kept.overview.imports.filter((each) => each.id !== args.importId);
        return this.#changes(null, true);
      case "persona_sheet":
        return {
          scene: sheetOf(this.kept.overview.personas.find(({ id }) => id === args.persona)),
          share: { customers: 3, of: 12 },
        };
      case "portraits":
        return (args.avatars as unknown[]).map(() => []);
      case "export_map":
      case "export_persona":
        return { path: args.path, unshown: [] };
      case "copy_map":
        return null;
      case "choose_file":
        return this.#choose(args.kind);
      case "ideas":
        return args.stage === "Awareness" ? [{ title: "Be recommended", channel: "person" }] : [];
      case "templates":
        return [
          {
            id: "marketing",
            title: "Marketing funnel",
            lifecycle: "linear",
            stages: ["Awareness", "Purchase", "Loyalty"],
            own: false,
          },
          {
            id: "loop",
            title: "Loyalty loop",
            lifecycle: "circular",
            stages: ["Consider", "Buy", "Enjoy", "Bond"],
            own: false,
          },
          { id: "blank", title: "Blank", lifecycle: "non_linear", stages: ["First stage"], own: false },
          ...this.ownTemplates,
        ];
      case "template_scene":
      case "export_scene":
        return comparedMoments.scene;
      case "keep_template": {
        const id = `own-${this.ownTemplates.length + 1}`;
        const title = args.title as string;
        this.ownTemplates.push({ id, title, lifecycle: "linear", stages: ["Awareness"], own: true });
        return id;
      }
      case "rename_template":
        this.ownTemplates = this.ownTemplates.map((each) =>
          each.id === args.template ? { ...each, title: args.title as string } : each,
        );
        return null;
      case "delete_template":
        this.ownTemplates = this.ownTemplates.filter(({ id }) => id !== args.template);
        return null;
      default:
        return null;
    }
  }

  #protect(passphrase: string | null, remember: boolean): Protected {
    this.passphrase = passphrase;
    this.kept.overview = { ...this.kept.overview, is_protected: passphrase !== null };
    return {
      overview: this.#overview(),
      backups: { followed: backups.length - this.stubborn, deleted: 0, left: this.stubborn },
      not_remembered: remember && !this.keyring,
    };
  }

  #overview(): Overview {
    const label = (steps: Step[]) => steps.at(-1)?.label ?? null;
    const history = { undo: label(this.done), redo: label(this.undone), undone: this.undone.length };
    return { ...this.kept.overview, history };
  }

  #parts(): Parts | null {
    const map = this.view?.map;
    const there = this.kept.overview.maps.some((each) => each.id === map);
    return map !== undefined && there ? (this.kept.maps[map] ?? null) : null;
  }

  #evidence(shown: Parts): Evidence | null {
    return this.view?.question ? evidenceFor(shown, this.view.question) : null;
  }

  #paint(shown: Parts, evidence: Evidence | null): Scene {
    return paint(shown, evidence, this.view?.theme ?? "light", this.view?.reading ?? firstReading);
  }

  #look(view: View) {
    this.view = view;
    const shown = this.#parts();
    if (!shown) return refuse("missing", { what: "map", id: String(view.map) });
    const evidence = this.#evidence(shown);
    this.shown = this.#paint(shown, evidence);
    this.seen = shown;
    return { parts: shown, scene: this.shown, evidence };
  }

  #changes(added: number | null, all: boolean): Changes {
    const shown = this.#parts();
    const evidence = shown && this.#evidence(shown);
    const overview = this.#overview();
    return {
      overview: {
        maps: all ? overview.maps : null,
        personas: all ? overview.personas : null,
        segments: all ? overview.segments : null,
        imports: all ? overview.imports : null,
        counts: all ? overview : null,
      },
      parts: this.#seeParts(shown),
      scene: shown && this.#show(this.#paint(shown, evidence)),
      evidence,
      history: overview.history,
      discarded: 0,
      stale: false,
      added,
    };
  }

  #seeParts(after: Parts | null): PartsChanges {
    const before = this.seen;
    this.seen = after;
    if (!before || !after) return unchanged;
    const { touchpoints, transitions, cards, notes } = after;
    return {
      ...after,
      touchpoints: { changed: touchpoints, removed: gone(before.touchpoints, touchpoints) },
      transitions: { changed: transitions, removed: gone(before.transitions, transitions) },
      cards: { changed: cards, removed: gone(before.cards, cards) },
      notes: { changed: notes, removed: gone(before.notes, notes) },
    };
  }

  #show(scene: Scene): SceneChanges {
    const before = new Map((this.shown?.items ?? []).map((item) => [item.id, JSON.stringify(item)]));
    const ids = scene.items.map((item) => item.id);
    const changed = scene.items.filter((item) => before.get(item.id) !== JSON.stringify(item));
    const removed = [...before.keys()].filter((id) => !ids.includes(id));
    const same = ids.length === before.size && [...before.keys()].every((id, index) => ids[index] === id);
    this.shown = scene;
    const { bounds, background, outline, paths } = scene;
    return { bounds, background, paths, changed, removed, order: same ? null : ids, outline };
  }

  #edit(edit: Edit): Changes {
    const { kept, added } = after(this.kept, this.view?.map ?? 0, edit);
    const subject = "title" in edit ? edit.title : "name" in edit ? (edit.name ?? "") : "";
    this.done.push({ label: { op: edit.edit, subject }, at: Date.now(), before: this.kept, after: kept });
    const discarded = this.undone.length;
    this.undone = [];
    this.kept = kept;
    return { ...this.#changes(added, true), discarded };
  }

  #preview(moves: Move[]): SceneChanges {
    const map = this.view?.map ?? 0;
    const { kept } = after(this.kept, map, { edit: "move_touchpoints", map, moves });
    const shown = kept.maps[map] as Parts;
    return this.#show(this.#paint(shown, this.#evidence(shown)));
  }

  #travel(from: Step[], to: Step[], side: "before" | "after"): Changes {
    const step = from.pop();
    if (!step) return this.#changes(null, false);
    to.push(step);
    this.kept = step[side];
    return this.#changes(null, true);
  }

  #steps(): Steps {
    const all = [...this.done, ...[...this.undone].reverse()];
    return {
      steps: all.map(({ label, at }, index) => {
        return { step: index + 1, ...label, at, undone: index >= this.done.length };
      }),
      is_cut: false,
      opened: { at: "beginning" },
      versions: this.versions,
    };
  }

  async #import({ progress, options }: ImportArguments) {
    for (const done of [25, 50, 75, 100]) {
      progress.onmessage({ phase: done < 75 ? "reading" : "storing", done, of: 100 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return {
      report: {
        import: options.run === "try" ? null : 3,
        read: 31_120,
        taken: 31_106,
        already_there: 7,
        new_customers: 12,
        local_times: { skipped: 0, repeated: 2 },
        forms: { encoding: "utf8", date_order: null, decimal: null },
        unread_value: null,
        not_backed_up: null,
        repeated: [],
        sheets: null,
        looks: null,
        stages: null,
        rejections: {
          total: 14,
          by_reason: [
            { first: { line: 17, reason: { kind: "bad_time", value: "03/04/2024" } }, rows: 13 },
            { first: { line: 204, reason: { kind: "empty_customer" } }, rows: 1 },
          ],
          first: [
            { line: 17, reason: { kind: "bad_time", value: "03/04/2024" } },
            { line: 204, reason: { kind: "empty_customer" } },
          ],
        },
        columns: { customer: "user_id", event: "event", time: "timestamp" },
        matched: [{ map: "Nora's first order", touchpoint: "Cart", events: ["basket_add"] }],
      },
      changes: this.#changes(null, true),
    };
  }

  #choose(kind: unknown): string {
    if (kind === "source") return "/home/nora/events.csv";
    if (kind === "open_workspace") return overview.path;
    if (kind === "folder") return "/home/nora";
    const made = (kind as { new_workspace?: { name: string } }).new_workspace;
    if (made) return `/home/nora/${made.name}.touchline`;
    const listed = (kind as { list?: { name: string } }).list;
    if (listed) return `/home/nora/${listed.name}.csv`;
    const record = (kind as { record?: { name: string } }).record;
    if (record) return `/home/nora/${record.name}.html`;
    const { format, name } = (kind as { picture: { format: string; name: string } }).picture;
    return `/home/nora/${name}.${format}`;
  }
}

/** Refuses as the shell does. */
export function refuse(code: FailureCode, params: Record<string, string> = {}): never {
  throw { code, params, message: code } satisfies Failure;
}

/** Puts a stand-in behind the IPC of this window. */
export function standIn(): StandIn {
  const session = new StandIn();
  mockWindows("main");
  mockIPC(async (command, args) => structuredCloneOf(await session.answer(command, (args ?? {}) as Args)), {
    shouldMockEvents: true,
  });
  return session;
}

/** What comes over the wire is never the object that the other side keeps. */
function structuredCloneOf(value: unknown): unknown {
  return value === undefined ? null : structuredClone(value);
}
