// SPDX-License-Identifier: AGPL-3.0-or-later
import type Hls from "hls.js";
import type { FragLoadingData, HlsConfig } from "hls.js";

/** What of hls.js' reader this needs, and what its types keep private. */
export interface Reader {
  lastSn: number;
  lastPartIndex: number;
  onFragLoading(event: string, data: FragLoadingData): void;
}

/**
 * hls.js 1.7.4 forgets the captions it has half read whenever it loads a part: it takes every part that is not the first
 * of its segment for a jump. Parts of 200 ms never hold a whole line.
 */
export function readingAcrossParts(build: typeof Hls): Partial<HlsConfig> {
  const original = build.DefaultConfig.timelineController as unknown as (new (hls: Hls) => Reader) | undefined;
  // The light build reads no captions.
  return original ? { timelineController: acrossParts(original) as unknown as HlsConfig["timelineController"] } : {};
}

export function acrossParts<A extends unknown[]>(original: new (...given: A) => Reader): new (...given: A) => Reader {
  return class extends original {
    override onFragLoading(event: string, data: FragLoadingData): void {
      const { frag, part } = data;
      if (frag.type === "main" && frag.sn === this.lastSn && part?.index === this.lastPartIndex + 1) {
        this.lastSn--;
      }
      super.onFragLoading(event, data);
    }
  };
}
