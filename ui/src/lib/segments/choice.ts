/** Something that a value can be chosen from. */
export interface Choice {
  value: string;
  /** What it is called, if not by its value. */
  text?: string;
  /** How many have it. */
  count?: number;
}
