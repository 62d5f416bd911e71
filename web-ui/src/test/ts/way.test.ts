// SPDX-License-Identifier: AGPL-3.0-or-later
import Hls, { type ErrorData } from "hls.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { AUDIO, AUTO } from "../../main/ts/player/quality";
import { Way } from "../../main/ts/player/way";

const { ErrorDetails, ErrorTypes } = Hls;

describe("the way to open a channel", () => {
  let way: Way;
  const fails = (type: ErrorData["type"], details: ErrorData["details"]) =>
    way.after({ type, details, fatal: true, error: new Error() }, Hls);
  const cannotPlay = () => fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR);

  beforeEach(() => {
    way = new Way("7k2m9x4t8qwz");
  });

  it("is picture and sound together, in the small build", () => {
    expect([way.address, way.full]).toEqual(["/live/7k2m9x4t8qwz/joined.m3u8", false]);
    expect(way.nativeAddress).toBe("/live/7k2m9x4t8qwz/master.m3u8");
  });

  it("is the full build for captions", () => {
    way.captions = true;
    expect([way.address, way.full]).toEqual(["/live/7k2m9x4t8qwz/joined.m3u8", true]);
  });

  it("is picture and sound apart, at once, where the browser cannot play them together", () => {
    expect(cannotPlay()).toBe("reopen");
    expect([way.address, way.full]).toEqual(["/live/7k2m9x4t8qwz/master.m3u8", true]);
  });

  it("is not tried again and again where the browser can play neither", () => {
    cannotPlay();
    expect(cannotPlay()).toBe("wait");
  });

  it("is the sound in AAC where the browser cannot play it as it was sent", () => {
    way.choice = AUDIO;
    expect(way.address).toBe("/live/7k2m9x4t8qwz/audio.m3u8");
    expect(fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_ADD_CODEC_ERROR)).toBe("reopen");
    expect(way.address).toBe("/live/7k2m9x4t8qwz/aac.m3u8");
    way.choice = AUTO;
    expect(way.address).toBe("/live/7k2m9x4t8qwz/joined.m3u8");
  });

  describe("to a sound in AAC", () => {
    let status: number;
    const unknown = () => fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_ADD_CODEC_ERROR);

    beforeEach(() => {
      vi.stubGlobal("fetch", () => Promise.resolve(new Response("#EXTM3U\n#EXTINF:2.0,\n1.m4s\n", { status })));
      way.choice = AUDIO;
      unknown();
    });

    afterEach(() => {
      vi.unstubAllGlobals();
    });

    it("is left where there is none any more, and said to be there by the sound as it is sent", async () => {
      status = 200;
      expect([await way.prepare(), way.address]).toEqual([true, "/live/7k2m9x4t8qwz/aac.m3u8"]);
      expect(way.sign).toBe("/live/7k2m9x4t8qwz/audio.m3u8");
      status = 404;
      expect([await way.prepare(), way.address]).toEqual([true, "/live/7k2m9x4t8qwz/audio.m3u8"]);
    });

    it("is kept while the node does not know", async () => {
      status = 503;
      expect([await way.prepare(), way.address]).toEqual([false, "/live/7k2m9x4t8qwz/aac.m3u8"]);
    });

    it("is not taken at once again where there was none, but after a while", async () => {
      status = 404;
      await way.prepare();
      expect(unknown()).toBe("wait");
      status = 200;
      expect([await way.prepare(), way.address]).toEqual([true, "/live/7k2m9x4t8qwz/aac.m3u8"]);
    });
  });

  it("is another one for the sound alone, and the same for the picture, after two media errors of the sound", () => {
    way.choice = AUDIO;
    fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_APPEND_ERROR);
    expect(fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_APPEND_ERROR)).toBe("wait");
    expect(way.address).toBe("/live/7k2m9x4t8qwz/aac.m3u8");
    way.choice = AUTO;
    expect([way.address, way.full]).toEqual(["/live/7k2m9x4t8qwz/joined.m3u8", false]);
  });

  it("stays the same after a first media error, and after any other error", () => {
    expect(fails(ErrorTypes.NETWORK_ERROR, ErrorDetails.LEVEL_LOAD_ERROR)).toBe("wait");
    expect(fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_APPEND_ERROR)).toBe("recover");
    expect(way.address).toBe("/live/7k2m9x4t8qwz/joined.m3u8");
  });

  it("is another one after two media errors in a short time", () => {
    const now = vi.spyOn(performance, "now").mockReturnValue(20_000);
    fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_APPEND_ERROR);
    now.mockReturnValue(31_000);
    expect(fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_APPEND_ERROR)).toBe("recover");
    now.mockReturnValue(40_000);
    expect(fails(ErrorTypes.MEDIA_ERROR, ErrorDetails.BUFFER_APPEND_ERROR)).toBe("wait");
    expect(way.address).toBe("/live/7k2m9x4t8qwz/master.m3u8");
    now.mockRestore();
  });
});
