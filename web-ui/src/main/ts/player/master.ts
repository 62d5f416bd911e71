// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from "../words";

/** A picture to choose from, as the master playlist lists it. */
export interface Rendition {
  /** What it is told apart by, the same in both views. */
  name: string;
  height: number;
  /** 0 when not said. */
  framesPerSecond: number;
  /** Whether it is the publisher's own picture, never encoded again. */
  source: boolean;
}

/** What the master playlist of a channel offers. */
export interface Master {
  /** The best first. */
  renditions: Rendition[];
  /** Whether captions lie in the picture. */
  captions: boolean;
}

export const nothing: Master = { renditions: [], captions: false };

/** Above this a rate is worth saying, as everybody does: 1080p60. */
const USUAL_FRAMES_PER_SECOND = 30.5;
/** The name of the publisher's own picture. */
export const SOURCE = "source";

const ADDRESS = /(?:^|\/)(?:j-)?([^/]*?)\.m3u8$/;
const INF = "#EXT-X-STREAM-INF:";

/** The name of the rendition whose playlist has that address: where sound lies beside its picture, it begins with `j-`. */
export function nameOf(address: string): string {
  return ADDRESS.exec(address)?.[1] ?? "";
}

/** Reads a master playlist of this node; players of others need all of RFC 8216bis, the menu needs four attributes. */
export function readMaster(text: string): Master {
  const lines = text.split(/\r?\n/);
  const renditions = lines.flatMap((line, index) =>
    line.startsWith(INF) ? renditionOf(line.slice(INF.length), lines[index + 1] ?? "") : [],
  );
  renditions.sort((one, other) => other.height - one.height || Number(other.source) - Number(one.source));
  return { renditions, captions: lines.some((line) => line.startsWith("#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS")) };
}

function renditionOf(attributes: string, address: string): Rendition[] {
  const height = Number(/RESOLUTION=\d+x(\d+)/.exec(attributes)?.[1] ?? 0);
  const framesPerSecond = Number(/FRAME-RATE=([\d.]+)/.exec(attributes)?.[1] ?? 0);
  const name = nameOf(address);
  // Without a size it is the sound alone, which the menu always offers.
  return height > 0 ? [{ name, height, framesPerSecond, source: name === SOURCE }] : [];
}

/** What a rendition is called: true to what arrives, never better than it is. */
export function renditionLabel(words: Words, rendition: Rendition): string {
  const { height, framesPerSecond, source } = rendition;
  const rate = framesPerSecond > USUAL_FRAMES_PER_SECOND ? Math.round(framesPerSecond) : "";
  const size = `${height}p${rate}`;
  return source ? words.say("source", { size }) : size;
}

/** Whether both offer the same. */
export function sameMaster(one: Master, other: Master): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
