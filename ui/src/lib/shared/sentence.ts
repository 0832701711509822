/** Texts with controls in them, in whatever order a language puts them. */
import { t, type Params } from "../i18n";

/** A piece of a text: words, or the place of a control. */
export type Piece<C extends string> = { words: string } | { control: C };

const MARK = "\u0001";

/** A text of the language in use, cut where its controls stand. */
export function sentence<C extends string>(
  key: string,
  controls: readonly C[],
  params: Params = {},
): Piece<C>[] {
  const marks = Object.fromEntries(controls.map((control) => [control, `${MARK}${control}${MARK}`]));
  const pieces = t(key, { ...params, ...marks }).split(MARK);
  // Words and controls take turns: what stands between two marks is the name of a control.
  return pieces
    .map((text, index): Piece<C> => (index % 2 === 1 ? { control: text as C } : { words: text }))
    .filter((piece) => !("words" in piece) || piece.words !== "");
}
