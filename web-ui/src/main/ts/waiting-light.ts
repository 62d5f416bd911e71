// SPDX-License-Identifier: AGPL-3.0-or-later
import { read, type StudioChannel } from "./api";
import { Poll } from "./poll";
import { RefusedList } from "./refused";
import { write } from "./slots";
import { Words } from "./words";

const ROUND_MILLIS = 1000;

/** `tb-waiting-light`: turns green when the node sees the stream, red when it turned the encoder away. */
export class WaitingLight extends HTMLElement {
  private readonly poll = new Poll(() => this.round());
  private readonly refused = new RefusedList(this);

  connectedCallback(): void {
    this.poll.start();
  }

  disconnectedCallback(): void {
    this.poll.stop();
  }

  private async round(): Promise<number> {
    try {
      this.show(await read<StudioChannel>(`/api/v1/studio/channels/${this.dataset.channel}`));
    } catch {
      // The node restarts or the line is down: the light keeps what it last knew and asks again.
    }
    return ROUND_MILLIS;
  }

  private show(channel: StudioChannel): void {
    const words = Words.of(this);
    this.dataset.light = channel.light;
    write(this, "headline", words.say(`${channel.light}-headline`));
    write(this, "sentence", words.say(`${channel.light}-sentence`));
    this.refused.show(channel.refused);
  }
}

customElements.define("tb-waiting-light", WaitingLight);
