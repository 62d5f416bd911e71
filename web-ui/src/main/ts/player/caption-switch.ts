// SPDX-License-Identifier: AGPL-3.0-or-later
import { Captions, captionsWanted, rememberCaptions } from "./captions";
import type { Master } from "./master";
import type { Stream } from "./stream";

/** Whether captions are shown: as this browser was told, wherever the stream has some. */
export class CaptionSwitch {
  private readonly captions: Captions;
  private on = captionsWanted();

  constructor(
    video: HTMLVideoElement,
    private readonly stream: Stream,
    player: HTMLElement,
  ) {
    this.captions = new Captions(video, (text) => write(player, text));
    stream.readCaptions(this.on);
  }

  /** How the button stands. */
  state(master: Master): "none" | "off" | "on" {
    if (!master.captions) {
      return "none";
    }
    return this.on ? "on" : "off";
  }

  toggle(master: Master): void {
    if (master.captions) {
      this.on = !this.on;
      rememberCaptions(this.on);
      this.stream.readCaptions(this.on);
      this.show();
    }
  }

  /** The stream was opened, and may have tracks of its own. */
  opened(): void {
    this.captions.clear();
    this.show();
  }

  /** Captions were read out of the picture. */
  heard(screen: VTTCue[]): void {
    this.captions.add(screen);
  }

  private show(): void {
    this.captions.show(this.on, this.stream.native);
  }

  /** hls.js looks for captions only where the list, as it read it, announced them. */
  offered(master: Master, before: Master): void {
    if (this.on && master.captions && before.renditions.length > 0 && !before.captions) {
      this.stream.reopen();
    }
  }
}

function write(player: HTMLElement, text: string): void {
  const place = player.querySelector(".captions");
  if (place && place.textContent !== text) {
    place.textContent = text;
  }
}
