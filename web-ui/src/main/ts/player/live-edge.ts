// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from "../words";
import { edgeLabel, edgeText } from "./delay";

/** This far behind the best possible position the dot stops being red. */
const AT_EDGE_SECONDS = 2;

/** `tb-live-edge`: says how late the picture is, and jumps to the edge. */
export class LiveEdge extends HTMLElement {
  private readonly button = document.createElement("button");

  connectedCallback(): void {
    this.button.type = "button";
    this.button.className = "control edge";
    this.replaceChildren(this.button);
  }

  show(words: Words, delay: number | undefined, checked: boolean, behindEdgeSeconds: number): void {
    const text = edgeText(words, delay, checked);
    if (this.button.textContent !== text) {
      this.button.textContent = text;
      this.button.setAttribute("aria-label", edgeLabel(words, text));
    }
    this.button.classList.toggle("at-edge", behindEdgeSeconds < AT_EDGE_SECONDS);
  }
}

customElements.define("tb-live-edge", LiveEdge);
