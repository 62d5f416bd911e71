// SPDX-License-Identifier: AGPL-3.0-or-later
import Hls from "hls.js";
import "hls.js/light";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Preview } from "../../main/ts/player/preview";
import { AUDIO } from "../../main/ts/player/quality";
import { Stream } from "../../main/ts/player/stream";
import { abortAsTheClockSays } from "./abort-as-the-clock-says";
import { opened, verdicts } from "./picky-reader";

vi.mock("hls.js", async (original) => {
  const real = await original<typeof import("hls.js")>();
  return { ...real, default: (await import("./picky-reader")).pickyReader(real.default) };
});
vi.mock("hls.js/light", async (original) => {
  const real = await original<typeof import("hls.js")>();
  return { default: (await import("./picky-reader")).pickyReader(real.default) };
});

const { ErrorDetails, ErrorTypes } = Hls;
const unplayable = { type: ErrorTypes.MEDIA_ERROR, details: ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR };
const gone = { type: ErrorTypes.NETWORK_ERROR, details: ErrorDetails.LEVEL_LOAD_ERROR };
const list = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n";
const made = `${list}#EXTINF:2.0,\ns/aac/2.m4s\n`;
const gaps = `${list}#EXT-X-GAP\n#EXTINF:2.0,\ns/aac/2.m4s\n`;

describe("a stream", () => {
  let stream: Stream;
  let asked: string[];
  /** What stands in `aac.m3u8`; there is none without. */
  let aac: string | undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    abortAsTheClockSays();
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    opened.length = 0;
    verdicts.clear();
    [asked, aac] = [[], undefined];
    vi.stubGlobal("fetch", (address: string) => {
      asked.push(address.replace(/.*\/|\.m3u8$/g, ""));
      const there = !address.endsWith("/aac.m3u8") || aac !== undefined;
      return Promise.resolve(new Response(there ? aac : "", { status: there ? 200 : 404 }));
    });
    stream = new Stream(document.createElement("video"), "7k2m9x4t8qwz", { onReady: () => undefined });
  });

  afterEach(() => {
    stream.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const pass = async (seconds: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(seconds * 1_000));

  it("is not opened where its sound is a gap still, but as soon as there is some", async () => {
    verdicts.set("joined", unplayable);
    aac = gaps;
    stream.start();
    await pass(25);
    expect(opened).toEqual(["joined"]);
    aac = made;
    await pass(2);
    expect(opened).toEqual(["joined", "master"]);
    await pass(60);
    expect(opened).toHaveLength(2);
  });

  it("goes back to the sound as it is sent when that in AAC is gone", async () => {
    verdicts.set("audio", unplayable).set("aac", gone);
    aac = made;
    stream.choose(AUDIO);
    stream.start();
    await pass(0.3);
    expect(opened).toEqual(["audio", "aac"]);
    verdicts.clear();
    aac = undefined;
    await pass(2);
    expect(opened).toEqual(["audio", "aac", "audio"]);
  });

  it("has no sound made where its picture cannot be played, until it can", async () => {
    verdicts.set("joined", unplayable).set("master", unplayable);
    aac = made;
    stream.start();
    await pass(62);
    expect(asked.filter((name) => name === "aac")).toHaveLength(1);
    verdicts.clear();
    aac = gaps;
    await pass(6);
    const before = opened.length;
    await pass(4);
    expect(opened).toHaveLength(before);
    aac = made;
    await pass(1);
    expect(opened).toHaveLength(before + 1);
  });

  it("is opened once, however often it is begun anew while it is prepared", async () => {
    verdicts.set("joined", unplayable);
    aac = gaps;
    stream.start();
    await pass(1);
    stream.stop();
    stream.start();
    await pass(1);
    aac = made;
    await pass(1);
    expect(opened).toEqual(["joined", "master"]);
  });

  it("that cannot be played is tried gently, however often the node says that it is live", async () => {
    verdicts.set("joined", unplayable).set("master", unplayable);
    const preview = new Preview();
    const seconds = async (count: number): Promise<void> => {
      for (let second = 0; second < count; second++) {
        preview.show(true);
        await pass(1);
      }
    };
    await seconds(60);
    opened.length = 0;
    await seconds(60);
    expect(opened.length).toBeLessThan(15);
    preview.show(undefined);
    opened.length = 0;
    await seconds(1);
    expect(opened).toHaveLength(1);
    preview.show(false);
    await pass(60);
    expect(opened).toHaveLength(1);
  });
});
