// SPDX-License-Identifier: AGPL-3.0-or-later
import { duration } from "../duration";
import type { Words } from "../words";

/** With less than this to go back to, a bar would promise more than it holds. */
const LEAST_SECONDS = 60;
/** This far behind the edge it is worth saying how far. */
const WORTH_SAYING_SECONDS = 10;

/** What can be seen again now, in seconds of media time. */
export interface Range {
  start: number;
  /** The latest position worth playing. */
  edge: number;
  position: number;
}

/** The stretch that the element says can be played; undefined before there is one. */
export function rangeOf(video: HTMLVideoElement, edge: number | undefined): Range | undefined {
  const ranges = video.seekable;
  if (ranges.length === 0 || edge === undefined) {
    return undefined;
  }
  return { start: ranges.start(0), edge, position: video.currentTime };
}

export function canRewind(range: Range | undefined): range is Range {
  return range !== undefined && range.edge - range.start >= LEAST_SECONDS;
}

/** Whole seconds from the oldest picture to the live edge. */
export function length(range: Range): number {
  return Math.floor(range.edge - range.start);
}

/** Whole seconds behind the live edge, within what there is. */
export function behind(range: Range): number {
  return Math.min(length(range), Math.max(0, Math.round(range.edge - range.position)));
}

/** "−12:34", or nothing near the edge. */
export function behindText(seconds: number): string {
  return seconds < WORTH_SAYING_SECONDS ? "" : `−${duration(seconds * 1000)}`;
}

/** The same as it is spoken. */
export function spokenBehind(words: Words, seconds: number): string {
  if (seconds < WORTH_SAYING_SECONDS) {
    return words.say("rewind-live");
  }
  const parts = { minutes: String(Math.floor(seconds / 60)), seconds: String(seconds % 60) };
  return words.say(seconds < 60 ? "rewind-seconds" : "rewind-minutes", parts);
}

const steps: Record<string, number> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -60,
  PageUp: 60,
};

/** Where a key leads, in seconds behind the edge; undefined for keys that lead nowhere. */
export function stepTo(key: string, behindSeconds: number, lengthSeconds: number): number | undefined {
  if (key === "Home" || key === "End") {
    return key === "Home" ? lengthSeconds : 0;
  }
  const step = steps[key];
  return step === undefined ? undefined : Math.min(lengthSeconds, Math.max(0, behindSeconds - step));
}
