// SPDX-License-Identifier: AGPL-3.0-or-later
const ROUND_MILLIS = 500;
/** An encoder needs two segments at most; who waits longer takes what there is. */
const MOST_ROUNDS = 20;

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
 * it begins or changes over, must not see it before.
 */
export async function untilBegun(address: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const answer = await fetch(address).catch(() => undefined);
    if (!answer?.ok || isBegun(await answer.text())) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, ROUND_MILLIS));
  }
}
