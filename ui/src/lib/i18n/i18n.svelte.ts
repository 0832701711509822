/**
 * The texts of the window, in the user's language, from the Fluent files beside this module.
 */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { FluentVariable } from "@fluent/bundle";

import type { Locale } from "../api";
import en from "./en.ftl?raw";
import nl from "./nl.ftl?raw";

/** What a message may name. */
export type Params = Record<string, string | number>;

const sources: Record<Locale, string> = { en, nl };

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
  return bundles[current].hasMessage(key);
}

/** The text of a message in the language in use; the key itself, should it be missing. */
export function t(key: string, params: Params = {}): string {
  const bundle = bundles[current];
  const message = bundle.getMessage(key);
  if (!message?.value) return key;
  return bundle.formatPattern(message.value, isolated(params), []);
}

function bundle(locale: Locale): FluentBundle {
  // Isolation marks around every number would be in the way of whoever copies a text: only texts that run from
  // right to left are isolated, below.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new FluentResource(sources[locale]));
  return bundle;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

function isolated(params: Params): Record<string, FluentVariable> {
  const entries = Object.entries(params).map(([name, value]) => {
    const foreign = typeof value === "string" && rightToLeft.test(value);
    return [name, foreign ? `\u2068${value}\u2069` : value] as const;
  });
  return Object.fromEntries(entries);
}
