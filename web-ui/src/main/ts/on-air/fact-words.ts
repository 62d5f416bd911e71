// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Facts } from "../api";
import type { Words } from "../words";

const BITS_PER_MEGABIT = 1_000_000;

/** The figures of a connection as words, by the name of their `data-fact`. The Java record `FactWords` says the same. */
export function factWords(facts: Facts, words: Words): Record<string, string> {
  const unknown = words.say("unknown");
  const figure = (known: boolean, key: string, values: Record<string, string>): string =>
    known ? words.say(key, values) : unknown;
  return {
    encoder: facts.encoder || unknown,
    video:
      facts.width === 0
        ? facts.videoCodec || unknown
        : words.say("video", {
            codec: facts.videoCodec,
            width: String(facts.width),
            height: String(facts.height),
            fps: number(facts.framesPerSecond, 0),
          }),
    audio: facts.audioCodec || unknown,
    bitrate: figure(facts.bitsPerSecond > 0, "bitrate", { megabits: number(facts.bitsPerSecond / BITS_PER_MEGABIT, 2) }),
    keyFrames: figure(facts.keyFrameSeconds > 0, "key-frames", { seconds: number(facts.keyFrameSeconds, 1) }),
    roundTrip: figure(facts.roundTripMillis > 0, "round-trip", { milliseconds: number(facts.roundTripMillis, 0) }),
    dropped: number(facts.droppedFrames, 0),
  };
}

function number(value: number, digits: number): string {
  return value.toLocaleString(document.documentElement.lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
