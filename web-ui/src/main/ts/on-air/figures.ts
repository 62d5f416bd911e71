// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Values } from "../api";
import type { Words } from "../words";

const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_HOUR = 60;
const BITS_PER_MEGABIT = 1_000_000;
const BITS_PER_KILOBIT = 1_000;
const MILLIS_PER_SECOND = 1_000;

export function number(value: number, digits: number): string {
  return value.toLocaleString(document.documentElement.lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Numbers as people read them, each by the unit that its name says. The Java class `Figures` writes the same. */
export function written(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, number(value, digits(name, value))]),
  );
}

/** The figure of a tile, without its unit. */
export function ofTile(tile: string, value: number): string {
  switch (tile) {
    case "bitrate":
      return number(value, 2);
    case "frame-rate":
    case "key-frames":
      return number(value, 1);
    case "lost":
      return number(value, digits("percent", value));
    default:
      return number(value, 0);
  }
}

/** Such as `45 s`, `3 min` or `1 h 42 min`. */
export function duration(seconds: number, words: Words): string {
  const minutes = Math.floor(seconds / SECONDS_PER_MINUTE);
  if (minutes === 0) {
    return words.say("seconds", { seconds: number(seconds, 0) });
  }
  if (minutes < MINUTES_PER_HOUR) {
    return words.say("minutes", { minutes: number(minutes, 0) });
  }
  return words.say("hours", {
    hours: number(Math.floor(minutes / MINUTES_PER_HOUR), 0),
    minutes: number(minutes % MINUTES_PER_HOUR, 0),
  });
}

export function rate(bitsPerSecond: number, words: Words): string {
  return bitsPerSecond < BITS_PER_MEGABIT
    ? words.say("kilobits", { kilobits: number(bitsPerSecond / BITS_PER_KILOBIT, 0) })
    : words.say("megabits", { megabits: number(bitsPerSecond / BITS_PER_MEGABIT, 2) });
}

/** Of a whole broadcast, or that nobody listened. */
export function loudness(lufs: number, words: Words): string {
  return lufs === 0 ? words.say("not-measured") : words.say("loudness", { lufs: number(lufs, 0) });
}

/** Such as `1.5 s`, or that nobody said. */
export function seconds(millis: number, words: Words): string {
  return millis === 0 ? words.say("unknown") : words.say("seconds", { seconds: number(millis / MILLIS_PER_SECOND, 1) });
}

function digits(name: string, value: number): number {
  if (name.endsWith("egabits")) {
    return 2;
  }
  if (name === "percent") {
    return value > 0 && value < 1 ? 2 : 1;
  }
  const whole = name === "milliseconds" || name === "silentSeconds";
  return name === "peakDecibels" || (name.endsWith("econds") && !whole) ? 1 : 0;
}
