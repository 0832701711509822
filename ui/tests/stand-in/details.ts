/** A touchpoint, a stage, a transition and a persona of which nothing is written. */
import type { Details, PersonaDetails, StageDetails, TransitionDetails } from "../../src/lib/api/bindings";

export const noDetails: Details = {
  description: "",
  owner: "",
  actor: "customer",
  drama: null,
  moment_of_truth: false,
  quote: "",
  pains: [],
  opportunities: [],
  content: [],
  links: [],
  tags: [],
  evidence: null,
  image: null,
};

export const noStageDetails: StageDetails = { aim: "", entry: "", tint: null, width: null };

export const noWayDetails: TransitionDetails = { label: "", kind: null };

/** A map that is nobody's twin and in no folder. */
export const loose = { twin: null, folder: "" };

export const noPersonaDetails: PersonaDetails = {
  avatar: { face: "plain", hair: "short", tint: "blue" },
  kind: null,
  role: "",
  age: "",
  place: "",
  quote: "",
  needs: "",
  motivations: "",
  channels: [],
  brands: [],
  traits: [],
  photo: null,
};
