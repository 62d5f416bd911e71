// SPDX-License-Identifier: AGPL-3.0-or-later
import type { State } from "../api";
import type { ClockReading } from "../node-clock";
import { Words } from "../words";
import { autoplay } from "./autoplay";
import { qualities, renderControls } from "./controls";
import { delayMillis } from "./delay";
import { type Action, actionOf } from "./keys";
import { nameButtons } from "./labels";
import type { LiveEdge } from "./live-edge";
import { Stream } from "./stream";

const TICK_MILLIS = 500;
/** A stall this long is worth asking the node whose side it is on. */
const STALL_MILLIS = 1_500;

/** `tb-player`: wraps the page's own `<video>` with controls and keeps it at the live edge. */
export class Player extends HTMLElement {
  private readonly words = Words.of(this);
  private readonly video = this.querySelector("video") ?? document.createElement("video");
  private readonly stream = new Stream(this.video, this.dataset.channel ?? "", {
    onReady: () => void autoplay(this.video).then((outcome) => this.showUnmute(outcome === "silent" || this.silent)),
    onLevels: (heights) => this.showControls(heights),
  });
  private clock: ClockReading = { offsetMillis: 0, checked: false };
  private ticking = 0;
  private stallTimer = 0;
  /** In a frame of somebody else's page nothing begins before the viewer asks for it. */
  private waiting = this.dataset.start === "waiting";

  connectedCallback(): void {
    nameButtons(this.words);
    this.prepareVideo();
    this.showControls([]);
    this.tick();
    this.addEventListener("tb-state", this.onState as EventListener);
    this.addEventListener("mediaplayrequest", this.onPlayRequest, { capture: true });
    document.addEventListener("keydown", this.onKey);
    this.ticking = window.setInterval(() => this.tick(), TICK_MILLIS);
    this.showHelpButton();
    if (this.frame?.dataset.state === "live") {
      this.begin();
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.onKey);
    clearInterval(this.ticking);
    this.stream.stop();
  }

  /** Begun without sound because the address of the frame says so, and still without it. */
  private get silent(): boolean {
    return this.dataset.start === "silent" && this.video.muted;
  }

  private get frame(): HTMLElement | null {
    return this.closest<HTMLElement>(".player");
  }

  private prepareVideo(): void {
    this.video.remove();
    this.video.controls = false;
    this.video.removeAttribute("src");
    this.video.slot = "media";
    this.video.addEventListener("waiting", this.onStall);
    this.video.addEventListener("playing", this.onPlaying);
    this.video.addEventListener("ended", () => this.askWhy());
  }

  private showControls(heights: number[]): void {
    renderControls(this, this.words, qualities(this.words, heights), {
      edge: () => this.act("edge"),
      quality: (value) => this.chooseQuality(value),
      unmute: () => this.unmute(),
      start: () => this.askedToStart(),
    });
    const controller = this.querySelector("media-controller");
    if (controller && this.video.parentElement !== controller) {
      controller.prepend(this.video);
    }
  }

  private readonly onState = (event: CustomEvent<{ state: State | "unreachable"; clock: ClockReading }>): void => {
    this.clock = event.detail.clock;
    const state = event.detail.state;
    if (state === "live" && !this.stream.running) {
      this.begin();
    } else if (state === "off" || state === "ended") {
      this.reveal(".start", false);
      this.stream.stop();
    }
  };

  private begin(): void {
    if (this.waiting) {
      this.reveal(".start", true);
    } else {
      this.stream.start();
    }
  }

  private askedToStart(): void {
    this.waiting = false;
    this.reveal(".start", false);
    if (this.frame?.dataset.state === "live") {
      this.stream.start();
    }
  }

  /** Asked to play before it has begun, by the button in the bar or a click on the picture. */
  private readonly onPlayRequest = (event: Event): void => {
    if (this.waiting) {
      event.stopPropagation();
      this.askedToStart();
    }
  };

  private chooseQuality(value: string): void {
    if (value === "audio") {
      this.stream.choose("audio");
    } else {
      this.stream.choose("joined");
      this.stream.chooseLevel(Number(value));
    }
    this.play();
  }

  private play(): void {
    if (this.waiting) {
      this.askedToStart();
    } else {
      void this.video.play();
    }
  }

  private tick(): void {
    const edge = this.querySelector<LiveEdge>("tb-live-edge");
    const delay = delayMillis(Date.now(), this.stream.pictureMillis, this.clock);
    edge?.show(this.words, delay, this.clock.checked, this.stream.behindEdgeSeconds);
  }

  private readonly onStall = (): void => {
    clearTimeout(this.stallTimer);
    this.stallTimer = window.setTimeout(() => this.askWhy(), STALL_MILLIS);
  };

  private readonly onPlaying = (): void => {
    clearTimeout(this.stallTimer);
    if (this.frame?.dataset.stalled !== undefined) {
      delete this.frame.dataset.stalled;
      this.askState();
    }
  };

  private askWhy(): void {
    if (this.frame) {
      this.frame.dataset.stalled = "";
    }
    this.askState();
  }

  private askState(): void {
    this.dispatchEvent(new CustomEvent("tb-ask", { bubbles: true }));
  }

  private showUnmute(visible: boolean): void {
    this.reveal(".unmute", visible);
  }

  private reveal(selector: string, visible: boolean): void {
    const button = this.querySelector<HTMLElement>(selector);
    if (button) {
      button.hidden = !visible;
    }
  }

  private unmute(): void {
    this.video.muted = false;
    this.showUnmute(false);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const action = actionOf(event);
    if (action) {
      event.preventDefault();
      this.act(action);
    }
  };

  private act(action: Action): void {
    switch (action) {
      case "play":
        if (this.video.paused) {
          this.play();
        } else {
          this.video.pause();
        }
        break;
      case "mute":
        this.video.muted = !this.video.muted;
        this.showUnmute(false);
        break;
      case "full-screen":
        this.querySelector<HTMLElement>("media-fullscreen-button")?.click();
        break;
      case "picture-in-picture":
        this.querySelector<HTMLElement>("media-pip-button")?.click();
        break;
      case "edge":
        this.stream.toEdge();
        this.play();
        break;
      case "help":
        document.querySelector<HTMLDialogElement>("dialog.keys")?.showModal();
        break;
    }
  }

  private showHelpButton(): void {
    const button = document.querySelector<HTMLButtonElement>("[data-action=keys]");
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => this.act("help"));
    }
  }
}

customElements.define("tb-player", Player);
