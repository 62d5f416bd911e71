// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HlsConfig, LoaderConfig } from "hls.js";

const retries = (maxNumRetry: number) => ({ maxNumRetry, retryDelayMs: 500, maxRetryDelayMs: 1_000 });

/**
 * Few and quick: what they do not mend, the stream mends by opening anew, as long as somebody watches. The times are
 * longer than the six seconds that the node may hold a reload.
 */
function policy(errors: number): { default: LoaderConfig } {
  return {
    default: { maxTimeToFirstByteMs: 10_000, maxLoadTimeMs: 20_000, timeoutRetry: retries(1), errorRetry: retries(errors) },
  };
}

/** How hls.js plays a stream of this node. */
export const options: Partial<HlsConfig> = {
  lowLatencyMode: true,
  // Without catching up, a viewer who joins under load stays late for good; measured with 200 ms parts.
  maxLiveSyncPlaybackRate: 1.5,
  backBufferLength: 20,
  // Else the element says that everything since the page was opened can be seen again.
  liveDurationInfinity: true,
  // The player shows captions itself. Where picture and sound share a buffer, hls.js 1.7 never gives its tracks a cue.
  renderTextTracksNatively: false,
  manifestLoadPolicy: policy(0),
  playlistLoadPolicy: policy(2),
  fragLoadPolicy: policy(3),
};

/** A connection that asks for little, as far as the browser tells. */
export function isThrifty(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  return connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? "");
}
