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

  /**
   * What the node said, each time.
   *
   * @param live whether there is something to show; undefined where the node did not answer: what plays goes on
   */
  show(live: boolean | undefined): void {
    const { running } = this.stream;
    this.stream.heard(live === true);
    if (live && !running) {
      this.stream.start();
    } else if (live === false && running) {
      this.stream.stop();
    }
  }

  get delayMillis(): number | undefined {
    return delayMillis(Date.now(), this.stream.pictureMillis, this.clock.reading());
  }
}

customElements.define("tb-preview", Preview);
