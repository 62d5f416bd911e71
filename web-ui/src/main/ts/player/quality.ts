// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from "../words";
import { type Rendition, renditionLabel } from "./master";

/** What a viewer can choose: `auto`, `audio`, or the name of a rendition. */
export type Choice = string;

export const AUTO: Choice = "auto";
export const AUDIO: Choice = "audio";

/** An entry of the quality menu. */
export interface Quality {
  value: Choice;
  name: string;
}

/**
 * The entries of the menu. With one picture there is nothing to do by itself, so it is named instead.
 *
 * @param playing name of the rendition on screen, said beside "automatic"
 */
export function qualities(words: Words, renditions: Rendition[], playing: string | undefined): Quality[] {
  const only = renditions.length === 1 ? renditions[0] : undefined;
  const audio = { value: AUDIO, name: words.say("audio") };
  if (only) {
    return [{ value: AUTO, name: renditionLabel(words, only) }, audio];
  }
  const shown = renditions.find((rendition) => rendition.name === playing);
  const auto = shown ? words.say("auto-now", { quality: renditionLabel(words, shown) }) : words.say("auto");
  return [
    { value: AUTO, name: auto },
    ...renditions.map((rendition) => ({ value: rendition.name, name: renditionLabel(words, rendition) })),
    audio,
  ];
}
