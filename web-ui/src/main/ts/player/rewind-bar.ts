// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from "../words";
import { behind, behindText, canRewind, length, type Range, spokenBehind, stepTo } from "./rewind";

/** `tb-rewind`: a slider from the oldest picture that is kept to the live edge. Hidden while there is little to go back to. */
export class RewindBar extends HTMLElement {
  private readonly slider = document.createElement("input");
  private readonly label = document.createElement("output");
  private words: Words | undefined;
  private length = 0;
  private holding = false;

  connectedCallback(): void {
    this.hidden = true;
    // Time runs from left to right in every language.
    this.dir = "ltr";
    this.slider.type = "range";
    this.slider.min = "0";
    this.label.className = "num";
    this.label.setAttribute("aria-hidden", "true");
    this.slider.addEventListener("pointerdown", () => (this.holding = true));
    for (const end of ["pointerup", "pointercancel"]) {
      this.slider.addEventListener(end, () => (this.holding = false));
    }
    this.slider.addEventListener("input", () => this.draw(this.behind));
    this.slider.addEventListener("change", () => this.go(this.behind));
    this.slider.addEventListener("keydown", (event) => this.onKey(event));
    this.replaceChildren(this.slider, this.label);
  }

  show(words: Words, range: Range | undefined): void {
    this.words = words;
    const useful = canRewind(range);
    this.hidden = !useful;
    if (!useful || this.holding) {
      return;
    }
    this.length = length(range);
    this.slider.max = String(this.length);
    this.slider.setAttribute("aria-label", words.say("rewind"));
    this.set(behind(range));
  }

  /** The slider counts from the oldest picture, people from the edge. */
  private get behind(): number {
    return this.length - Number(this.slider.value);
  }

  private set(seconds: number): void {
    this.slider.value = String(this.length - seconds);
    this.draw(seconds);
  }

  private draw(seconds: number): void {
    this.label.value = behindText(seconds);
    this.style.setProperty("--played", String(this.length > 0 ? 1 - seconds / this.length : 1));
    if (this.words) {
      this.slider.setAttribute("aria-valuetext", spokenBehind(this.words, seconds));
    }
  }

  private onKey(event: KeyboardEvent): void {
    const target = stepTo(event.key, this.behind, this.length);
    if (target !== undefined) {
      event.preventDefault();
      this.set(target);
      this.go(target);
    }
  }

  private go(behindSeconds: number): void {
    this.dispatchEvent(new CustomEvent("tb-rewind", { detail: behindSeconds }));
  }
}

customElements.define("tb-rewind", RewindBar);
