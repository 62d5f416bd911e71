// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ClockReading } from "../node-clock";
import type { Words } from "../words";

/** Above this the number says more about a wrong clock or a pause than about the stream. */
const LARGEST_SHOWN_MILLIS = 60_000;

/**
 * How long ago the picture on screen reached the node: the node's now minus `EXT-X-PROGRAM-DATE-TIME`, which is stamped
 * from the arrival of the segment's first video message. Undefined when it would not be honest to show a number.
 */
export function delayMillis(nowMillis: number, pictureMillis: number | undefined, clock: ClockReading): number | undefined {
  if (pictureMillis === undefined || Number.isNaN(pictureMillis)) {
    return undefined;
  }
  const delay = nowMillis + clock.offsetMillis - pictureMillis;
  return delay >= 0 && delay < LARGEST_SHOWN_MILLIS ? delay : undefined;
}

/** Seconds with one digit, in the language of the page. */
export function seconds(millis: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (millis / 1000).toLocaleString(document.documentElement.lang, digits);
}

/** What the live-edge button says. */
export function edgeText(words: Words, delay: number | undefined, checked: boolean): string {
  if (delay === undefined) {
    return words.say("edge-plain");
  }
  return words.say(checked ? "edge" : "edge-about", { seconds: seconds(delay) });
}

/** What the live-edge button is called: begins with what it says, for people who speak to their browser. */
export function edgeLabel(words: Words, text: string): string {
  return words.say("edge-label", { text });
}
