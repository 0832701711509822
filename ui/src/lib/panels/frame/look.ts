/** The theme and language of the window, applied together to the window, the map and what is remembered. */
import type { Locale, Theme } from "../../api";
import { setLocale } from "../../i18n";
import { keepLocale, keepTheme, preferredLocale, preferredTheme } from "../../shared/preferences";
import { workspace } from "../../shared/workspace.svelte";

/** Starts with what was chosen before, or with what the system says. */
export function startLook(system: Locale): void {
  const theme = preferredTheme();
  const locale = preferredLocale(system);
  document.documentElement.dataset.theme = theme;
  setLocale(locale);
  void workspace.setLook({ theme, locale });
}

/** Changes the theme and remembers it. */
export function changeTheme(theme: Theme): void {
  keepTheme(theme);
  document.documentElement.dataset.theme = theme;
  void workspace.setLook({ theme });
}

/** Changes the language and remembers it. */
export function changeLocale(locale: Locale): void {
  keepLocale(locale);
  setLocale(locale);
  void workspace.setLook({ locale });
}
