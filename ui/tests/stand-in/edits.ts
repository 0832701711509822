/** What the stand-in does for each edit: the plainest thing that lets the window be tried. */
import type {
  DetailChange,
  Edit,
  Overview,
  Parts,
  Persona,
  PersonaChange,
  Rule,
  Touchpoint,
} from "../../src/lib/api/bindings";
import { loose, noDetails, noPersonaDetails, noStageDetails, noWayDetails } from "./details";
import { refuse } from "./index";
import { editNotes } from "./notes";
import { placeAt } from "./paint";

/** A workspace as the stand-in keeps it: replaced as a whole by every edit, so that undo is the one before. */
export interface Kept {
  overview: Overview;
  maps: Record<number, Parts>;
  /** The rules of segments by row. */
  rules: Record<number, Rule>;
  next: number;
}

/** The workspace after an edit of the map in view, and the row that the edit added. */
export function after(before: Kept, map: number, edit: Edit): { kept: Kept; added: number | null } {
  const kept = structuredClone(before);
  const parts = kept.maps[map];
  const added = kept.next;
  const ofWorkspace = editWorkspace(kept, edit);
  const adds = ofWorkspace ?? (parts ? editMap(parts, edit, added) : false);
  if (adds) kept.next += 1;
  return { kept, added: adds ? added : null };
}

/** Whether the edit added a row; `null` if it is not about the workspace. */
function editWorkspace({ overview, maps, rules, next }: Kept, edit: Edit): boolean | null {
  const all = (map: number | null) =>
    [...overview.maps, ...Object.values(maps).map((parts) => parts.map)].filter(
      (each) => map === null || each.id === map,
    );
  switch (edit.edit) {
    case "add_map": {
      const map = { ...loose, id: next, title: edit.title, lifecycle: "linear" as const, personas: [] };
      overview.maps.push(map);
      const stages = ["Awareness", "Purchase", "Loyalty"].map((title, index) => ({
        id: next * 100 + index,
        title,
        goal: null,
        locked: false,
        details: noStageDetails,
      }));
      maps[next] = {
        map,
        stages,
        touchpoints: [],
        transitions: [],
        lanes: [],
        cards: [],
        story: [],
        notes: [],
        dots: 3,
        findings: [],
        left_events: [],
      };
      return true;
    }
    case "rename_map":
      for (const each of [...overview.maps, ...Object.values(maps).map((parts) => parts.map)])
        if (each.id === edit.map) each.title = edit.title;
      return false;
    case "duplicate_map":
    case "make_twin": {
      const original = maps[edit.map];
      if (!original) return false;
      const title = edit.edit === "make_twin" ? edit.title : `${original.map.title} (2)`;
      const copy = structuredClone(original);
      copy.map = { ...copy.map, ...loose, folder: original.map.folder, id: next, title };
      maps[next] = copy;
      overview.maps.push(copy.map);
      if (edit.edit === "make_twin") {
        copy.map.twin = { map: edit.map, state: "to_be" };
        for (const each of all(edit.map)) each.twin = { map: next, state: "as_is" };
      }
      return true;
    }
    case "part_twins":
      for (const each of all(null)) if (each.id === edit.map || each.twin?.map === edit.map) each.twin = null;
      return false;
    case "move_to_folder":
      for (const each of all(edit.map)) each.folder = edit.folder;
      return false;
    case "rename_folder":
    case "delete_folder": {
      const name = edit.edit === "rename_folder" ? edit.name : "";
      for (const each of all(null)) if (each.folder === edit.folder) each.folder = name;
      return false;
    }
    case "set_lifecycle":
      for (const each of all(edit.map)) each.lifecycle = edit.lifecycle;
      return false;
    case "set_map_personas":
      for (const each of [...overview.maps, ...Object.values(maps).map((parts) => parts.map)])
        if (each.id === edit.map) each.personas = edit.personas;
      return false;
    case "delete_map":
      overview.maps = overview.maps.filter((each) => each.id !== edit.map);
      return false;
    case "add_persona":
      overview.personas.push({
        id: next,
        name: edit.name,
        description: "",
        goals: "",
        frustrations: "",
        segment: null,
        details: noPersonaDetails,
      });
      return true;
    case "edit_persona":
      overview.personas = overview.personas.map((each) =>
        each.id === edit.persona ? changedPersona(each, edit.change) : each,
      );
      return false;
    case "set_persona_segment":
      for (const each of overview.personas) if (each.id === edit.persona) each.segment = edit.segment;
      return false;
    case "delete_persona":
      overview.personas = overview.personas.filter((each) => each.id !== edit.persona);
      return false;
    case "add_segment":
      overview.segments.push({ id: next, name: edit.name });
      rules[next] = edit.rule;
      return true;
    case "edit_segment":
      for (const each of overview.segments) if (each.id === edit.segment) each.name = edit.name ?? each.name;
      if (edit.rule) rules[edit.segment] = edit.rule;
      return false;
    case "delete_segment":
      overview.segments = overview.segments.filter((each) => each.id !== edit.segment);
      return false;
    default:
      return null;
  }
}

function changedPersona(persona: Persona, change: PersonaChange): Persona {
  const { name, description, goals, frustrations, ...field } = change;
  return {
    ...persona,
    name: name ?? persona.name,
    description: description ?? persona.description,
    goals: goals ?? persona.goals,
    frustrations: frustrations ?? persona.frustrations,
    details: { ...persona.details, ...field },
  };
}

/** Whether the edit added a row. */
function editMap(parts: Parts, edit: Edit, id: number): boolean {
  const ofNotes = editNotes(parts, edit, id);
  if (ofNotes !== null) return ofNotes;
  const touchpoint = (wanted: number) => parts.touchpoints.find((each) => each.id === wanted) as Touchpoint;
  switch (edit.edit) {
    case "add_stage":
      parts.stages.splice(edit.position, 0, {
        id,
        title: edit.title,
        goal: null,
        locked: false,
        details: noStageDetails,
      });
      return true;
    case "rename_stage":
      for (const each of parts.stages) if (each.id === edit.stage) each.title = edit.title;
      return false;
    case "move_stage": {
      const from = parts.stages.findIndex((each) => each.id === edit.stage);
      parts.stages.splice(edit.position, 0, ...parts.stages.splice(from, 1));
      return false;
    }
    case "set_stage_goal":
      for (const each of parts.stages) if (each.id === edit.stage) each.goal = edit.goal;
      return false;
    case "edit_stage":
      for (const each of parts.stages)
        if (each.id === edit.stage) each.details = { ...each.details, ...edit.change };
      return false;
    case "resize_stage":
      for (const each of parts.stages)
        if (each.id === edit.stage) each.details = { ...each.details, width: edit.width };
      return false;
    case "delete_stage":
      for (const each of parts.touchpoints)
        if (each.stage === edit.stage && edit.into !== null) each.stage = edit.into;
      parts.stages = parts.stages.filter((each) => each.id !== edit.stage);
      drop(
        parts,
        parts.touchpoints.filter((each) => each.stage === edit.stage).map((each) => each.id),
        [],
      );
      return false;
    case "add_lane":
      parts.lanes.splice(edit.position, 0, {
        id,
        kind: edit.kind,
        title: edit.title,
        view: "open",
        by: "stage",
        height: 0,
        cells: [],
      });
      return true;
    case "set_cells_by":
      for (const each of parts.lanes) if (each.id === edit.lane) each.by = edit.by;
      return false;
    case "resize_lane":
      for (const each of parts.lanes) if (each.id === edit.lane) each.height = edit.height;
      return false;
    case "move_card":
      for (const each of parts.cards)
        if (each.id === edit.card) Object.assign(each, { lane: edit.lane, of: edit.of });
      return false;
    case "add_card":
      parts.cards.push({
        id,
        lane: edit.lane,
        of: edit.of,
        position: edit.place,
        text: edit.text,
        tint: null,
        image: edit.image,
      });
      return true;
    case "edit_card":
      for (const each of parts.cards) if (each.id === edit.card) Object.assign(each, edit.change);
      return false;
    case "delete_card":
      parts.cards = parts.cards.filter((each) => each.id !== edit.card);
      return false;
    case "add_story_steps":
      parts.story.splice(
        edit.place,
        0,
        ...edit.steps.map((step, index) => ({ ...step, id: index === 0 ? id : id * 100 + index })),
      );
      return true;
    case "edit_story_step":
      for (const each of parts.story) if (each.id === edit.step) Object.assign(each, edit.change);
      return false;
    case "move_story_step": {
      const held = parts.story.filter((each) => each.id === edit.step);
      parts.story = parts.story.filter((each) => each.id !== edit.step);
      parts.story.splice(edit.place, 0, ...held);
      return false;
    }
    case "delete_story_step":
      parts.story = parts.story.filter((each) => each.id !== edit.step);
      return false;
    case "set_lane_view":
      for (const each of parts.lanes) if (each.id === edit.lane) each.view = edit.view;
      return false;
    case "add_touchpoint": {
      const { stage, x, y } = placeAt(parts, edit.left, edit.top);
      parts.touchpoints.push({ ...blank(id, stage, edit.title, x, y), channel: edit.channel });
      if (edit.joined) {
        const { from = id, to = id, within } = edit.joined;
        if (within !== undefined) insert(parts, within, id, id + 1000);
        else parts.transitions.push({ id: id + 1000, from, to, details: noWayDetails });
      }
      return true;
    }
    case "add_touchpoint_to":
      parts.touchpoints.push(blank(id, edit.stage, edit.title, 24, 408));
      return true;
    case "rename_touchpoint":
      touchpoint(edit.touchpoint).title = edit.title;
      return false;
    case "lock":
    case "unlock":
      for (const each of parts.touchpoints)
        if (edit.touchpoints.includes(each.id)) each.locked = edit.edit === "lock";
      for (const each of parts.stages) if (edit.stages.includes(each.id)) each.locked = edit.edit === "lock";
      return false;
    case "move_touchpoints":
      refuseLocked(
        parts,
        edit.moves.map((each) => each.touchpoint),
      );
      for (const { touchpoint: moved, left, top } of edit.moves) {
        if (touchpoint(moved).locked) continue;
        const { stage, x, y } = placeAt(parts, left, top);
        Object.assign(touchpoint(moved), { stage, place: { x, y } });
      }
      return false;
    case "set_channel":
      for (const each of edit.touchpoints) touchpoint(each).channel = edit.channel;
      return false;
    case "edit_touchpoints":
      for (const each of edit.touchpoints) write(touchpoint(each), edit.change);
      return false;
    case "set_sentiment":
      touchpoint(edit.touchpoint).sentiment = edit.sentiment;
      return false;
    case "edit_feeling": {
      const felt = touchpoint(edit.touchpoint);
      const { sentiment, quote } = edit.change;
      if (parts.map.personas[0] === edit.persona) {
        if (sentiment !== undefined) felt.sentiment = sentiment;
        if (quote !== undefined) felt.details = { ...felt.details, quote };
        return false;
      }
      const before = felt.feelings.find(({ persona }) => persona === edit.persona);
      const others = felt.feelings.filter((each) => each !== before);
      const none = { persona: edit.persona, sentiment: null, quote: "" };
      felt.feelings = [...others, { ...none, ...before, ...edit.change }];
      return false;
    }
    case "set_events":
      touchpoint(edit.touchpoint).events = edit.events;
      return false;
    case "leave_event":
      parts.left_events = parts.left_events.filter((each) => each !== edit.event);
      if (edit.left) parts.left_events.push(edit.event);
      return false;
    case "set_touchpoint_goal":
      touchpoint(edit.touchpoint).goal = edit.goal;
      return false;
    case "set_sub_journey":
      touchpoint(edit.touchpoint).sub_journey = edit.sub_journey;
      return false;
    case "connect":
      if (joins(parts, edit.from, edit.to)) refuse("transition_taken", { from: "one", to: "other" });
      parts.transitions.push({ id, from: edit.from, to: edit.to, details: noWayDetails });
      return true;
    case "reconnect":
      for (const each of parts.transitions)
        if (each.id === edit.transition) Object.assign(each, { from: edit.from, to: edit.to });
      return false;
    case "edit_transitions":
      for (const each of parts.transitions)
        if (edit.transitions.includes(each.id)) each.details = { ...each.details, ...edit.change };
      return false;
    case "insert_touchpoint":
      insert(parts, edit.transition, edit.moved.touchpoint, id);
      return false;
    case "delete":
      refuseLocked(parts, edit.touchpoints);
      drop(
        parts,
        edit.touchpoints.filter((each) => !touchpoint(each).locked),
        edit.transitions,
      );
      return false;
    default:
      return false;
  }
}

/** Refuses what is done to locked touchpoints alone. */
function refuseLocked({ touchpoints }: Parts, about: number[]): void {
  const meant = touchpoints.filter(({ id }) => about.includes(id));
  const [first] = meant;
  if (first && meant.every(({ locked }) => locked)) refuse("locked_in_place", { title: first.title });
}

function joins(parts: Parts, one: number, other: number): boolean {
  return parts.transitions.some(({ from, to }) => from === one && to === other);
}

/** Lets a transition lead to a touchpoint, and another from there on. */
function insert(parts: Parts, transition: number, touchpoint: number, id: number): void {
  const way = parts.transitions.find((each) => each.id === transition);
  if (!way) return;
  parts.transitions.push({ id, from: touchpoint, to: way.to, details: noWayDetails });
  way.to = touchpoint;
}

function blank(id: number, stage: number, title: string, x: number, y: number): Touchpoint {
  return {
    id,
    stage,
    title,
    place: { x, y },
    channel: null,
    sentiment: null,
    goal: null,
    events: [],
    sub_journey: null,
    feelings: [],
    locked: false,
    details: noDetails,
  };
}

function write(touchpoint: Touchpoint, change: DetailChange): void {
  const { add_tag, remove_tag, ...field } = change;
  const tags = touchpoint.details.tags.filter((each) => each !== remove_tag && each !== add_tag);
  if (add_tag !== undefined) tags.push(add_tag);
  touchpoint.details = { ...touchpoint.details, ...field, tags };
}

function drop(parts: Parts, touchpoints: number[], transitions: number[]): void {
  parts.touchpoints = parts.touchpoints.filter((each) => !touchpoints.includes(each.id));
  parts.transitions = parts.transitions.filter(
    ({ id, from, to }) =>
      !transitions.includes(id) && !touchpoints.includes(from) && !touchpoints.includes(to),
  );
}
