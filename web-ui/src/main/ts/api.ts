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
  /** The way that viewers are offered; absent while none is. */
  handoff?: Handoff;
}

/** Why viewers are offered a way: a stream ended, its host says so, or it pauses. */
export type HandoffKind = "end" | "host" | "intermission";

/** `Handoff` of the contract. */
export interface Handoff {
  /** Another number is another offer. */
  number: number;
  kind: HandoffKind;
}

/** What a page says to `POST /api/v1/channels/{channel}/travel`. */
export type TravelWish =
  | { step: "join"; random: string; together: boolean }
  | { step: "look" | "elsewhere" | "stay" | "go"; place: string };

/** `POST /api/v1/channels/{channel}/travel` */
export interface Travel {
  state: "searching" | "found" | "link" | "go" | "nowhere";
  place?: string;
  next?: TravelNext;
  page?: string;
}

export interface TravelNext {
  kind: HandoffKind;
  team: string;
  host: string;
  title: string;
  languages: string[];
  labels: string[];
  since: string;
  gid: string;
  marked: boolean;
  page: string;
}

/** `GET /api/v1/studio/channels/{channel}` */
export interface StudioChannel extends ChannelState {
  /** Has the node seen the encoder? The words of `Light.word()`. */
  light: "waiting" | "refused" | "seen";
  /** Absent where nothing is on air, nor was a moment ago. */
  health?: Health;
  ladder?: Rung[];
  /** As other servers say. */
  viewersElsewhere: number;
  /** Absent while a broadcast is open, and before the first. */
  last?: LastBroadcast;
  /** Publishers that were turned away, newest first. */
  refused: Refused[];
}

export type Level = "good" | "look" | "fix" | "unknown";

/** Numbers for a sentence; the name says the unit. */
export type Values = Record<string, number>;

/** `Health` of the contract. */
export interface Health {
  verdict: { kind: string; level: Level; values: Values };
  tiles: Tile[];
  history: History;
  /** 0 if the encoder did not say. */
  setKilobits: number;
  stretches: Stretch[];
  /** Newest first. */
  log: LogEntry[];
  viewers: Viewers;
}

export interface Tile {
  tile: string;
  level: Level;
  value: number;
  detail: string;
  values: Values;
}

/** Oldest first. */
export interface History {
  until: string;
  kilobitsPerSecond: number[];
  lostFrames: number[];
  framesPerSecond: number[];
  keyFrameMillis: number[];
  roundTripMillis: number[];
  loudness: number[];
}

export interface Stretch {
  cause: string;
  from: string;
  to: string;
}

export interface LogEntry {
  at: string;
  event: string;
  encoder: string;
  seconds: number;
}

export interface Viewers {
  players: number;
  smooth: number;
  startUpHalfMillis: number;
  startUpMostMillis: number;
  delayHalfMillis: number;
  delayMostMillis: number;
}

export interface Rung {
  kind: string;
  codec: string;
  width: number;
  height: number;
  framesPerSecond: number;
  bitsPerSecond: number;
  encoderSpeed: number;
  watching: number;
  keepsUp: Level;
}

export interface LastBroadcast {
  openedAt: string;
  endedAt: string;
  goodSeconds: number;
  troubles: { cause: string; seconds: number }[];
  bitsPerSecond: number;
  frames: number;
  missedFrames: number;
  lateFrames: number;
  leftOutFrames: number;
  loudnessLufs: number;
  players: number;
  smoothPlayers: number;
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

/** Sends JSON to this node, and reads what it answers. Throws when that is not a success. */
export async function post<T>(path: string, body: Record<string, string | boolean>): Promise<T> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return (await answer.json()) as T;
}
