export { hasText, locale, locales, setLocale, t } from "./i18n.svelte";
export type { Params } from "./i18n.svelte";
