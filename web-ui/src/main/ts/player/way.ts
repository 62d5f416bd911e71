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
  private lastMediaErrorMillis = Number.NEGATIVE_INFINITY;

  constructor(private readonly channel: string) {}

  get address(): string {
    return this.list(this.apart ? "master" : "joined");
  }

  /** For a browser that reads the playlists itself: it knows both ways, and wants the canonical list. */
  get nativeAddress(): string {
    return this.list("master");
  }

  get full(): boolean {
    return this.apart || this.captions;
  }

  /** Sees to it that the sound in AAC is made, where this browser can play no other. */
  async prepare(): Promise<void> {
    if (this.choice === AUDIO ? this.soundInAac : this.apart) {
      await untilBegun(`/live/${this.channel}/aac.m3u8`);
    }
  }

  after(error: ErrorData, build: typeof Hls): Remedy {
    const { MANIFEST_INCOMPATIBLE_CODECS_ERROR, BUFFER_INCOMPATIBLE_CODECS_ERROR, BUFFER_ADD_CODEC_ERROR } =
      build.ErrorDetails;
    const unplayable = [MANIFEST_INCOMPATIBLE_CODECS_ERROR, BUFFER_INCOMPATIBLE_CODECS_ERROR, BUFFER_ADD_CODEC_ERROR];
    if (unplayable.includes(error.details)) {
      return this.takeOther() ? "reopen" : "wait";
    }
    return error.type === build.ErrorTypes.MEDIA_ERROR ? this.afterMediaError() : "wait";
  }

  /** Says whether there is a list that was not tried. */
  private takeOther(): boolean {
    const audio = this.choice === AUDIO;
    const tried = audio ? this.soundInAac : this.apart;
    this.soundInAac ||= audio;
    this.apart ||= !audio;
    return !tried;
  }

  private afterMediaError(): Remedy {
    const now = performance.now();
    const again = now - this.lastMediaErrorMillis < MEDIA_ERROR_PATIENCE_MILLIS;
    this.lastMediaErrorMillis = now;
    this.apart ||= again;
    return again ? "wait" : "recover";
  }

  private list(all: "master" | "joined"): string {
    const sound = this.soundInAac ? "aac" : "audio";
    return `/live/${this.channel}/${this.choice === AUDIO ? sound : all}.m3u8`;
  }
}
