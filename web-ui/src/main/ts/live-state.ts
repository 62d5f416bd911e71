// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelState, read, type State } from "./api";
import { NodeClock } from "./node-clock";
import { Poll } from "./poll";
import { Slate } from "./slate";
import { slot } from "./slots";
import { Words } from "./words";

/** Gently while nothing changes, quickly while something is about to. */
const ROUND_MILLIS: Record<State | "unreachable", number> = {
  live: 10_000,
  off: 8_000,
  ended: 8_000,
  connecting: 1_500,
  lost: 2_000,
  unreachable: 3_000,
};
/** Who was live a moment ago is often back at once, and a node that just started may not know of them yet. */
const SOON_AFTER_MILLIS = 90_000;
const SOON_ROUND_MILLIS = 2_000;

/** `tb-live-state`: moves the viewer page between live, connecting, lost, ended and off air without a reload. */
export class LiveState extends HTMLElement {
  private readonly poll = new Poll(() => this.round());
  private readonly clock = new NodeClock();
  private readonly slate = new Slate(this, Words.of(this), this.dataset.name ?? "");
  private liveMillis = Number.NEGATIVE_INFINITY;

  connectedCallback(): void {
    this.addEventListener("tb-ask", this.onAsk);
    this.poll.start();
  }

  disconnectedCallback(): void {
    this.removeEventListener("tb-ask", this.onAsk);
    this.poll.stop();
    this.slate.clear();
  }

  /** The player lost the stream and wants to know why. */
  private readonly onAsk = (): void => {
    void this.poll.ask();
  };

  private async round(): Promise<number> {
    try {
      const sent = Date.now();
      const channel = await read<ChannelState>(`/api/v1/channels/${this.dataset.channel}`);
      this.clock.check(channel.now, sent, Date.now());
      this.show(channel);
      return this.pause(channel.state);
    } catch {
      this.say("unreachable");
      return ROUND_MILLIS.unreachable;
    }
  }

  private show(channel: ChannelState): void {
    const title = slot(this, "title");
    if (title) {
      title.textContent = channel.title || (title.dataset.fallback ?? "");
    }
    const clock = this.querySelector<HTMLElement>("tb-clock");
    if (clock && clock.dataset.since !== channel.since) {
      clock.dataset.since = channel.since ?? "";
    }
    this.say(channel.state);
    this.querySelector("tb-carry")?.dispatchEvent(new CustomEvent("tb-handoff", { detail: channel.handoff }));
  }

  private pause(state: State): number {
    const now = performance.now();
    if (state === "live") {
      this.liveMillis = now;
    }
    const soon = now - this.liveMillis < SOON_AFTER_MILLIS;
    return soon && (state === "off" || state === "ended") ? SOON_ROUND_MILLIS : ROUND_MILLIS[state];
  }

  private say(state: State | "unreachable"): void {
    this.slate.show(state);
    this.querySelector("tb-player")?.dispatchEvent(
      new CustomEvent("tb-state", { detail: { state, clock: this.clock.reading() } }),
    );
  }
}

customElements.define("tb-live-state", LiveState);
