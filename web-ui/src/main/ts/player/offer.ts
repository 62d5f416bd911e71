// SPDX-License-Identifier: AGPL-3.0-or-later
import { Poll } from "../poll";
import { type Master, nothing, readMaster, sameMaster } from "./master";

const ROUND_MILLIS = 30_000;
const AFTER_FAILURE_MILLIS = 3_000;

/**
 * Knows what a channel offers while it is watched. Renditions come and go, and captions may begin in the middle of a
 * stream, but hls.js reads the master playlist once.
 */
export class Offer {
  private readonly poll = new Poll(() => this.round());
  master: Master = nothing;

  constructor(
    private readonly channel: string,
    private readonly onChange: (before: Master) => void,
  ) {}

  start(): void {
    this.poll.start();
  }

  stop(): void {
    this.poll.stop();
  }

  private async round(): Promise<number> {
    try {
      const answer = await fetch(`/live/${this.channel}/joined.m3u8`);
      if (!answer.ok) {
        return AFTER_FAILURE_MILLIS;
      }
      const master = readMaster(await answer.text());
      if (!sameMaster(master, this.master)) {
        const before = this.master;
        this.master = master;
        this.onChange(before);
      }
      return ROUND_MILLIS;
    } catch {
      return AFTER_FAILURE_MILLIS;
    }
  }
}
