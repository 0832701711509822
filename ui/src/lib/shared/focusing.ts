/** The keyboard's focus, where it does not follow by itself. */
import { tick } from "svelte";

/** Once the window shows it, puts the focus into a field, with the text in it selected to be typed over. */
export async function focusField(testid: string): Promise<void> {
  await tick();
  const field = document.querySelector<HTMLElement>(`:is(input, select)[data-testid="${testid}"]`);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
