// Generated from the Rust types by tauri-specta. Do not edit.

import { Channel, invoke } from "@tauri-apps/api/core";

export const commands = {
  startup: () => typedError<Startup, Failure>(invoke("startup")),
  createWorkspace: (path: string, title: string, template: string) =>
    typedError<Overview, Failure>(invoke("create_workspace", { path, title, template })),
  sampleWorkspace: (path: string) => typedError<Overview, Failure>(invoke("sample_workspace", { path })),
  openWorkspace: (path: string) => typedError<Overview, Failure>(invoke("open_workspace", { path })),
  closeWorkspace: () => typedError<null, Failure>(invoke("close_workspace")),
  overview: () => typedError<Overview, Failure>(invoke("overview")),
  viewMap: (view: View) => typedError<MapView, Failure>(invoke("view_map", { view })),
  ask: (view: View) => typedError<Changes, Failure>(invoke("ask", { view })),
  edit: (edit: Edit) => typedError<Changes, Failure>(invoke("edit", { edit })),
  preview: (moves: Move[]) => typedError<SceneChanges, Failure>(invoke("preview", { moves })),
  undo: () => typedError<Changes, Failure>(invoke("undo")),
  redo: () => typedError<Changes, Failure>(invoke("redo")),
  inspectSource: (path: string) => typedError<SourceReport, Failure>(invoke("inspect_source", { path })),
  importInteractions: (path: string, options: InteractionImport, progress: Channel<Progress>) =>
    typedError<Imported, Failure>(invoke("import_interactions", { path, options, progress })),
  importCustomers: (path: string, options: CustomerImport, progress: Channel<Progress>) =>
    typedError<Imported, Failure>(invoke("import_customers", { path, options, progress })),
  cancelImport: () => typedError<null, Failure>(invoke("cancel_import")),
  undoImport: (importId: ImportId) => typedError<Changes, Failure>(invoke("undo_import", { import: importId })),
  exportMap: (path: string, options: ExportOptions) =>
    typedError<string, Failure>(invoke("export_map", { path, options })),
  chooseFile: (kind: FileKind) => typedError<string | null, Failure>(invoke("choose_file", { kind })),
  templates: () => invoke<Template[]>("templates"),
  quit: () => invoke<null>("quit"),
};

export type MapId = number;
export type StageId = number;
export type TouchpointId = number;
export type TransitionId = number;
export type PersonaId = number;
export type SegmentId = number;
export type CustomerId = number;
export type ImportId = number;

export type Theme = "light" | "dark";
export type Locale = "en" | "nl";
export type Lifecycle = "linear" | "non_linear" | "circular";
export type Level = "stage" | "touchpoint";
export type Unit = "customers" | "visits";
export type Mode = "next" | "eventual";
export type Repeats = "collapse" | "keep";
export type Kind = "drawn" | "ghost";
export type Phase = "reading" | "storing";
export type Sentiment = "very_negative" | "negative" | "neutral" | "positive" | "very_positive";
export type ChannelKind =
  | "website"
  | "app"
  | "search"
  | "advertisement"
  | "social"
  | "email"
  | "message"
  | "phone"
  | "chat"
  | "store"
  | "person"
  | "print"
  | "event"
  | "payment"
  | "delivery"
  | "review"
  | "support";

export type Failure = { code: string; params: { [key: string]: string }; message: string };
export type Recent = { path: string; title: string };
export type Startup = { locale: Locale; recent: Recent[]; overview: Overview | null; failure: Failure | null };
export type FileKind =
  | "open_workspace"
  | "new_workspace"
  | "source"
  | { picture: { format: string; name: string } };

export type Map = { id: MapId; title: string; lifecycle: Lifecycle; persona: PersonaId | null };
export type Stage = { id: StageId; title: string; goal: boolean | null };
export type Place = { x: number; y: number };
export type Touchpoint = {
  id: TouchpointId;
  stage: StageId;
  title: string;
  place: Place;
  channel: ChannelKind | null;
  sentiment: Sentiment | null;
  goal: boolean | null;
  events: string[];
};
export type Transition = { id: TransitionId; from: TouchpointId; to: TouchpointId };
export type Persona = {
  id: PersonaId;
  name: string;
  description: string;
  goals: string;
  frustrations: string;
  segment: SegmentId | null;
};
export type Segment = { id: SegmentId; name: string; attribute: string; value: string };
export type Finding =
  | { finding: "empty_stage"; at: StageId }
  | { finding: "unreachable"; at: TouchpointId }
  | { finding: "dead_end"; at: TouchpointId }
  | { finding: "no_events"; at: TouchpointId }
  | { finding: "back_in_linear"; at: TransitionId };

export type Question = {
  level: Level;
  unit: Unit;
  mode: Mode;
  window: number | null;
  idle: number;
  from: number | null;
  to: number | null;
  cutoff: number | null;
  segment: SegmentId | null;
  repeats: Repeats;
  observed: boolean;
};
export type Node = { stage: StageId } | { touchpoint: TouchpointId };
export type Coverage = { matched: number; total: number };
export type Moved = { to: Node; count: number };
export type Rate = { count: number; of: number; rate: number; low: number; high: number };
export type Account = {
  node: Node;
  entered: number;
  moved: Moved[];
  in_progress: number;
  returned_late: number;
  dropped: number;
  matured: number;
  drop_off: Rate | null;
  goal: boolean;
};
export type Times = { median: number; p25: number; p75: number; p95: number };
export type Flow = {
  from: Node;
  to: Node;
  kind: Kind;
  moved: number;
  matured_moved: number;
  conversion: Rate | null;
  seconds: Times | null;
};
export type Overlay = {
  question: Question;
  cutoff: number | null;
  coverage: Coverage;
  ties: number;
  nodes: Account[];
  edges: Flow[];
};

export type Colour = string;
export type Rect = { x: number; y: number; width: number; height: number };
export type Stroke = { colour: Colour; width: number; dash: number[] };
export type Weight = "regular" | "semi_bold";
export type Anchor = "start" | "middle" | "end";
export type Primitive =
  | ({ kind: "rect"; radius: number; fill: Colour | null; stroke: Stroke | null } & Rect)
  | { kind: "path"; d: string; fill: Colour | null; stroke: Stroke | null }
  | {
      kind: "text";
      x: number;
      y: number;
      text: string;
      size: number;
      weight: Weight;
      colour: Colour;
      anchor: Anchor;
      rtl: boolean;
    }
  | { kind: "icon"; x: number; y: number; size: number; d: string; colour: Colour };
export type Subject =
  | { kind: "heading" }
  | { kind: "stage"; stage: StageId }
  | { kind: "stage_edge"; from: StageId; to: StageId }
  | { kind: "touchpoint"; touchpoint: TouchpointId }
  | { kind: "transition"; transition: TransitionId; from: TouchpointId; to: TouchpointId }
  | { kind: "ghost"; from: TouchpointId; to: TouchpointId }
  | { kind: "legend" };
export type SceneItem = {
  id: string;
  subject: Subject;
  bounds: Rect;
  label: string;
  primitives: Primitive[];
};
export type Scene = { bounds: Rect; background: Colour; items: SceneItem[] };
export type SceneChanges = {
  bounds: Rect;
  background: Colour;
  changed: SceneItem[];
  removed: string[];
  order: string[] | null;
};

export type StepLabel = { op: string; subject: string };
export type History = { undo: StepLabel | null; redo: StepLabel | null };
export type ImportSummary = {
  id: ImportId;
  source: string;
  kind: string;
  at: number;
  taken: number;
  rejected: number;
};
export type EventCount = { event: string; count: number };
export type Attribute = { name: string; values: string[] };
export type Overview = {
  path: string;
  title: string;
  timezone: string;
  maps: Map[];
  personas: Persona[];
  segments: Segment[];
  imports: ImportSummary[];
  events: EventCount[];
  attributes: Attribute[];
  customers: number;
  interactions: number;
  first: number | null;
  last: number | null;
  history: History;
};
export type Evidence = { stages: Overlay; touchpoints: Overlay; customers: number };
export type View = { map: MapId; question: Question | null; theme: Theme; locale: Locale };
export type Parts = {
  map: Map;
  stages: Stage[];
  touchpoints: Touchpoint[];
  transitions: Transition[];
  findings: Finding[];
};
export type MapView = { parts: Parts; scene: Scene; evidence: Evidence | null };
export type Changes = {
  overview: Overview | null;
  parts: Parts | null;
  scene: SceneChanges | null;
  evidence: Evidence | null;
  history: History;
  added: number | null;
};
export type InteractionColumns = {
  customer: string | null;
  event: string | null;
  time: string | null;
  channel: string | null;
  value: string | null;
  currency: string | null;
};
export type ColumnAttribute = { field: string; column: string };
export type CustomerColumns = { key: string | null; name: string[]; attributes: ColumnAttribute[] };
export type Role = "customer" | "event" | "time" | "channel" | "value" | "currency";
export type InteractionImport = {
  columns: InteractionColumns;
  timezone: string | null;
  strict: boolean;
  again: boolean;
};
export type CustomerImport = {
  key: string | null;
  columns: [string, string][];
  strict: boolean;
  again: boolean;
};
export type Encoding = "utf8" | "windows1252";
export type Source = {
  columns: string[];
  rows: string[][];
  separator: string;
  encoding: Encoding;
  compressed: boolean;
  bytes: number;
  interactions: InteractionColumns;
  customers: CustomerColumns;
};
export type SourceReport = { source: Source; imported_before: ImportSummary | null };
export type RejectReason =
  | { kind: "empty_customer" }
  | { kind: "empty_event" }
  | { kind: "empty_time" }
  | { kind: "bad_time"; value: string }
  | { kind: "bad_value"; value: string }
  | { kind: "wrong_field_count"; expected: number; found: number }
  | { kind: "bad_text" }
  | { kind: "too_long"; role: Role; bytes: number }
  | { kind: "unclosed_quote" };
export type Rejected = { line: number; reason: RejectReason };
export type ReasonCount = { first: Rejected; rows: number };
export type Rejections = { total: number; by_reason: ReasonCount[]; first: Rejected[] };
export type Progress = { phase: Phase; done: number; of: number };
export type ImportReport = {
  import: ImportId;
  read: number;
  taken: number;
  new_customers: number;
  rejections: Rejections;
  columns: { [key: string]: string };
};
export type Imported = { report: ImportReport; changes: Changes };
export type ExportOptions = { scale: number; theme: Theme; locale: Locale };
export type Template = { id: string; title: string; lifecycle: Lifecycle; stages: string[] };

export type Move = { touchpoint: TouchpointId; left: number; top: number };
export type Edit =
  | { edit: "add_map"; title: string; template: string }
  | { edit: "rename_map"; map: MapId; title: string }
  | { edit: "set_lifecycle"; map: MapId; lifecycle: Lifecycle }
  | { edit: "set_map_persona"; map: MapId; persona: PersonaId | null }
  | { edit: "delete_map"; map: MapId }
  | { edit: "add_stage"; map: MapId; title: string; position: number }
  | { edit: "rename_stage"; stage: StageId; title: string }
  | { edit: "move_stage"; stage: StageId; position: number }
  | { edit: "set_stage_goal"; stage: StageId; goal: boolean | null }
  | { edit: "delete_stage"; stage: StageId }
  | { edit: "add_touchpoint"; map: MapId; title: string; left: number; top: number }
  | { edit: "add_touchpoint_to"; stage: StageId; title: string }
  | { edit: "rename_touchpoint"; touchpoint: TouchpointId; title: string }
  | { edit: "move_touchpoints"; map: MapId; moves: Move[] }
  | { edit: "set_channel"; touchpoint: TouchpointId; channel: ChannelKind | null }
  | { edit: "set_sentiment"; touchpoint: TouchpointId; sentiment: Sentiment | null }
  | { edit: "set_events"; touchpoint: TouchpointId; events: string[] }
  | { edit: "set_touchpoint_goal"; touchpoint: TouchpointId; goal: boolean | null }
  | { edit: "connect"; from: TouchpointId; to: TouchpointId }
  | { edit: "delete"; touchpoints: TouchpointId[]; transitions: TransitionId[] }
  | { edit: "add_persona"; name: string }
  | {
      edit: "edit_persona";
      persona: PersonaId;
      name: string | null;
      description: string | null;
      goals: string | null;
      frustrations: string | null;
    }
  | { edit: "set_persona_segment"; persona: PersonaId; segment: SegmentId | null }
  | { edit: "delete_persona"; persona: PersonaId }
  | { edit: "add_segment"; name: string; attribute: string; value: string }
  | { edit: "delete_segment"; segment: SegmentId };

export type Result<T, E> = { status: "ok"; data: T } | { status: "error"; error: E };

async function typedError<T, E>(call: Promise<T>): Promise<Result<T, E>> {
  try {
    return { status: "ok", data: await call };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as E };
  }
}
