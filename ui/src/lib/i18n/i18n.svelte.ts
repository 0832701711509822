/**
 * The texts of the window, in the user's language, from the Fluent files beside this module.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { FluentVariable, Message } from "@fluent/bundle";

import type { Locale } from "../api";
import accountEn from "./account.en.ftl?raw";
import accountNl from "./account.nl.ftl?raw";
import backupsEn from "./backups.en.ftl?raw";
import backupsNl from "./backups.nl.ftl?raw";
import canvasEn from "./canvas.en.ftl?raw";
import canvasNl from "./canvas.nl.ftl?raw";
import closerEn from "./closer.en.ftl?raw";
import closerNl from "./closer.nl.ftl?raw";
import commandsEn from "./commands.en.ftl?raw";
import commandsNl from "./commands.nl.ftl?raw";
import customersEn from "./customers.en.ftl?raw";
import customersNl from "./customers.nl.ftl?raw";
import detailsEn from "./details.en.ftl?raw";
import detailsNl from "./details.nl.ftl?raw";
import historyEn from "./history.en.ftl?raw";
import historyNl from "./history.nl.ftl?raw";
import insightsEn from "./insights.en.ftl?raw";
import insightsNl from "./insights.nl.ftl?raw";
import lensesEn from "./lenses.en.ftl?raw";
import lensesNl from "./lenses.nl.ftl?raw";
import mapsEn from "./maps.en.ftl?raw";
import mapsNl from "./maps.nl.ftl?raw";
import mergingEn from "./merging.en.ftl?raw";
import mergingNl from "./merging.nl.ftl?raw";
import outlineEn from "./outline.en.ftl?raw";
import outlineNl from "./outline.nl.ftl?raw";
import personasEn from "./personas.en.ftl?raw";
import personasNl from "./personas.nl.ftl?raw";
import protectionEn from "./protection.en.ftl?raw";
import protectionNl from "./protection.nl.ftl?raw";
import qualityEn from "./quality.en.ftl?raw";
import qualityNl from "./quality.nl.ftl?raw";
import erasingEn from "./erasing.en.ftl?raw";
import erasingNl from "./erasing.nl.ftl?raw";
import findingEn from "./finding.en.ftl?raw";
import findingNl from "./finding.nl.ftl?raw";
import segmentsEn from "./segments.en.ftl?raw";
import segmentsNl from "./segments.nl.ftl?raw";
import stagesEn from "./stages.en.ftl?raw";
import stagesNl from "./stages.nl.ftl?raw";
import storyEn from "./story.en.ftl?raw";
import storyNl from "./story.nl.ftl?raw";
import workshopEn from "./workshop.en.ftl?raw";
import workshopNl from "./workshop.nl.ftl?raw";
import worthEn from "./worth.en.ftl?raw";
import worthNl from "./worth.nl.ftl?raw";
// The scene's own, so that the picture and the window call the same things the same.
import termsEn from "../../../../src-tauri/crates/scene/texts/terms.en.ftl?raw";
import termsNl from "../../../../src-tauri/crates/scene/texts/terms.nl.ftl?raw";
import en from "./en.ftl?raw";
import nl from "./nl.ftl?raw";

type Pattern = NonNullable<Message["value"]>;

/** What a message may name. */
export type Params = Record<string, string | number>;

const sources: Record<Locale, string[]> = {
  en: [
    termsEn,
    en,
    accountEn,
    backupsEn,
    canvasEn,
    closerEn,
    commandsEn,
    customersEn,
    detailsEn,
    erasingEn,
    findingEn,
    historyEn,
    insightsEn,
    lensesEn,
    mapsEn,
    mergingEn,
    outlineEn,
    personasEn,
    protectionEn,
    qualityEn,
    segmentsEn,
    stagesEn,
    storyEn,
    workshopEn,
    worthEn,
  ],
  nl: [
    termsNl,
    nl,
    accountNl,
    backupsNl,
    canvasNl,
    closerNl,
    commandsNl,
    customersNl,
    detailsNl,
    erasingNl,
    findingNl,
    historyNl,
    insightsNl,
    lensesNl,
    mapsNl,
    mergingNl,
    outlineNl,
    personasNl,
    protectionNl,
    qualityNl,
    segmentsNl,
    stagesNl,
    storyNl,
    workshopNl,
    worthNl,
  ],
};

/** The languages there are, each by its own name. */
export const locales: { locale: Locale; name: string }[] = [
  { locale: "en", name: "English" },
  { locale: "nl", name: "Nederlands" },
];

const bundles: Record<Locale, FluentBundle> = { en: bundle("en"), nl: bundle("nl") };

let current = $state<Locale>("en");

/** The language in use. */
export function locale(): Locale {
  return current;
}

/** Changes the language of the window. */
export function setLocale(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
}

/** Whether there is a message with this key. */
export function hasText(key: string): boolean {
  return pattern(key) !== null;
}

/** The text of a message, or of an attribute as `key.attribute`, in the language in use; the key, should it be missing. */
export function t(key: string, params: Params = {}): string {
  const found = pattern(key);
  return found === null ? key : bundles[current].formatPattern(found, isolated(params), []);
}

function pattern(key: string): Pattern | null {
  const [id = "", attribute] = key.split(".");
  const message = bundles[current].getMessage(id);
  return (attribute === undefined ? message?.value : message?.attributes[attribute]) ?? null;
}

function bundle(locale: Locale): FluentBundle {
  // Isolation marks around every number would be in the way of whoever copies a text: only texts that run from
  // right to left are isolated, below.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const source of sources[locale]) bundle.addResource(new FluentResource(source));
  return bundle;
}

// Written as numbers: marks that cannot be seen do not belong in a source.
const FIRST_STRONG_ISOLATE = String.fromCharCode(0x2068);
const POP_DIRECTIONAL_ISOLATE = String.fromCharCode(0x2069);

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

function isolated(params: Params): Record<string, FluentVariable> {
  const entries = Object.entries(params).map(([name, value]) => {
    const foreign = typeof value === "string" && rightToLeft.test(value);
    return [name, foreign ? FIRST_STRONG_ISOLATE + value + POP_DIRECTIONAL_ISOLATE : value] as const;
  });
  return Object.fromEntries(entries);
}
