/** Whether a story is presented, for what must not happen meanwhile. */
export const presentation = $state({ isUnderWay: false });
