// SPDX-License-Identifier: AGPL-3.0-or-later
const ROUND_MILLIS = 500;
/** So many target durations: an encoder begins with the next segment at the latest, which has to be closed; one to spare. */
const PATIENCE_TARGETS = 3;
/** An encoder that starts on a busy machine takes seconds, however short the segments are. */
const LEAST_PATIENCE_MILLIS = 10_000;
/** The longest of this node, for as long as no playlist has said its own. */
const LONGEST_TARGET_SECONDS = 10;

/** What came of waiting for a rendition: it is made, there is none (which may change), or it was not made in time. */
export type Begun = "made" | "none" | "not-yet";

const lastOf = (lines: string[], tag: string): number => lines.findLastIndex((line) => line.startsWith(tag));

/** Whether the newest closed segment of a playlist is there: of a rendition that rested, all before are gaps. */
export function isBegun(playlist: string): boolean {
  const lines = playlist.split(/\r?\n/);
  const closed = lastOf(lines, "#EXTINF:");
  const before = lastOf(lines.slice(0, closed), "#EXTINF:");
  return closed >= 0 && !lines.slice(before + 1, closed + 1).includes("#EXT-X-GAP");
}

/**
 * Waits until a rendition is made. Asking for it is what starts that; hls.js, which never gets over a gap at the place where
 * it begins or changes over, must not see it before. The node may hold each answer for three target durations (RFC 8216bis,
 * 6.2.5.2), which counts as waiting.
 */
export async function untilBegun(address: string): Promise<Begun> {
  const start = performance.now();
  let deadline = start + patienceMillis("");
  while (performance.now() < deadline) {
    const signal = AbortSignal.timeout(Math.ceil(deadline - performance.now()));
    const answer = await fetch(address, { signal }).catch(() => undefined);
    if (!answer?.ok) {
      return answer?.status === 404 ? "none" : "not-yet";
    }
    const playlist = await answer.text().catch(() => "");
    if (isBegun(playlist)) {
      return "made";
    }
    deadline = start + patienceMillis(playlist);
    await new Promise((resolve) => setTimeout(resolve, ROUND_MILLIS));
  }
  return "not-yet";
}

function patienceMillis(playlist: string): number {
  const seconds = Number(/^#EXT-X-TARGETDURATION:(\d+)/m.exec(playlist)?.[1] ?? LONGEST_TARGET_SECONDS);
  return Math.max(LEAST_PATIENCE_MILLIS, PATIENCE_TARGETS * seconds * 1_000);
}
