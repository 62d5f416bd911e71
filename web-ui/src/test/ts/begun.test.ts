// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { isBegun, untilBegun } from "../../main/ts/player/begun";

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
    let answers: Response[];
    let asked: number;

    beforeEach(() => {
      vi.useFakeTimers();
      asked = 0;
      vi.stubGlobal("fetch", () => {
        asked++;
        const answer = answers.shift();
        return answer ? Promise.resolve(answer) : Promise.reject(new Error());
      });
    });

    afterEach(() => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    });

    const waited = async (): Promise<number> => {
      const done = untilBegun("/live/7k2m9x4t8qwz/aac.m3u8");
      await vi.advanceTimersByTimeAsync(60_000);
      await done;
      return asked;
    };

    it("until it is made", async () => {
      answers = [new Response(head + gap), new Response(head + gap + open), new Response(head + gap + made)];
      expect(await waited()).toBe(3);
    });

    it("but not where there is none, nor where the node is gone", async () => {
      answers = [new Response("", { status: 404 })];
      expect(await waited()).toBe(1);
      expect(await waited()).toBe(2);
    });

    it("and not for ever", async () => {
      answers = Array.from({ length: 100 }, () => new Response(head + gap));
      expect(await waited()).toBe(20);
    });
  });
});
