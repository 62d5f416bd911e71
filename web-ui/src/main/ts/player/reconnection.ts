// SPDX-License-Identifier: AGPL-3.0-or-later
import { Backoff } from "./backoff";

/** Waits until the node answers again, a little longer after each try. What is buffered plays on meanwhile. */
export class Reconnection {
  private readonly backoff = new Backoff();
  private timer = 0;
  private waiting = false;

  constructor(
    private readonly address: () => string,
    private readonly onAnswer: () => void,
  ) {}

  start(): void {
    clearTimeout(this.timer);
    this.waiting = true;
    this.timer = window.setTimeout(() => void this.ask(), this.backoff.next());
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting = false;
  }

  /** There is a picture: the next wait is short again. */
  succeeded(): void {
    this.backoff.reset();
  }

  private async ask(): Promise<void> {
    const answered = await fetch(this.address(), { method: "HEAD" }).then(
      ({ ok }) => ok,
      () => false,
    );
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
