// SPDX-License-Identifier: AGPL-3.0-or-later
import { Backoff } from "./backoff";

/** Waits until the node answers again. What is buffered plays on meanwhile. */
export class Reconnection {
  private readonly backoff = new Backoff();
  private timer = 0;
  private waiting = false;
  private asking = false;
  private live = false;

  constructor(
    private readonly address: () => string,
    private readonly onAnswer: () => void,
  ) {}

  start(): void {
    clearTimeout(this.timer);
    this.waiting = true;
    this.timer = window.setTimeout(() => void this.ask(), spread(this.backoff.next()));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting = false;
  }

  /**
   * What the node says, as often as it is asked. As a channel becomes live there is reason to try at once, if this waits;
   * that it is still live is none, or a browser that cannot play it would try for ever with each answer.
   */
  heard(live: boolean): void {
    const became = live && !this.live;
    this.live = live;
    if (became && this.waiting && !this.asking) {
      clearTimeout(this.timer);
      void this.ask();
    }
  }

  /** There is a picture: the next wait is short again. */
  succeeded(): void {
    this.backoff.reset();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    const answered = await fetch(this.address(), { method: "HEAD" }).then(
      ({ ok }) => ok,
      () => false,
    );
    this.asking = false;
    if (!this.waiting) {
      return;
    }
    if (answered) {
      this.onAnswer();
    } else {
      this.start();
    }
  }
}

/** A tenth of chance: all viewers lost the node in the same moment. */
function spread(millis: number): number {
  return millis * (0.95 + Math.random() * 0.1);
}
