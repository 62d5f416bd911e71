// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Health, History, Level, Tile } from "../api";
import { write } from "../slots";
import type { Words } from "../words";
import { little } from "./curve";
import { ofTile, written } from "./figures";

const STEPS = 60;

/** Writes every tile: figure, word, little line and the sentence below. */
export function showTiles(root: ParentNode, health: Health, words: Words): void {
  for (const tile of health.tiles) {
    const card = root.querySelector<HTMLElement>(`[data-tile="${tile.tile}"]`);
    if (card) {
      showTile(card, tile, health.history, words);
    }
  }
}

/** The word and the icon of a level. */
export function showLevel(root: ParentNode, level: Level, text: string): void {
  const tag = root.querySelector<HTMLElement>(".level");
  if (tag) {
    tag.dataset.level = level;
    write(tag, "level-text", text);
  }
}

function showTile(card: HTMLElement, tile: Tile, history: History, words: Words): void {
  // No sound is as loud as 0 LUFS: nothing was heard, or nobody listens.
  const unknown = tile.level === "unknown" || (tile.tile === "sound" && tile.value === 0);
  card.dataset.level = tile.level;
  showLevel(card, tile.level, words.say(`level-${tile.level}`));
  write(card, "value", unknown ? words.say("unknown") : ofTile(tile.tile, tile.value));
  write(card, "detail", words.say(`detail-${tile.detail}`, written(tile.values)));
  card.querySelector('[data-slot="curve"]')?.setAttribute("d", little(numbersOf(tile.tile, history), STEPS, 120, 30));
}

function numbersOf(tile: string, history: History): number[] {
  const byTile: Record<string, number[]> = {
    bitrate: history.kilobitsPerSecond,
    "frame-rate": history.framesPerSecond,
    "key-frames": history.keyFrameMillis,
    lost: history.lostFrames,
    "round-trip": history.roundTripMillis,
    sound: history.loudness,
  };
  return byTile[tile] ?? [];
}
