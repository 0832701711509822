/** The forms in which a map is shown. */

/** The forms, in the order in which they are offered: as it is drawn, as a tree, and as a table. */
export const forms = ["picture", "tree", "table"] as const;

export type Form = (typeof forms)[number];
