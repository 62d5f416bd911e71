// SPDX-License-Identifier: AGPL-3.0-or-later
import "media-chrome/dist/media-controller.js";
import "media-chrome/dist/media-fullscreen-button.js";
import "media-chrome/dist/media-loading-indicator.js";
import "media-chrome/dist/media-mute-button.js";
import "media-chrome/dist/media-pip-button.js";
import "media-chrome/dist/media-play-button.js";
import "media-chrome/dist/media-volume-range.js";

import { html, render } from "lit/html.js";

import type { Words } from "../words";
import "./live-edge";

/** What a viewer can choose: a view of the stream, or one of its renditions by index. */
export type Quality = { value: string; name: string };

/** Heights of the renditions → the entries of the quality menu. */
export function qualities(words: Words, heights: number[]): Quality[] {
  const renditions =
    heights.length > 1
      ? [
          { value: "-1", name: words.say("auto") },
          ...heights.map((height, index) => ({ value: String(index), name: `${height}p` })).reverse(),
        ]
      : [{ value: "-1", name: words.say("source") }];
  return [...renditions, { value: "audio", name: words.say("audio") }];
}

/** The bar and everything on it. Rendered again when the qualities change; the rest keeps itself up to date. */
export function renderControls(
  place: HTMLElement,
  words: Words,
  menu: Quality[],
  on: { edge: () => void; quality: (value: string) => void; unmute: () => void; start: () => void },
): void {
  render(
    html`
      <media-controller nohotkeys autohide="3">
        <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
        <button class="control unmute" type="button" hidden @click=${on.unmute}>${words.say("turn-sound-on")}</button>
        <button class="control start" type="button" hidden @click=${on.start}>
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5.5v13l10.5-6.5z" /></svg>
          ${words.say("start")}
        </button>
        <div class="controls">
          <media-play-button notooltip></media-play-button>
          <media-mute-button notooltip></media-mute-button>
          <media-volume-range></media-volume-range>
          <tb-live-edge @click=${on.edge}></tb-live-edge>
          <span class="gap"></span>
          <select
            class="control"
            aria-label=${words.say("quality")}
            @change=${(event: Event) => on.quality((event.target as HTMLSelectElement).value)}
          >
            ${menu.map((quality) => html`<option value=${quality.value}>${quality.name}</option>`)}
          </select>
          <media-pip-button notooltip></media-pip-button>
          <media-fullscreen-button notooltip></media-fullscreen-button>
        </div>
      </media-controller>
    `,
    place,
  );
}
