// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Reconnection } from "../../main/ts/player/reconnection";

describe("coming back", () => {
  let answers: boolean;
  let asked: number;
  let came: number;
  let reconnection: Reconnection;

  beforeEach(() => {
    vi.useFakeTimers();
    [answers, asked, came] = [false, 0, 0];
    vi.stubGlobal("fetch", () => {
      asked++;
      return answers ? Promise.resolve(new Response()) : Promise.reject(new Error());
    });
    reconnection = new Reconnection(
      () => "/live/7k2m9x4t8qwz/joined.m3u8",
      () => {
        came++;
        reconnection.stop();
      },
    );
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("asks until the node answers, and then no more", async () => {
    reconnection.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toBeGreaterThan(3);
    answers = true;
    await vi.advanceTimersByTimeAsync(1_100);
    expect(came).toBe(1);
    const enough = asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(enough);
  });

  it("asks at once when the channel becomes live", async () => {
    reconnection.start();
    answers = true;
    reconnection.heard(true);
    await vi.advanceTimersByTimeAsync(0);
    expect([asked, came]).toEqual([1, 1]);
  });

  it("takes its time while the channel is live as before", async () => {
    const everySecond = setInterval(() => reconnection.heard(true), 1_000);
    reconnection.start();
    await vi.advanceTimersByTimeAsync(60_000);
    asked = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    clearInterval(everySecond);
    expect(asked).toBeLessThan(14);
    asked = 0;
    reconnection.heard(false);
    reconnection.heard(true);
    expect(asked).toBe(1);
  });

  it("asks once at a time, and not at all when nothing is wrong", async () => {
    reconnection.heard(true);
    expect(asked).toBe(0);
    reconnection.start();
    reconnection.heard(false);
    reconnection.heard(true);
    reconnection.heard(false);
    reconnection.heard(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(1);
    reconnection.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(1);
  });
});
