// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the islands read from `/api/v1`. Only what they use; the contract is the OpenAPI file of the node. */

/** How a channel stands: the words of `Air.state()`. */
export type State = "live" | "connecting" | "lost" | "ended" | "off";

/** `GET /api/v1/channels/{channel}` */
export interface ChannelState {
  state: State;
  /** Empty when nothing is on. */
  title: string;
  /** Start of the broadcast, ISO 8601. Absent when nothing is on. */
  since?: string;
  /** The node's clock as it answered, ISO 8601 with milliseconds: viewers check theirs against it. */
  now: string;
}

/** `GET /api/v1/studio/channels/{channel}` */
export interface StudioChannel extends ChannelState {
  /** Has the node seen the encoder? The words of `Light.word()`. */
  light: "waiting" | "refused" | "seen";
  /** Absent while no encoder is connected. */
  facts?: Facts;
  /** Publishers that were turned away, newest first. */
  refused: Refused[];
}

/** As the record `StreamFacts.Connected`: text not known yet is empty, a figure not known yet is 0. */
export interface Facts {
  encoder: string;
  videoCodec: string;
  width: number;
  height: number;
  framesPerSecond: number;
  audioCodec: string;
  bitsPerSecond: number;
  keyFrameSeconds: number;
  roundTripMillis: number;
  droppedFrames: number;
}

/** As the record `RefusedTry`; `reason` is `RefusalReason.word()`. */
export interface Refused {
  at: string;
  reason: string;
}

/** Reads JSON from this node. Throws when the answer is not a success. */
export async function read<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return (await answer.json()) as T;
}
