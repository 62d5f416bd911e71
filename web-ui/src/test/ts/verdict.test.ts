// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, describe, expect, it } from "vitest";

import type { Health } from "../../main/ts/api";
import { line, little } from "../../main/ts/on-air/curve";
import { duration, ofTile, rate, seconds, written } from "../../main/ts/on-air/figures";
import { verdictOf } from "../../main/ts/on-air/verdict";
import { wordsOf } from "./words-of";

const words = wordsOf({
  unknown: "–",
  seconds: "{seconds} s",
  minutes: "{minutes} min",
  hours: "{hours} h {minutes} min",
  megabits: "{megabits} Mb/s",
  kilobits: "{kilobits} kb/s",
  "verdict-live": "It arrives.",
  "verdict-lost": "It is lost.",
  "verdict-connecting": "It begins.",
  "verdict-good": "All is well.",
  "verdict-dipped": "All is well again.",
  "verdict-key-frames-rare": "One thing makes it late.",
  "cause-key-frames-rare": "Every {seconds} s.",
  "fix-key-frames-rare": "Set it to 2 s.",
});

function judged(kind: string, level: "good" | "look" | "fix" | "unknown", values = {}): Health {
  return { verdict: { kind, level, values } } as Health;
}

beforeEach(() => {
  document.documentElement.lang = "en";
});

describe("the verdict", () => {
  it("says that a good stream is good and nothing else", () => {
    expect(verdictOf("live", judged("good", "good"), words)).toEqual({ headline: "All is well.", cause: "", fix: "" });
    expect(verdictOf("live", judged("dipped", "look"), words).fix).toBe("");
  });

  it("names cause and fix", () => {
    expect(verdictOf("live", judged("key-frames-rare", "fix", { seconds: 6 }), words)).toEqual({
      headline: "One thing makes it late.",
      cause: "Every 6.0 s.",
      fix: "Set it to 2 s.",
    });
  });

  it("tells before the first picture only what keeps it away", () => {
    expect(verdictOf("connecting", judged("good", "good"), words).headline).toBe("It begins.");
    expect(verdictOf("connecting", judged("key-frames-rare", "fix"), words).headline).toBe("One thing makes it late.");
  });

  it("judges nothing while nobody streams or nothing is known", () => {
    expect(verdictOf("lost", judged("good", "good"), words).headline).toBe("It is lost.");
    expect(verdictOf("live", undefined, words).headline).toBe("It arrives.");
  });
});

describe("figures", () => {
  it("are written as the server writes them", () => {
    expect(written({ seconds: 2, milliseconds: 37.6, megabits: 5.918, percent: 0.021, frames: 1684, setMegabits: 6 })).toEqual({
      seconds: "2.0",
      milliseconds: "38",
      megabits: "5.92",
      percent: "0.02",
      frames: "1,684",
      setMegabits: "6.00",
    });
    expect(ofTile("bitrate", 5.918)).toBe("5.92");
    expect(ofTile("frame-rate", 59.94)).toBe("59.9");
    expect(ofTile("lost", 0)).toBe("0.0");
    expect(ofTile("sound", 12.4)).toBe("12");
  });

  it.each([
    [0, "0 s"],
    [59, "59 s"],
    [60, "1 min"],
    [3599, "59 min"],
    [6120, "1 h 42 min"],
  ])("say %d seconds as people do", (lasted, text) => {
    expect(duration(lasted, words)).toBe(text);
  });

  it("change the unit of a rate", () => {
    expect(rate(160_000, words)).toBe("160 kb/s");
    expect(rate(5_920_000, words)).toBe("5.92 Mb/s");
    expect(seconds(1500, words)).toBe("1.5 s");
    expect(seconds(0, words)).toBe("–");
  });
});

describe("a curve", () => {
  it("ends at the right edge, however young it is", () => {
    expect(line([0, 50, 100], 5, 100, 10, 100)).toBe("M50.0 10.0L75.0 5.0L100.0 0.0");
    expect(line([], 5, 100, 10, 100)).toBe("");
  });

  it("shows the last steps only, and stays inside", () => {
    expect(little([9, 9, 0, 0], 2, 120, 30)).toBe("M0.0 30.0L120.0 30.0");
    expect(line([500], 5, 100, 10, 100)).toBe("M100.0 0.0");
  });
});
