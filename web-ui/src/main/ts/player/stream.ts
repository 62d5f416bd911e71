// SPDX-License-Identifier: AGPL-3.0-or-later
import type Hls from "hls.js";
import type { ErrorData, Level } from "hls.js";

import { readingAcrossParts } from "./captions-across-parts";
import { isThrifty, options } from "./hls-options";
import { AUDIO, AUTO, type Choice } from "./quality";
import { Reconnection } from "./reconnection";

/** Two media errors within this time mean that the browser cannot play this view. */
const MEDIA_ERROR_PATIENCE_MILLIS = 10_000;

/** The name that hls.js has for CC1. */
const FIRST_CHANNEL = "textTrack1";

/** What a stream tells its player. */
export interface StreamListener {
  /** There is something to play; before this, a call to `play()` would be thrown away with the empty source. */
  onReady(): void;
  /** The rendition on screen is another one. */
  onRendition?(name: string): void;
  /** The rows of a screen of captions were read out of the picture. */
  onCaptions?(screen: VTTCue[]): void;
}

/**
 * Plays one channel in one video element, and comes back by itself after errors.
 *
 * `joined.m3u8` has picture and sound in one part; where a browser cannot play that, `master.m3u8` has them apart, and
 * needs the full build of hls.js. So do captions, which are read out of the picture.
 */
export class Stream {
  private hls: Hls | undefined;
  private choice: Choice = AUTO;
  private captions = false;
  private apart = false;
  private full = false;
  private wanted = false;
  private resume = true;
  private opened = false;
  private lastMediaErrorMillis = Number.NEGATIVE_INFINITY;
  private readonly reconnection = new Reconnection(
    () => this.address,
    () => this.reopen(),
  );

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly channel: string,
    private readonly listener: StreamListener,
  ) {
    video.addEventListener("playing", () => this.reconnection.succeeded());
  }

  get running(): boolean {
    return this.wanted;
  }

  /** Whether the browser itself reads the playlists, as Safari does on a phone. */
  get native(): boolean {
    return this.opened && this.hls === undefined;
  }

  /** When the picture on screen reached the node, in ms since 1970. */
  get pictureMillis(): number | undefined {
    return this.hls?.playingDate?.getTime();
  }

  /** The latest position worth playing. */
  get edge(): number | undefined {
    const ranges = this.video.seekable;
    return this.hls?.liveSyncPosition ?? (ranges.length > 0 ? ranges.end(ranges.length - 1) : undefined);
  }

  /** How far the picture is behind that. */
  get behindEdgeSeconds(): number {
    return this.edge === undefined ? 0 : this.edge - this.video.currentTime;
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

  choose(choice: Choice): void {
    const before = this.choice;
    this.choice = choice;
    if (choice === AUDIO || before === AUDIO || (this.hls && choice !== AUTO && this.level(choice) < 0)) {
      this.reopen();
    } else if (this.hls) {
      this.hls.nextLevel = this.level(choice);
    }
  }

  /** Reads the captions out of the picture, or no longer. Off again, they cost a little until the next opening. */
  readCaptions(wanted: boolean): void {
    this.captions = wanted;
    if (wanted && this.hls && !this.full) {
      this.reopen();
    }
  }

  toEdge(): void {
    if (this.edge !== undefined) {
      this.video.currentTime = this.edge;
    }
  }

  private level(choice: Choice): number {
    return this.hls?.levels.findIndex((level) => nameOf(level) === choice) ?? -1;
  }

  private get address(): string {
    const together = this.apart ? "master" : "joined";
    return `/live/${this.channel}/${this.choice === AUDIO ? "audio" : together}.m3u8`;
  }

  private async open(): Promise<void> {
    const full = this.apart || this.captions;
    const build = await (full ? import("hls.js") : import("hls.js/light"));
    if (!this.wanted || this.hls) {
      return;
    }
    this.full = full;
    if (build.default.isSupported()) {
      this.attach(new build.default({ ...options, ...readingAcrossParts(build.default) }), build.default);
    } else {
      // Safari on a phone: the browser plays HLS itself, and wants the canonical list.
      this.video.src = `/live/${this.channel}/${this.choice === AUDIO ? "audio" : "master"}.m3u8`;
      this.ready();
    }
  }

  private attach(hls: Hls, build: typeof Hls): void {
    this.hls = hls;
    hls.on(build.Events.ERROR, (_, error) => this.onError(error, build));
    hls.on(build.Events.MANIFEST_PARSED, (_, { levels }) => this.begin(hls, levels));
    hls.on(build.Events.LEVEL_SWITCHED, (_, { level }) => this.listener.onRendition?.(nameOf(hls.levels[level])));
    hls.on(build.Events.CUES_PARSED, (_, { track, cues }) => {
      if (track === FIRST_CHANNEL) {
        this.listener.onCaptions?.(cues);
      }
    });
    hls.loadSource(this.address);
    hls.attachMedia(this.video);
  }

  /** The source first: it is there already, while a smaller one may have to be started for this viewer. */
  private begin(hls: Hls, levels: Level[]): void {
    const chosen = this.level(this.choice);
    const source = levels.findIndex((level) => nameOf(level).endsWith("source.m3u8"));
    if (chosen >= 0) {
      hls.loadLevel = chosen;
    } else if (source >= 0 && !isThrifty()) {
      hls.startLevel = source;
    }
    this.ready();
  }

  /** After an error the picture goes on by itself, unless the viewer had paused it. */
  private ready(): void {
    this.opened = true;
    if (this.resume) {
      this.listener.onReady();
    }
  }

  private close(): void {
    this.reconnection.stop();
    // An attempt that never got that far says nothing: an element without a source counts as paused.
    if (this.opened) {
      this.resume = !this.video.paused;
      this.opened = false;
    }
    this.hls?.destroy();
    this.hls = undefined;
    this.video.removeAttribute("src");
  }

  /** Reads the master playlist again. */
  reopen(): void {
    if (this.wanted) {
      this.close();
      void this.open();
    }
  }

  private onError(error: ErrorData, build: typeof Hls): void {
    if (!error.fatal) {
      return;
    }
    if (error.details === build.ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR) {
      // The joined view has the sound as it was sent; the other may have it in AAC, too.
      this.apart = true;
      this.reconnection.start();
    } else if (error.type === build.ErrorTypes.MEDIA_ERROR) {
      this.onMediaError();
    } else {
      this.reconnection.start();
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
    this.apart = true;
    this.reconnection.start();
  }
}

function nameOf(level: Level | undefined): string {
  return level?.uri.split("/").pop() ?? "";
}
