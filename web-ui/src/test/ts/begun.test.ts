// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { type Begun, isBegun, untilBegun } from "../../main/ts/player/begun";
import { abortAsTheClockSays } from "./abort-as-the-clock-says";

const head = "#EXTM3U\n#EXT-X-VERSION:9\n";
const gap = "#EXT-X-PROGRAM-DATE-TIME:2026-11-25T12:00:00Z\n#EXT-X-GAP\n#EXTINF:2.0,\ns/aac/1.m4s\n";
const made = '#EXT-X-PART:DURATION=2.0,URI="s/aac/2.0.m4s"\n#EXTINF:2.0,\ns/aac/2.m4s\n';
const open = '#EXT-X-PART:DURATION=0.2,URI="s/aac/3.0.m4s"\n';

describe("a rendition that rested", () => {
  it.each([
    ["nothing is listed", head, false],
    ["all is a gap", head + gap + gap, false],
    ["only the open segment is there", head + gap + open, false],
    ["a whole segment is there", head + gap + made, true],
    ["more than that is there", (head + gap + made + open).replaceAll("\n", "\r\n"), true],
    ["it failed meanwhile", head + made + gap + open, false],
  ])("where %s", (_, playlist, begun) => {
    expect(isBegun(playlist)).toBe(begun);
  });

  describe("is waited for", () => {
    let answer: (signal: AbortSignal) => Promise<Response>;
    let asked: number;

    beforeEach(() => {
      vi.useFakeTimers();
      abortAsTheClockSays();
      asked = 0;
      vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
        asked++;
        return answer(signal);
      });
    });

    afterEach(() => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    });

    /** As a node holds a request, whoever asks may tire of it first. */
    const held = (millis: number, signal: AbortSignal, playlist: () => string): Promise<Response> =>
      new Promise((resolve, reject) => {
        setTimeout(() => resolve(new Response(playlist())), millis);
        signal.addEventListener("abort", () => reject(new Error()));
      });

    const waited = async (): Promise<[Begun, number]> => {
      const start = performance.now();
      let lasted = 0;
      const begun = untilBegun("/live/7k2m9x4t8qwz/aac.m3u8").finally(() => (lasted = performance.now() - start));
      await vi.advanceTimersByTimeAsync(300_000);
      return [await begun, lasted];
    };

    it("until it is made", async () => {
      const answers = [head + gap, head + gap + open, head + gap + made];
      answer = () => Promise.resolve(new Response(answers.shift()));
      expect(await waited()).toEqual(["made", 1_000]);
      expect(asked).toBe(3);
    });

    it("but not where there is none, nor where the node is gone", async () => {
      answer = () => Promise.resolve(new Response("", { status: 404 }));
      expect(await waited()).toEqual(["none", 0]);
      answer = () => Promise.resolve(new Response("", { status: 503 }));
      expect(await waited()).toEqual(["not-yet", 0]);
      answer = () => Promise.reject(new Error());
      expect(await waited()).toEqual(["not-yet", 0]);
      expect(asked).toBe(3);
    });

    it("for as long as its segments take, where they are long", async () => {
      const start = performance.now();
      const playlist = (): string => {
        const first = performance.now() - start < 20_200;
        return `${head}#EXT-X-TARGETDURATION:10\n${gap}${first ? open : made}`;
      };
      // Its encoder begins with the next segment, in ten seconds.
      answer = (signal) => held(Math.max(0, start + 10_000 - performance.now()), signal, playlist);
      const [begun, lasted] = await waited();
      expect(begun).toBe("made");
      expect(lasted).toBeGreaterThan(20_200);
      expect(lasted).toBeLessThan(21_000);
    });

    it("no longer than that, however long each answer is held", async () => {
      answer = (signal) => held(6_000, signal, () => `${head}#EXT-X-TARGETDURATION:2\n${gap}`);
      expect(await waited()).toEqual(["not-yet", 10_000]);
      answer = (signal) => held(600_000, signal, () => head);
      expect(await waited()).toEqual(["not-yet", 30_000]);
    });
  });
});
