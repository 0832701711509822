/** Which parts of forms are open, as long as the window is. */
export const folds = $state({ details: true, experience: false, content: false, evidence: false });
