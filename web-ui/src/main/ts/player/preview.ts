// SPDX-License-Identifier: AGPL-3.0-or-later
import { NodeClock } from "../node-clock";
import { autoplay } from "./autoplay";
import { delayMillis } from "./delay";
import { Stream } from "./stream";

/** `tb-preview`: the streamer's own picture, silent and without controls, as late as viewers see it. */
export class Preview extends HTMLElement {
  private readonly video = this.querySelector("video") ?? document.createElement("video");
  private readonly stream = new Stream(this.video, this.dataset.channel ?? "", {
    onReady: () => void autoplay(this.video),
  });
  /** Filled by the island around it, which talks to the node anyway. */
  readonly clock = new NodeClock();

  connectedCallback(): void {
    this.video.controls = false;
    this.video.muted = true;
    this.video.removeAttribute("src");
  }

  disconnectedCallback(): void {
    this.stream.stop();
  }

  show(live: boolean): void {
    const { running } = this.stream;
    if (live && running) {
      this.stream.hurry();
    } else if (live) {
      this.stream.start();
    } else if (running) {
      this.stream.stop();
    }
  }

  get delayMillis(): number | undefined {
    return delayMillis(Date.now(), this.stream.pictureMillis, this.clock.reading());
  }
}

customElements.define("tb-preview", Preview);
