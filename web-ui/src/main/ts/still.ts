// SPDX-License-Identifier: AGPL-3.0-or-later
import { Poll } from "./poll";

/** As often as the node makes a new one while somebody looks. */
const ROUND_MILLIS = 10_000;

/** `tb-still`: keeps the picture of somebody who is on air fresh, for those who do not mind that things change. */
export class Still extends HTMLElement {
  private readonly poll = new Poll(() => this.round());
  private shown = false;

  connectedCallback(): void {
    this.image?.addEventListener("error", () => (this.hidden = true));
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.poll.start();
    }
  }

  disconnectedCallback(): void {
    this.poll.stop();
  }

  private get image(): HTMLImageElement | null {
    return this.querySelector("img");
  }

  /** The first one came with the page. */
  private async round(): Promise<number> {
    if (this.shown) {
      await this.renew();
    }
    this.shown = true;
    return ROUND_MILLIS;
  }

  private async renew(): Promise<void> {
    const next = new Image();
    next.src = `${this.image?.src.replace(/\?.*/, "")}?at=${Date.now()}`;
    try {
      // Decoded first, so that the card never stands without a picture.
      await next.decode();
      this.image?.setAttribute("src", next.src);
      this.hidden = false;
    } catch {
      // Over, or the node is away: what stands below says who it was.
      this.hidden = true;
    }
  }
}

customElements.define("tb-still", Still);
