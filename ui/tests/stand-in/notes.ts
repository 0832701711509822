/** What the stand-in does for each edit of sticky notes. */
import type { Edit, Note, Parts } from "../../src/lib/api/bindings";
import { refuse } from "./index";

/** Whether an edit of notes added one; `null` if it is about something else. */
export function editNotes(parts: Parts, edit: Edit, id: number): boolean | null {
  const change = (note: number, to: Partial<Note>) => {
    parts.notes = parts.notes.map((each) => (each.id === note ? { ...each, ...to } : each));
  };
  const one = (note: number) => parts.notes.find((each) => each.id === note) as Note;
  switch (edit.edit) {
    case "add_note": {
      const { stick, text, author, tint, covered } = edit;
      const place = "at" in stick && stick.at ? { x: stick.at.left, y: stick.at.top } : { x: 32, y: 48 };
      const on = "on" in stick ? (stick.on ?? null) : null;
      const rest = { parked: false, cluster: "", votes: [], outcome: null };
      parts.notes.push({ id, on, place, text, author, tint, covered, ...rest });
      return true;
    }
    case "edit_note": {
      const { cluster } = one(edit.note);
      if (edit.change.cluster === undefined) change(edit.note, edit.change);
      else
        for (const each of parts.notes)
          if (each.id === edit.note || (cluster !== "" && each.cluster === cluster))
            change(each.id, edit.change);
      return false;
    }
    case "move_note": {
      const { stick } = edit;
      if ("at" in stick && stick.at)
        change(edit.note, { on: null, place: { x: stick.at.left, y: stick.at.top } });
      if (!edit.whole) change(edit.note, { cluster: "" });
      return false;
    }
    case "join_notes": {
      const to = one(edit.to);
      const cluster = to.cluster || to.text;
      change(edit.to, { cluster });
      change(edit.note, { cluster, on: to.on, place: to.place });
      return false;
    }
    case "delete_note":
      parts.notes = parts.notes.filter((each) => each.id !== edit.note);
      return false;
    case "vote_for_note": {
      const { note, voter, dots } = edit;
      const given = parts.notes
        .filter((each) => each.id !== note)
        .flatMap((each) => each.votes)
        .filter((vote) => vote.voter === voter);
      if (given.reduce((all, vote) => all + vote.dots, dots) > parts.dots)
        refuse("no_dots", { voter, dots: String(parts.dots) });
      const others = one(note).votes.filter((vote) => vote.voter !== voter);
      change(note, { votes: dots > 0 ? [...others, { voter, dots }] : others });
      return false;
    }
    case "set_dots":
      parts.dots = edit.dots;
      return false;
    case "reveal_notes":
      for (const each of parts.notes) change(each.id, { covered: false });
      return false;
    case "settle_note": {
      const { kind, owner, due } = edit;
      change(edit.note, { covered: false, outcome: { kind, owner, due } });
      return false;
    }
    default:
      return null;
  }
}
