// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from "vitest";

import { readMaster, sameMaster } from "../../main/ts/player/master";
import { qualities } from "../../main/ts/player/quality";
import { wordsOf } from "./words-of";

const words = wordsOf({
  auto: "Automatic",
  "auto-now": "Automatic · {quality}",
  source: "{size} · source",
  audio: "Audio only",
});

const source = `#EXTM3U
#EXT-X-VERSION:9
#EXT-X-STREAM-INF:BANDWIDTH=6600000,AVERAGE-BANDWIDTH=6000000,CODECS="avc1.64002a,mp4a.40.2",RESOLUTION=1920x1080,FRAME-RATE=60.000,VIDEO-RANGE=SDR,SCORE=1.0,CLOSED-CAPTIONS=NONE
j-source.m3u8
`;
const rung = `#EXT-X-STREAM-INF:BANDWIDTH=1200000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=854x480,FRAME-RATE=29.970,SCORE=0.48,CLOSED-CAPTIONS=NONE
j-480p.m3u8
`;
const sound = `#EXT-X-STREAM-INF:BANDWIDTH=140000,CODECS="mp4a.40.2",SCORE=0.1
audio.m3u8
`;
const captions = `#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",NAME="CC1",AUTOSELECT=YES,INSTREAM-ID="CC1"
`;

describe("the master playlist", () => {
  it("offers its pictures, the best first, and no sound among them", () => {
    expect(readMaster(rung + source + sound)).toEqual({
      renditions: [
        { name: "source", height: 1080, framesPerSecond: 60, source: true },
        { name: "480p", height: 480, framesPerSecond: 29.97, source: false },
      ],
      captions: false,
    });
  });

  it("says whether captions lie in the picture", () => {
    expect(readMaster(captions + source).captions).toBe(true);
  });

  it("puts the source before an encoded picture of the same size", () => {
    const same = rung.replace("854x480", "1920x1080").replaceAll("\n", "\r\n");
    expect(readMaster(same + source).renditions[0]?.name).toBe("source");
  });

  it("is nothing to choose from when it is something else", () => {
    expect(readMaster("<!doctype html>")).toEqual({ renditions: [], captions: false });
    expect(readMaster("#EXT-X-STREAM-INF:RESOLUTION=1x1")).toEqual({
      renditions: [{ name: "", height: 1, framesPerSecond: 0, source: false }],
      captions: false,
    });
  });

  it("has the same names where sound lies beside its picture and where it does not", () => {
    expect(readMaster((source + rung).replaceAll("j-", ""))).toEqual(readMaster(source + rung));
  });

  it("is compared by what it offers", () => {
    expect(sameMaster(readMaster(source), readMaster(source.replace("6600000", "7000000")))).toBe(true);
    expect(sameMaster(readMaster(source), readMaster(source + rung))).toBe(false);
  });
});

describe("the quality menu", () => {
  it("names the source and offers its sound when there is nothing else", () => {
    expect(qualities(words, readMaster(source + sound).renditions, "")).toEqual([
      { value: "auto", name: "1080p60 · source" },
      { value: "audio", name: "Audio only" },
    ]);
  });

  it("offers every rendition, the best first, and says which one plays by itself", () => {
    const { renditions } = readMaster(source + rung + sound);
    expect(qualities(words, renditions, "480p")).toEqual([
      { value: "auto", name: "Automatic · 480p" },
      { value: "source", name: "1080p60 · source" },
      { value: "480p", name: "480p" },
      { value: "audio", name: "Audio only" },
    ]);
  });

  it("says nothing of what plays before anything does", () => {
    expect(qualities(words, [], "").map(({ name }) => name)).toEqual(["Automatic", "Audio only"]);
  });
});
