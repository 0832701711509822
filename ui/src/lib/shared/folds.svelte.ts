/** Which parts of forms are open, as long as the window is. */
export const folds = $state({
  details: true,
  experience: false,
  content: false,
  evidence: false,
  closer: false,
  drivers: false,
  persona_about: true,
  persona_wants: true,
  persona_likes: true,
  persona_data: true,
});
