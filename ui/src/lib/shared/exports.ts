/** How maps and sheets of personas are exported as pictures. */
import type {
  ExportOptions,
  Extent,
  Extras,
  Locale,
  Paper,
  PaperSize,
  Reading,
  SheetOptions,
  Theme,
} from "../api";

/** The kinds of picture, in the order in which they are offered. */
export const formats = [
  "png",
  "svg",
  "pdf",
  "pptx",
  "html",
  "xlsx",
  "csv",
  "mmd",
  "canvas",
  "graphml",
  "dot",
] as const;
/** Those of them that can be made of a sheet, too. */
export const pictures: readonly Format[] = ["png", "svg", "pdf", "pptx", "html"];
export type Format = (typeof formats)[number];

/** All of a map. */
export const wholeMap: Extent = { kind: "whole" };

/** The sizes of paper, from the smallest. */
export const papers = ["a4", "a3", "a2", "a1", "a0"] as const satisfies readonly PaperSize[];

/** What may be left out of a picture. */
export const extras = ["heading", "personas", "lanes", "legend"] as const satisfies readonly (keyof Extras)[];

/** How something is exported. */
export interface Export {
  format: Format;
  /** Pixels for each scene unit, of a PNG. */
  scale: number;
  /** On which paper a PDF fits; `null` on a page of its own size. */
  paper: PaperSize | null;
  landscape: boolean;
  theme: Theme;
  extras: Extras;
  /** Whether a PNG or an SVG carries the map. */
  carries: boolean;
}

/** How something is exported that never was. */
export const firstExport: Export = {
  format: "png",
  scale: 2,
  paper: null,
  landscape: true,
  theme: "light",
  extras: { heading: true, personas: true, lanes: true, legend: true },
  carries: true,
};

/** The paper of an export, as it is asked for. */
const paperOf = ({ paper, landscape }: Export): Paper | null => paper && { size: paper, landscape };

/** What a sheet is asked for with. */
export const sheetOptions = (asked: Export, locale: Locale): SheetOptions => ({
  scale: asked.scale,
  paper: paperOf(asked),
  theme: asked.theme,
  locale,
});

/** What a map is asked for with. */
export const mapOptions = (
  asked: Export,
  extent: Extent,
  reading: Reading,
  locale: Locale,
): ExportOptions => ({
  ...sheetOptions(asked, locale),
  extent,
  reading,
  extras: asked.extras,
  carries: asked.carries,
});
