// SPDX-License-Identifier: AGPL-3.0-or-later
import "media-chrome/dist/media-controller.js";
import "media-chrome/dist/media-fullscreen-button.js";
import "media-chrome/dist/media-loading-indicator.js";
import "media-chrome/dist/media-mute-button.js";
import "media-chrome/dist/media-pip-button.js";
import "media-chrome/dist/media-play-button.js";
import "media-chrome/dist/media-volume-range.js";

import { html, render, type TemplateResult } from "lit/html.js";

import type { Words } from "../words";
import "./live-edge";
import { AUDIO, type Choice, type Quality } from "./quality";
import "./rewind-bar";

/** What the controls show. */
export interface Shown {
  menu: Quality[];
  choice: Choice;
  /** `none` where the stream has no captions. */
  captions: "none" | "off" | "on";
}

/** What a viewer may ask of the player. */
export interface Wishes {
  edge(): void;
  rewind(behindSeconds: number): void;
  quality(choice: Choice): void;
  captions(): void;
  unmute(): void;
  start(): void;
}

/** The bar and everything on it. Rendered again when there is something else to choose; the rest keeps itself up to date. */
export function renderControls(place: HTMLElement, words: Words, shown: Shown, wishes: Wishes): void {
  render(
    html`
      <media-controller nohotkeys autohide="3">
        <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
        <p class="listening" noautohide ?hidden=${shown.choice !== AUDIO}>${words.say("listening")}</p>
        <p class="captions" noautohide></p>
        <button class="control unmute" type="button" hidden @click=${wishes.unmute}>${words.say("turn-sound-on")}</button>
        <button class="control start" type="button" hidden @click=${wishes.start}>
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5.5v13l10.5-6.5z" /></svg>
          ${words.say("start")}
        </button>
        <div class="controls">
          <tb-rewind @tb-rewind=${(event: CustomEvent<number>) => wishes.rewind(event.detail)}></tb-rewind>
          <div class="buttons">
            <media-play-button notooltip></media-play-button>
            <media-mute-button notooltip></media-mute-button>
            <media-volume-range></media-volume-range>
            <tb-live-edge @click=${wishes.edge}></tb-live-edge>
            <span class="gap"></span>
            ${qualityMenu(words, shown, wishes)} ${captionsButton(words, shown, wishes)}
            <media-pip-button notooltip></media-pip-button>
            <media-fullscreen-button notooltip></media-fullscreen-button>
          </div>
        </div>
      </media-controller>
    `,
    place,
  );
}

function qualityMenu(words: Words, shown: Shown, wishes: Wishes): TemplateResult {
  return html`
    <select
      class="control"
      aria-label=${words.say("quality")}
      @change=${(event: Event) => wishes.quality((event.target as HTMLSelectElement).value)}
    >
      ${shown.menu.map(
        ({ value, name }) => html`<option value=${value} .selected=${value === shown.choice}>${name}</option>`,
      )}
    </select>
  `;
}

/** Always there: a button that is missing says nothing about why. */
function captionsButton(words: Words, shown: Shown, wishes: Wishes): TemplateResult {
  const name = words.say(shown.captions === "none" ? "captions-none" : "captions");
  return html`
    <button
      class="control cc"
      type="button"
      title=${name}
      aria-label=${name}
      aria-pressed=${shown.captions === "on"}
      aria-disabled=${shown.captions === "none"}
      @click=${wishes.captions}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="3" y="5.5" width="18" height="13" rx="3" />
        <path d="M10.5 10.2a2.2 2.2 0 1 0 0 3.6M17 10.2a2.2 2.2 0 1 0 0 3.6" />
      </svg>
    </button>
  `;
}
