// SPDX-License-Identifier: AGPL-3.0-or-later
import { EdgeKeeper } from "./edge-keeper";
import { canRewind, type Range, rangeOf } from "./rewind";
import type { Stream } from "./stream";

/** Below this the element has nothing to show at its position (`HAVE_FUTURE_DATA`). */
const CAN_PLAY = 3;

/** Where the viewer is: at the live edge, or at an earlier place of their choice. */
export class Playhead {
  private readonly keeper = new EdgeKeeper();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly stream: Stream,
  ) {
    video.addEventListener("pause", () => this.keeper.paused(canRewind(this.range)));
  }

  get range(): Range | undefined {
    return rangeOf(this.video, this.stream.edge);
  }

  /** A stream that begins is watched where it is live. */
  began(): void {
    this.keeper.went(0);
  }

  goBehind(seconds: number): void {
    this.keeper.went(seconds);
    if (seconds === 0) {
      this.stream.toEdge();
    } else if (this.stream.edge !== undefined) {
      this.video.currentTime = this.stream.edge - seconds;
    }
  }

  /** Catches up after a stall. */
  keepUp(): void {
    const { paused, seeking, readyState } = this.video;
    const playing = !paused && !seeking && readyState >= CAN_PLAY;
    if (this.keeper.shouldJump(this.stream.behindEdgeSeconds, playing, performance.now())) {
      this.stream.toEdge();
    }
  }
}
