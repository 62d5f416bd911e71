// SPDX-License-Identifier: AGPL-3.0-or-later
import type Hls from "hls.js";
import type { ErrorData } from "hls.js";

import { untilBegun } from "./begun";
import { AUDIO, AUTO, type Choice } from "./quality";

/** Two media errors within this time mean that the browser cannot play this view. */
const MEDIA_ERROR_PATIENCE_MILLIS = 10_000;

/** What helps after an error that ends playback: to go on with what there is, to open another list, or to wait. */
export type Remedy = "recover" | "reopen" | "wait";

/**
 * Which list of a channel is opened, and with which build of hls.js; it learns from what this browser cannot play.
 *
 * `joined.m3u8` has picture and sound in one part; where a browser cannot play that, `master.m3u8` has them apart, and the
 * sound in AAC as well. That needs the full build. So do captions, which are read out of the picture.
 */
export class Way {
  choice: Choice = AUTO;
  captions = false;
  private apart = false;
  private soundInAac = false;
  /** There was no sound in AAC when it was last asked for. */
  private aacMissing = false;
  /** Of the ways to the picture, none could be played when they were last tried. */
  private hopeless = false;
  private lastMediaErrorMillis = Number.NEGATIVE_INFINITY;

  constructor(private readonly channel: string) {}

  get address(): string {
    return this.choice === AUDIO && this.soundInAac ? this.list("aac") : this.sign;
  }

  /** What answers as soon as there is something to play: sound in AAC may be gone for good, the publisher's own is not. */
  get sign(): string {
    const all = this.apart ? "master" : "joined";
    return this.list(this.choice === AUDIO ? "audio" : all);
  }

  /** For a browser that reads the playlists itself: it knows both ways, and wants the canonical list. */
  get nativeAddress(): string {
    return this.list(this.choice === AUDIO ? "audio" : "master");
  }

  get full(): boolean {
    return this.apart || this.captions;
  }

  /**
   * Sees to it that the sound in AAC is made, where this browser can play no other. Says whether the list can be opened:
   * with a gap at its end it would never play, and never fail.
   */
  async prepare(): Promise<boolean> {
    if (!(this.choice === AUDIO ? this.soundInAac : this.apart && !this.hopeless)) {
      return true;
    }
    const begun = await untilBegun(this.list("aac"));
    this.aacMissing = begun === "none";
    this.soundInAac &&= !this.aacMissing;
    return begun !== "not-yet";
  }

  /**
   * The list has something that this browser can play. Says whether it has to be opened anew: while nothing could be played,
   * it was opened unprepared, or each try would keep an encoder of sound running that nobody hears.
   */
  mustOpenAnew(): boolean {
    const unprepared = this.hopeless && this.choice !== AUDIO;
    this.hopeless &&= !unprepared;
    return unprepared;
  }

  after(error: ErrorData, build: typeof Hls): Remedy {
    const { MANIFEST_INCOMPATIBLE_CODECS_ERROR, BUFFER_INCOMPATIBLE_CODECS_ERROR, BUFFER_ADD_CODEC_ERROR } =
      build.ErrorDetails;
    const unplayable = [MANIFEST_INCOMPATIBLE_CODECS_ERROR, BUFFER_INCOMPATIBLE_CODECS_ERROR, BUFFER_ADD_CODEC_ERROR];
    if (unplayable.includes(error.details)) {
      return this.afterUnplayable();
    }
    return error.type === build.ErrorTypes.MEDIA_ERROR ? this.afterMediaError() : "wait";
  }

  private afterUnplayable(): Remedy {
    const other = this.takeOther();
    this.hopeless = !other && this.choice !== AUDIO;
    return other ? "reopen" : "wait";
  }

  /** Says whether there is a list that was not tried. */
  private takeOther(): boolean {
    const audio = this.choice === AUDIO;
    const tried = audio ? this.soundInAac || this.aacMissing : this.apart;
    this.soundInAac ||= audio;
    this.apart ||= !audio;
    return !tried;
  }

  private afterMediaError(): Remedy {
    const now = performance.now();
    const again = now - this.lastMediaErrorMillis < MEDIA_ERROR_PATIENCE_MILLIS;
    this.lastMediaErrorMillis = now;
    if (again) {
      this.takeOther();
    }
    return again ? "wait" : "recover";
  }

  private list(name: "master" | "joined" | "audio" | "aac"): string {
    return `/live/${this.channel}/${name}.m3u8`;
  }
}
