// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Facts, State } from "../api";

/** The one thing worth saying about a stream, and what would fix it. Keys of the island's words. */
export interface Verdict {
  headline: string;
  /** Empty when there is nothing to fix. */
  fix: string;
  values: Record<string, string>;
}

/** Longer than this and each segment, so each viewer, waits for a key frame. */
const LONGEST_KEY_FRAME_SECONDS = 4.2;
const LONGEST_ROUND_TRIP_MILLIS = 200;

const one = (value: number): string =>
  value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

/** First what hurts most. `droppedLately` counts frames left out since the page began to look. */
export function verdictOf(state: State, facts: Facts | undefined, droppedLately: number): Verdict {
  if (state !== "live" || !facts) {
    return { headline: `verdict-${state}`, fix: "", values: {} };
  }
  if (droppedLately > 0) {
    return { headline: "verdict-dropped", fix: "fix-dropped", values: { frames: one(droppedLately) } };
  }
  if (facts.audioCodec === "") {
    return { headline: "verdict-no-sound", fix: "fix-no-sound", values: {} };
  }
  if (facts.keyFrameSeconds > LONGEST_KEY_FRAME_SECONDS) {
    return {
      headline: "verdict-key-frames",
      fix: "fix-key-frames",
      values: { seconds: one(facts.keyFrameSeconds) },
    };
  }
  if (facts.roundTripMillis > LONGEST_ROUND_TRIP_MILLIS) {
    return {
      headline: "verdict-round-trip",
      fix: "fix-round-trip",
      values: { milliseconds: one(facts.roundTripMillis) },
    };
  }
  return { headline: "verdict-good", fix: "", values: {} };
}
