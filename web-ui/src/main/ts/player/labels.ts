// SPDX-License-Identifier: AGPL-3.0-or-later
import { addTranslation, setLanguage } from "media-chrome/dist/utils/i18n.js";

import type { Words } from "../words";

/** media-chrome names its own buttons; it gets our words for them. */
export function nameButtons(words: Words): void {
  const language = document.documentElement.lang;
  addTranslation(language, {
    play: words.say("play"),
    pause: words.say("pause"),
    mute: words.say("mute"),
    unmute: words.say("unmute"),
    volume: words.say("volume"),
    "enter fullscreen mode": words.say("full-screen"),
    "exit fullscreen mode": words.say("full-screen-leave"),
    "enter picture in picture mode": words.say("pip"),
    "exit picture in picture mode": words.say("pip-leave"),
    "video player": words.say("player"),
    "media loading": words.say("loading"),
  } as Parameters<typeof addTranslation>[1]);
  setLanguage(language);
}
