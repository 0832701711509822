/** Days of the workspace's zone and the instants where they begin. */
import { CalendarDate, fromDate, parseDate, toCalendarDate } from "@internationalized/date";

/** The instant at which a day begins in a zone, in UTC milliseconds. */
export function startOf(day: CalendarDate, zone: string): number {
  return day.toDate(zone).getTime();
}

/** The instant at which the day after begins: the exclusive end of a range whose last day this is. */
export function endOf(day: CalendarDate, zone: string): number {
  return startOf(day.add({ days: 1 }), zone);
}

/** The day in a zone on which an instant falls. */
export function dayOf(instant: number, zone: string): CalendarDate {
  return toCalendarDate(fromDate(new Date(instant), zone));
}

/** The last day before an exclusive end. */
export function lastDayBefore(end: number, zone: string): CalendarDate {
  return dayOf(end - 1, zone);
}

/** The day that a text such as "2026-03-31" names, or `null`. */
export function parseDay(text: string): CalendarDate | null {
  try {
    return parseDate(text.trim());
  } catch {
    return null;
  }
}
