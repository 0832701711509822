/** The forms in which a map is shown. */

/** The forms, in the order in which they are offered: as it is drawn, and as a tree. */
export const forms = ["picture", "tree"] as const;

export type Form = (typeof forms)[number];
