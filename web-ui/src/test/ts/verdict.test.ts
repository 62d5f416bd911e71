// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, describe, expect, it } from "vitest";

import type { Facts } from "../../main/ts/api";
import { factWords } from "../../main/ts/on-air/fact-words";
import { verdictOf } from "../../main/ts/on-air/verdict";
import { wordsOf } from "./words-of";

const good: Facts = {
  encoder: "OBS 32",
  videoCodec: "H.264",
  width: 1920,
  height: 1080,
  framesPerSecond: 59.94,
  audioCodec: "AAC",
  bitsPerSecond: 5_920_000,
  keyFrameSeconds: 2,
  roundTripMillis: 38,
  droppedFrames: 0,
};

beforeEach(() => {
  document.documentElement.lang = "en";
});

describe("the verdict", () => {
  it("says that a good stream is good and nothing else", () => {
    expect(verdictOf("live", good, 0)).toEqual({ headline: "verdict-good", fix: "", values: {} });
  });

  it.each([
    ["key frames too far apart", { keyFrameSeconds: 4.3 }, "verdict-key-frames", { seconds: "4.3" }],
    ["a slow line", { roundTripMillis: 201 }, "verdict-round-trip", { milliseconds: "201" }],
    ["no sound", { audioCodec: "" }, "verdict-no-sound", {}],
  ])("names the fix for %s", (_, change, headline, values) => {
    const verdict = verdictOf("live", { ...good, ...change }, 0);
    expect(verdict).toEqual({ headline, fix: headline.replace("verdict", "fix"), values });
  });

  it("says first what hurts most", () => {
    const verdict = verdictOf("live", { ...good, keyFrameSeconds: 9, audioCodec: "" }, 12);
    expect(verdict.headline).toBe("verdict-dropped");
    expect(verdict.values).toEqual({ frames: "12" });
  });

  it("judges nothing while nobody streams or nothing is known", () => {
    expect(verdictOf("off", undefined, 0).headline).toBe("verdict-off");
    expect(verdictOf("lost", good, 0).headline).toBe("verdict-lost");
    expect(verdictOf("live", undefined, 0).headline).toBe("verdict-live");
  });
});

describe("the facts", () => {
  const words = wordsOf({
    unknown: "–",
    video: "{codec}, {width} × {height}, {fps} fps",
    bitrate: "{megabits} Mb/s",
    "key-frames": "{seconds} s",
    "round-trip": "{milliseconds} ms",
  });

  it("are written as the server writes them", () => {
    expect(factWords(good, words)).toEqual({
      encoder: "OBS 32",
      video: "H.264, 1920 × 1080, 60 fps",
      audio: "AAC",
      bitrate: "5.92 Mb/s",
      keyFrames: "2.0 s",
      roundTrip: "38 ms",
      dropped: "0",
    });
  });

  it("admit what is not known yet", () => {
    const young = { ...good, videoCodec: "", width: 0, audioCodec: "", bitsPerSecond: 0, keyFrameSeconds: 0, roundTripMillis: 0 };
    const written = factWords(young, words);
    expect([written.video, written.audio, written.bitrate, written.keyFrames, written.roundTrip]).toEqual(Array(5).fill("–"));
  });
});
