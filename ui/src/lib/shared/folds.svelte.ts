/** Which parts of forms are open, as long as the window is. */
export const folds = $state({
  details: true,
  experience: false,
  content: false,
  evidence: false,
  persona_about: true,
  persona_wants: true,
  persona_likes: true,
  persona_data: true,
});
