/** Numbers, shares, spans and dates as the user's language writes them. */
import { locale, t } from "../i18n";

const NBSP = "\u00a0";
/** How many letters of a title are shown where there is little room. */
const LONGEST = 60;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A count: "31,106" or "31.106". */
export function count(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** A number that is no count: "3.4". */
export function decimal(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
}

/** A number in tenths with its sign, as the picture writes it: "+0.6", "−1.0". */
export function signed(value: number): string {
  const format = { signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), format).format(value).replace("-", "\u2212");
}

/** An amount of money, without cents from a thousand on: "€12.50", or "12.50" where the currency is not known. */
export function money(amount: number, currency: string | null): string {
  const digits = Math.abs(amount) < 1000 ? 2 : 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const isCode = /^[A-Z]{3}$/i.test(currency ?? "");
  const styled = isCode ? ({ ...format, style: "currency", currency: currency ?? "" } as const) : format;
  // As the picture writes it: with a minus sign, not a hyphen.
  const text = new Intl.NumberFormat(locale(), styled).format(amount).replace("-", "\u2212");
  return isCode || currency === null ? text : `${text}${NBSP}${currency}`;
}

/** A share from 0 to 1 as whole per cents: "64 %". Neither 0 nor 100 is said of a share that only comes near it. */
export function percent(share: number): string {
  return `${hundredths(share)}${NBSP}%`;
}

/** A span from one share to another: "61–67 %". */
export function percents(low: number, high: number): string {
  return `${hundredths(low)}–${hundredths(high)}${NBSP}%`;
}

/** A difference of two shares in points, with its sign: "+12 pts", and tenths below one point. */
export function points(difference: number): string {
  const value = difference * 100;
  const digits = Math.abs(value) < 0.95 ? 1 : 0;
  const format = { signDisplay: "exceptZero", maximumFractionDigits: digits } as const;
  // As the picture writes it: with a minus sign, not a hyphen.
  const text = new Intl.NumberFormat(locale(), format).format(value).replace("-", "\u2212");
  return t("points", { points: text });
}

/** A span of time in its two largest useful steps: "1.6 days", "45 min". */
export function duration(seconds: number): string {
  const [unit, size] = step(seconds);
  const value = seconds / size;
  const digits = value < 10 && unit !== "second" ? 1 : 0;
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit,
    unitDisplay: unit === "day" ? "long" : "short",
    maximumFractionDigits: digits,
  }).format(value);
}

/** A difference of two spans, with its sign: "+1.6 days", "−45 min". */
export function signedDuration(seconds: number): string {
  if (seconds === 0) return duration(0);
  return `${seconds < 0 ? "\u2212" : "+"}${duration(Math.abs(seconds))}`;
}

/** The day of an instant in a zone: "14 Nov 2026". */
export function day(instant: number, zone: string): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    timeZone: zone,
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(instant);
}

/** An instant in a zone: "14 Nov 2026, 09:12". */
export function moment(instant: number, zone: string): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    timeZone: zone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instant);
}

/** The time of an instant where the user is: "09:12". */
export function clock(instant: number): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instant);
}

/** The size of a file: "1.4 MB". */
export function fileSize(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? (["gigabyte", 1e9] as const) : sizeBelowGiga(bytes);
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), format).format(bytes / size);
}

/** A title as a tooltip or a list can hold it: whole letters, and an ellipsis for the rest. */
export function shortened(title: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : title;
}

/** A text as it begins a line. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale()) + text.slice(1);
}

function hundredths(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "<1";
  return whole === 100 && share < 1 ? ">99" : String(whole);
}

function sizeBelowGiga(bytes: number): ["megabyte" | "kilobyte" | "byte", number] {
  if (bytes >= 1e6) return ["megabyte", 1e6];
  return bytes >= 1e3 ? ["kilobyte", 1e3] : ["byte", 1];
}

function step(seconds: number): ["day" | "hour" | "minute" | "second", number] {
  if (seconds >= DAY) return ["day", DAY];
  if (seconds >= HOUR) return ["hour", HOUR];
  return seconds >= MINUTE ? ["minute", MINUTE] : ["second", 1];
}

/** By whose customs dates and lists are written: day before month, as the pictures do. */
export function dateLocale(): string {
  return locale() === "en" ? "en-GB" : "nl-NL";
}
