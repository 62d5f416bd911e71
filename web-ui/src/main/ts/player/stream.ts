// SPDX-License-Identifier: AGPL-3.0-or-later
import type Hls from "hls.js";
import type { ErrorData, Level } from "hls.js";

import { untilBegun } from "./begun";
import { readingAcrossParts } from "./captions-across-parts";
import { isThrifty, options } from "./hls-options";
import { nameOf, SOURCE } from "./master";
import { AUDIO, AUTO, type Choice } from "./quality";
import { Reconnection } from "./reconnection";
import { Way } from "./way";

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

/** Plays one channel in one video element, and comes back by itself after errors. */
export class Stream {
  private hls: Hls | undefined;
  private readonly way: Way;
  private full = false;
  private wanted = false;
  private resume = true;
  private opened = false;
  /** Counts them: one that was overtaken while it prepared does nothing any more. */
  private openings = 0;
  private readonly reconnection = new Reconnection(
    () => this.way.sign,
    () => this.reopen(),
  );

  constructor(
    private readonly video: HTMLVideoElement,
    channel: string,
    private readonly listener: StreamListener,
  ) {
    this.way = new Way(channel);
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

  /** The node says whether there is something to play: as there begins to be, this waits no longer to come back. */
  heard(live: boolean): void {
    this.reconnection.heard(live);
  }

  stop(): void {
    this.wanted = false;
    this.close();
  }

  choose(choice: Choice): void {
    const before = this.way.choice;
    this.way.choice = choice;
    if (choice === AUDIO || before === AUDIO || (this.hls && choice !== AUTO && this.level(choice) < 0)) {
      this.reopen();
    } else if (this.hls) {
      void this.changeOver(this.hls);
    }
  }

  /** Reads the captions out of the picture, or no longer. Off again, they cost a little until the next opening. */
  readCaptions(wanted: boolean): void {
    this.way.captions = wanted;
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
    return this.hls?.levels.findIndex((level) => shown(level) === choice) ?? -1;
  }

  private async open(): Promise<void> {
    const opening = ++this.openings;
    const { full } = this.way;
    const build = await (full ? import("hls.js") : import("hls.js/light"));
    const prepared = await this.way.prepare();
    if (opening !== this.openings) {
      return;
    }
    this.full = full;
    if (!prepared) {
      this.reconnection.start();
    } else if (build.default.isSupported()) {
      this.attach(new build.default({ ...options, ...readingAcrossParts(build.default) }), build.default);
    } else {
      // Safari on a phone: the browser plays HLS itself.
      this.video.src = this.way.nativeAddress;
      this.ready();
    }
  }

  private attach(hls: Hls, build: typeof Hls): void {
    this.hls = hls;
    hls.on(build.Events.ERROR, (_, error) => this.onError(error, build));
    hls.on(build.Events.MANIFEST_PARSED, (_, { levels }) => this.begin(hls, levels));
    hls.on(build.Events.LEVEL_SWITCHED, (_, { level }) => this.listener.onRendition?.(shown(hls.levels[level])));
    hls.on(build.Events.CUES_PARSED, (_, { track, cues }) => {
      if (track === FIRST_CHANNEL) {
        this.listener.onCaptions?.(cues);
      }
    });
    hls.loadSource(this.way.address);
    hls.attachMedia(this.video);
  }

  /** The source first: it is there already, while a smaller one may have to be started for this viewer. */
  private begin(hls: Hls, levels: Level[]): void {
    if (this.way.mustOpenAnew()) {
      this.reopen();
      return;
    }
    const source = levels.findIndex((level) => shown(level) === SOURCE);
    if (source >= 0 && !isThrifty()) {
      hls.startLevel = source;
    }
    if (this.level(this.way.choice) >= 0) {
      void this.changeOver(hls);
    }
    this.ready();
  }

  /** To what was chosen, as soon as that is made. */
  private async changeOver(hls: Hls): Promise<void> {
    const { choice } = this.way;
    const chosen = hls.levels[this.level(choice)];
    if (chosen) {
      await untilBegun(chosen.uri);
    }
    if (hls === this.hls && choice === this.way.choice) {
      hls.nextLevel = this.level(choice);
    }
  }

  /** After an error the picture goes on by itself, unless the viewer had paused it. */
  private ready(): void {
    this.opened = true;
    if (this.resume) {
      this.listener.onReady();
    }
  }

  private close(): void {
    this.openings++;
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
    switch (this.way.after(error, build)) {
      case "recover":
        this.hls?.recoverMediaError();
        break;
      case "reopen":
        this.reopen();
        break;
      case "wait":
        this.reconnection.start();
    }
  }
}

function shown(level: Level | undefined): string {
  return nameOf(level?.uri ?? "");
}
