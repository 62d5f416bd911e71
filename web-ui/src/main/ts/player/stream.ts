// SPDX-License-Identifier: AGPL-3.0-or-later
import type Hls from "hls.js";
import type { ErrorData } from "hls.js";

import { Backoff } from "./backoff";

/**
 * Which list to play. `joined` has picture and sound in one part and needs the light build only; `canonical` has
 * separate tracks and needs the full build; `audio` is the sound alone.
 */
export type View = "joined" | "canonical" | "audio";

const playlists: Record<View, string> = {
  joined: "joined.m3u8",
  canonical: "master.m3u8",
  audio: "audio.m3u8",
};

/** Two media errors within this time mean that the browser cannot play this view. */
const MEDIA_ERROR_PATIENCE_MILLIS = 10_000;

const config = {
  lowLatencyMode: true,
  // Without catching up, a viewer who joins under load stays late for good; measured with 200 ms parts.
  maxLiveSyncPlaybackRate: 1.5,
  backBufferLength: 20,
};

/** What a stream tells its player. */
export interface StreamListener {
  /** There is something to play; before this, a call to `play()` would be thrown away with the empty source. */
  onReady(): void;
  /** How many renditions there are to choose from. */
  onLevels(heights: number[]): void;
}

/** Plays one channel in one video element, and comes back by itself after errors. */
export class Stream {
  private hls: Hls | undefined;
  private view: View = "joined";
  private wanted = false;
  private resume = true;
  private opened = false;
  private retry = 0;
  private lastMediaErrorMillis = Number.NEGATIVE_INFINITY;
  private readonly backoff = new Backoff();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly channel: string,
    private readonly listener: StreamListener,
  ) {
    video.addEventListener("playing", () => this.backoff.reset());
  }

  get running(): boolean {
    return this.wanted;
  }

  /** When the picture on screen reached the node, in ms since 1970. */
  get pictureMillis(): number | undefined {
    return this.hls?.playingDate?.getTime();
  }

  /** How far the picture is behind the best position hls.js aims for. */
  get behindEdgeSeconds(): number {
    const edge = this.hls?.liveSyncPosition;
    return edge === undefined || edge === null ? 0 : edge - this.video.currentTime;
  }

  start(): void {
    this.wanted = true;
    this.resume = true;
    void this.open();
  }

  stop(): void {
    this.wanted = false;
    this.close();
  }

  choose(view: View): void {
    this.view = view;
    if (this.wanted) {
      this.close();
      void this.open();
    }
  }

  /** A rendition by its index, or -1 for automatic. */
  chooseLevel(index: number): void {
    if (this.hls) {
      this.hls.nextLevel = index;
    }
  }

  toEdge(): void {
    const end = this.video.seekable.length > 0 ? this.video.seekable.end(this.video.seekable.length - 1) : undefined;
    const edge = this.hls?.liveSyncPosition ?? end;
    if (edge !== undefined) {
      this.video.currentTime = edge;
    }
  }

  private get address(): string {
    return `/live/${this.channel}/${playlists[this.view]}`;
  }

  private async open(): Promise<void> {
    const build = this.view === "canonical" ? await import("hls.js") : await import("hls.js/light");
    if (!this.wanted || this.hls) {
      return;
    }
    if (build.default.isSupported()) {
      this.attach(new build.default(config), build.default);
    } else {
      // Safari on a phone: the browser plays HLS itself, and wants the canonical list.
      this.video.src = `/live/${this.channel}/${playlists[this.view === "audio" ? "audio" : "canonical"]}`;
      this.ready();
    }
  }

  private attach(hls: Hls, build: typeof Hls): void {
    this.hls = hls;
    hls.on(build.Events.ERROR, (_, error) => this.onError(error, build));
    hls.on(build.Events.MANIFEST_PARSED, (_, { levels }) => {
      this.listener.onLevels(levels.map((level) => level.height));
      this.ready();
    });
    hls.loadSource(this.address);
    hls.attachMedia(this.video);
  }

  /** After an error the picture goes on by itself, unless the viewer had paused it. */
  private ready(): void {
    this.opened = true;
    if (this.resume) {
      this.listener.onReady();
    }
  }

  private close(): void {
    clearTimeout(this.retry);
    // An attempt that never got that far says nothing: an element without a source counts as paused.
    if (this.opened) {
      this.resume = !this.video.paused;
      this.opened = false;
    }
    this.hls?.destroy();
    this.hls = undefined;
    this.video.removeAttribute("src");
  }

  private onError(error: ErrorData, build: typeof Hls): void {
    if (!error.fatal) {
      return;
    }
    if (error.type === build.ErrorTypes.MEDIA_ERROR) {
      this.onMediaError();
    } else {
      this.reopenLater();
    }
  }

  private onMediaError(): void {
    const now = performance.now();
    const again = now - this.lastMediaErrorMillis < MEDIA_ERROR_PATIENCE_MILLIS;
    this.lastMediaErrorMillis = now;
    if (!again) {
      this.hls?.recoverMediaError();
      return;
    }
    if (this.view === "joined") {
      this.view = "canonical";
    }
    this.reopenLater();
  }

  private reopenLater(): void {
    this.close();
    this.retry = window.setTimeout(() => void this.open(), this.backoff.next());
  }
}
