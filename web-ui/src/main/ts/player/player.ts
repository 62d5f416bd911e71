// SPDX-License-Identifier: AGPL-3.0-or-later
import type { State } from "../api";
import type { ClockReading } from "../node-clock";
import { Words } from "../words";
import { autoplay } from "./autoplay";
import { CaptionSwitch } from "./caption-switch";
import { renderControls, type Wishes } from "./controls";
import { delayMillis } from "./delay";
import type { Action } from "./keys";
import { nameButtons } from "./labels";
import type { LiveEdge } from "./live-edge";
import type { Master } from "./master";
import { Offer } from "./offer";
import { reportPlayback } from "./playback-report";
import { Playhead } from "./playhead";
import { AUDIO, AUTO, type Choice, qualities } from "./quality";
import type { RewindBar } from "./rewind-bar";
import { Shortcuts } from "./shortcuts";
import { watchForStalls } from "./stalls";
import { Stream } from "./stream";

const TICK_MILLIS = 500;

/** `tb-player`: wraps the page's own `<video>` with controls and keeps it at the live edge. */
export class Player extends HTMLElement {
  private readonly words = Words.of(this);
  private readonly video = this.querySelector("video") ?? document.createElement("video");
  private readonly stream = new Stream(this.video, this.dataset.channel ?? "", {
    onReady: () => this.onReady(),
    onRendition: (name) => this.onRendition(name),
    onCaptions: (screen) => this.captions.heard(screen),
  });
  private readonly offer = new Offer(this.dataset.channel ?? "", (before) => this.onOffer(before));
  private readonly captions = new CaptionSwitch(this.video, this.stream, this);
  private readonly playhead = new Playhead(this.video, this.stream);
  private readonly shortcuts = new Shortcuts((action) => this.actions[action]());
  private clock: ClockReading = { offsetMillis: 0, checked: false };
  private ticking = 0;
  private choice: Choice = AUTO;
  private playing = "";
  /** In a frame of somebody else's page nothing begins before the viewer asks for it. */
  private waiting = this.dataset.start === "waiting";

  private readonly actions: Record<Action, () => void> = {
    play: () => (this.video.paused ? this.play() : this.video.pause()),
    mute: () => this.mute(!this.video.muted),
    "full-screen": () => this.querySelector<HTMLElement>("media-fullscreen-button")?.click(),
    "picture-in-picture": () => this.querySelector<HTMLElement>("media-pip-button")?.click(),
    captions: () => this.toggleCaptions(),
    edge: () => this.toEdge(),
    help: () => document.querySelector<HTMLDialogElement>("dialog.keys")?.showModal(),
  };

  private readonly wishes: Wishes = {
    edge: () => this.toEdge(),
    rewind: (seconds) => this.rewind(seconds),
    quality: (choice) => this.chooseQuality(choice),
    captions: () => this.toggleCaptions(),
    unmute: () => this.mute(false),
    start: () => this.askedToStart(),
  };

  connectedCallback(): void {
    nameButtons(this.words);
    this.video.remove();
    this.video.controls = false;
    this.video.removeAttribute("src");
    this.video.slot = "media";
    watchForStalls(this.video, this);
    reportPlayback(this, () => delayMillis(Date.now(), this.stream.pictureMillis, this.clock));
    this.showControls();
    this.tick();
    this.addEventListener("tb-state", this.onState as EventListener);
    this.addEventListener("mediaplayrequest", this.onPlayRequest, { capture: true });
    this.shortcuts.connect();
    this.ticking = window.setInterval(() => this.tick(), TICK_MILLIS);
    this.beginIfLive();
  }

  disconnectedCallback(): void {
    this.shortcuts.disconnect();
    clearInterval(this.ticking);
    this.end();
  }

  private showControls(): void {
    const { master } = this.offer;
    const menu = qualities(this.words, master.renditions, this.playing);
    renderControls(this, this.words, { menu, choice: this.choice, captions: this.captions.state(master) }, this.wishes);
    const controller = this.querySelector("media-controller");
    if (controller && this.video.parentElement !== controller) {
      controller.prepend(this.video);
    }
  }

  private readonly onState = (event: CustomEvent<{ state: State | "unreachable"; clock: ClockReading }>): void => {
    this.clock = event.detail.clock;
    const state = event.detail.state;
    this.stream.heard(state === "live");
    if (state === "live" && !this.stream.running) {
      this.begin();
    } else if (state === "off" || state === "ended") {
      this.reveal(".start", false);
      this.end();
    }
  };

  private beginIfLive(): void {
    if (this.closest<HTMLElement>(".player")?.dataset.state === "live") {
      this.begin();
    }
  }

  private begin(): void {
    this.reveal(".start", this.waiting);
    if (!this.waiting) {
      this.playhead.began();
      this.stream.start();
      this.offer.start();
    }
  }

  private end(): void {
    this.stream.stop();
    this.offer.stop();
  }

  private askedToStart(): void {
    this.waiting = false;
    this.reveal(".start", false);
    this.beginIfLive();
  }

  /** Asked to play before it has begun, by the button in the bar or a click on the picture. */
  private readonly onPlayRequest = (event: Event): void => {
    if (this.waiting) {
      event.stopPropagation();
      this.askedToStart();
    }
  };

  private onReady(): void {
    this.captions.opened();
    // Begun without sound because the address of the frame says so, and still without it.
    const silent = this.dataset.start === "silent" && this.video.muted;
    void autoplay(this.video).then((outcome) => this.reveal(".unmute", outcome === "silent" || silent));
  }

  private onRendition(name: string): void {
    this.playing = name;
    this.showControls();
  }

  private onOffer(before: Master): void {
    const { master } = this.offer;
    if (![AUTO, AUDIO].includes(this.choice) && !master.renditions.some(({ name }) => name === this.choice)) {
      this.choice = AUTO;
      this.stream.choose(AUTO);
    }
    this.captions.offered(master, before);
    this.showControls();
  }

  private chooseQuality(choice: Choice): void {
    this.choice = choice;
    this.stream.choose(choice);
    this.showControls();
    this.play();
  }

  private toggleCaptions(): void {
    this.captions.toggle(this.offer.master);
    this.showControls();
  }

  private toEdge(): void {
    this.rewind(0);
    this.play();
  }

  private rewind(seconds: number): void {
    this.playhead.goBehind(seconds);
    this.tick();
  }

  private play(): void {
    if (this.waiting) {
      this.askedToStart();
    } else {
      void this.video.play();
    }
  }

  private mute(muted: boolean): void {
    this.video.muted = muted;
    this.reveal(".unmute", false);
  }

  private tick(): void {
    const delay = delayMillis(Date.now(), this.stream.pictureMillis, this.clock);
    const edge = this.querySelector<LiveEdge>("tb-live-edge");
    edge?.show(this.words, delay, this.clock.checked, this.stream.behindEdgeSeconds);
    this.querySelector<RewindBar>("tb-rewind")?.show(this.words, this.playhead.range);
    this.playhead.keepUp();
  }

  private reveal(selector: string, visible: boolean): void {
    const button = this.querySelector<HTMLElement>(selector);
    if (button) {
      button.hidden = !visible;
    }
  }
}

customElements.define("tb-player", Player);
