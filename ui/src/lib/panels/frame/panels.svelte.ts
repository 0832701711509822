/** Which panels are shown at the sides. The history stands in the place of the inspector. */
class Panels {
  navigator = $state(true);
  inspector = $state(true);
  history = $state(false);
}

/** The panels at the sides of this window. */
export const panels = new Panels();
