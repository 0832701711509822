/** Which of the two side panels are shown. */
class Panels {
  navigator = $state(true);
  inspector = $state(true);
}

/** The side panels of this window. */
export const panels = new Panels();
