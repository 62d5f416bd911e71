// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FragLoadingData } from "hls.js";
import { describe, expect, it } from "vitest";

import { acrossParts, type Reader } from "../../main/ts/player/captions-across-parts";

/** Decides like hls.js 1.7.4 whether what is loaded follows what was loaded before. */
class Original implements Reader {
  lastSn = -1;
  lastPartIndex = -1;
  readonly jumps: boolean[] = [];

  onFragLoading(_: string, { frag, part }: FragLoadingData): void {
    const sn = frag.sn as number;
    const index = part?.index ?? -1;
    this.jumps.push(sn !== this.lastSn + 1 || (sn === this.lastSn && index !== this.lastPartIndex + 1));
    this.lastSn = sn;
    this.lastPartIndex = index;
  }
}

function load(sn: number, index: number | undefined, type = "main"): FragLoadingData {
  return { frag: { sn, type }, part: index === undefined ? null : { index } } as unknown as FragLoadingData;
}

function jumps(...loaded: FragLoadingData[]): boolean[] {
  const reader = new (acrossParts(Original))();
  loaded.forEach((data) => reader.onFragLoading("", data));
  return (reader as unknown as Original).jumps;
}

describe("captions across parts", () => {
  it("go on from part to part and from segment to segment", () => {
    expect(jumps(load(7, 0), load(7, 1), load(7, 2), load(8, 0), load(8, 1), load(9, undefined))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("begin anew after a jump", () => {
    expect(jumps(load(7, 0), load(7, 2), load(5, 3), load(5, 3))).toEqual([true, true, true, true]);
  });

  it("have nothing to do with a track of sound", () => {
    expect(jumps(load(7, 0), load(7, 1, "audio")).at(1)).toBe(true);
  });
});
