// SPDX-License-Identifier: AGPL-3.0-or-later
import type { State } from "./api";
import { duration } from "./duration";
import { write } from "./slots";
import type { Words } from "./words";

/** Most pictures that stay away come back sooner; until then it is said in a corner and not all over the last one. */
const PATIENCE_MILLIS = 10_000;
const TICK_MILLIS = 1_000;

/** What stands over the picture of a page while there is none, and how long that has been so. */
export class Slate {
  private sinceMillis: number | undefined;
  private timer = 0;

  constructor(
    private readonly page: HTMLElement,
    private readonly words: Words,
    private readonly name: string,
  ) {}

  show(state: State | "unreachable"): void {
    const frame = this.frame;
    if (!frame || (state === "unreachable" && frame.dataset.stalled === undefined)) {
      return;
    }
    write(this.page, "headline", this.words.say(`${state}-headline`, { name: this.name }));
    write(this.page, "sentence", this.words.say(`${state}-sentence`, { name: this.name }));
    if (state === "lost" || state === "unreachable") {
      this.wait(frame);
    } else {
      this.clear();
      frame.dataset.state = state;
    }
  }

  /** No longer waits for anything. */
  clear(): void {
    clearInterval(this.timer);
    this.sinceMillis = undefined;
    delete this.frame?.dataset.waiting;
  }

  private get frame(): HTMLElement | null {
    return this.page.querySelector<HTMLElement>(".player");
  }

  private wait(frame: HTMLElement): void {
    if (this.sinceMillis === undefined) {
      this.sinceMillis = performance.now();
      this.timer = window.setInterval(() => this.tick(frame), TICK_MILLIS);
    }
    this.tick(frame);
  }

  private tick(frame: HTMLElement): void {
    const waited = performance.now() - (this.sinceMillis ?? 0);
    const text = this.words.say("trying", { time: duration(waited) });
    for (const place of frame.querySelectorAll(".wait-text")) {
      place.textContent = text;
    }
    if (frame.dataset.state !== "live" || waited >= PATIENCE_MILLIS) {
      frame.dataset.state = "lost";
      delete frame.dataset.waiting;
    } else {
      frame.dataset.waiting = "";
    }
  }
}
