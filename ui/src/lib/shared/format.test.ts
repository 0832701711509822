import { afterEach, describe, expect, test } from "vitest";

import { setLocale } from "../i18n";
import { dayOf, endOf, lastDayBefore, parseDay, startOf } from "./dates";
import { count, day, duration, moment, money, percent, percents, shortened } from "./format";

afterEach(() => setLocale("en"));

describe("numbers", () => {
  test("are written as the language writes them", () => {
    expect(count(31106)).toBe("31,106");
    setLocale("nl");
    expect(count(31106)).toBe("31.106");
  });

  test.each([
    [0, "0 %"],
    [0.001, "<1 %"],
    [0.644, "64 %"],
    [0.999, ">99 %"],
    [1, "100 %"],
  ])("the share %s is %s", (share, text) => expect(percent(share)).toBe(text.replace(" ", "\u00a0")));

  test("an interval names both ends", () => {
    expect(percents(0.612, 0.673)).toBe("61–67\u00a0%");
    expect(percents(0.002, 0.999)).toBe("<1–>99\u00a0%");
  });

  test.each([
    [42, "42 sec"],
    [90, "1.5 min"],
    [3600 * 5, "5 hr"],
    [86_400 * 1.64, "1.6 days"],
    [86_400 * 30, "30 days"],
  ])("%s seconds are %s", (seconds, text) => expect(duration(seconds)).toBe(text));
});

describe("days", () => {
  const zone = "Europe/Amsterdam";

  test("are those of the zone", () => {
    const late = Date.UTC(2026, 10, 13, 23, 30);
    expect(day(late, zone)).toBe("14 Nov 2026");
    expect(day(late, "UTC")).toBe("13 Nov 2026");
    expect(moment(late, zone)).toBe("14 Nov 2026, 00:30");
    expect(dayOf(late, zone).toString()).toBe("2026-11-14");
  });

  test("begin at midnight in the zone and end where the next begins, summer time or not", () => {
    const spring = parseDay("2026-03-29");
    expect(spring).not.toBeNull();
    if (!spring) return;
    expect(startOf(spring, zone)).toBe(Date.UTC(2026, 2, 28, 23));
    expect(endOf(spring, zone) - startOf(spring, zone)).toBe(23 * 3_600_000);
    expect(lastDayBefore(endOf(spring, zone), zone).toString()).toBe("2026-03-29");
  });

  test.each(["", "29-03-2026", "2026-02-30", "soon"])("“%s” is no day", (text) =>
    expect(parseDay(text)).toBeNull(),
  );
});

test("a long title is cut between letters", () => {
  const family = "👩‍👩‍👧‍👦";
  expect(shortened(family.repeat(61))).toBe(`${family.repeat(59)}…`);
  expect(shortened(family.repeat(60))).toBe(family.repeat(60));
});

test("money has the sign of its currency, and no cents from a thousand on", () => {
  const all: [number, string | null][] = [
    [12.5, "EUR"],
    [-1234.5, "USD"],
    [3, null],
    [7, "points"],
  ];
  expect(all.map(([amount, currency]) => money(amount, currency))).toEqual([
    "€12.50",
    "−$1,235",
    "3.00",
    "7.00\u00a0points",
  ]);
});
