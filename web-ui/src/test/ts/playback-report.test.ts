// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { reportPlayback } from "../../main/ts/player/playback-report";

describe("what a player reports", () => {
  const told: { path: string; event: string; millis: number }[] = [];
  let player: HTMLElement;
  let video: HTMLVideoElement;
  let delay: number | undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    told.length = 0;
    delay = 1840.4;
    vi.stubGlobal("fetch", (path: string, request: RequestInit) => {
      told.push({ path, ...(JSON.parse(String(request.body)) as { event: string; millis: number }) });
      return Promise.resolve(new Response());
    });
    player = document.createElement("div");
    player.dataset.channel = "7k2m9x4t8qwz";
    video = document.createElement("video");
    Object.defineProperty(video, "paused", { value: false, configurable: true });
    player.append(video);
    document.body.append(player);
    reportPlayback(player, () => delay);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    player.remove();
  });

  const happen = (event: string): boolean => video.dispatchEvent(new Event(event));

  it("is the first picture, once", () => {
    vi.advanceTimersByTime(812);
    happen("playing");
    happen("playing");
    expect(told).toEqual([{ path: "/api/v1/channels/7k2m9x4t8qwz/playback", event: "started", millis: 812 }]);
  });

  it("counts the start from the wish, not from the page", () => {
    vi.advanceTimersByTime(5_000);
    happen("loadstart");
    vi.advanceTimersByTime(300);
    happen("play");
    vi.advanceTimersByTime(100);
    happen("pause");
    vi.advanceTimersByTime(20_000);
    happen("play");
    vi.advanceTimersByTime(40);
    happen("playing");
    expect(told.map((report) => report.millis)).toEqual([40]);
  });

  it("is a stall, the first one by its own name", () => {
    happen("waiting");
    expect(told).toEqual([]);
    happen("playing");
    happen("waiting");
    happen("playing");
    happen("waiting");
    expect(told.map((report) => report.event)).toEqual(["started", "stalled", "stalled-again"]);
  });

  it("is no wish of the viewer", () => {
    happen("playing");
    Object.defineProperty(video, "paused", { value: true, configurable: true });
    happen("waiting");
    expect(told.map((report) => report.event)).toEqual(["started"]);
  });

  it("is the delay once a minute, where it is known", () => {
    happen("playing");
    vi.advanceTimersByTime(59_000);
    happen("timeupdate");
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    happen("timeupdate");
    happen("timeupdate");
    expect(told[1]).toMatchObject({ event: "delay", millis: 1840 });
    delay = undefined;
    vi.advanceTimersByTime(120_000);
    happen("timeupdate");
    expect(told).toHaveLength(2);
  });
});
