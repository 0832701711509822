/** A touchpoint of which nothing is written. */
import type { Details } from "../../src/lib/api/bindings";

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
};
