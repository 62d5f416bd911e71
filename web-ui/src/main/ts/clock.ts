// SPDX-License-Identifier: AGPL-3.0-or-later
import { duration } from "./duration";

/** `tb-clock`: time on air, ticking, in place of the time of the start. */
export class Clock extends HTMLElement {
  static readonly observedAttributes = ["data-since"];
  private timer = 0;

  connectedCallback(): void {
    this.timer = window.setInterval(() => this.tick(), 1000);
    this.tick();
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  attributeChangedCallback(): void {
    this.tick();
  }

  private tick(): void {
    const since = this.dataset.since;
    this.textContent = since ? duration(Date.now() - Date.parse(since)) : "";
    this.hidden = !since;
  }
}

customElements.define("tb-clock", Clock);
