// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a key asks of the player. */
export type Action = "play" | "mute" | "full-screen" | "picture-in-picture" | "captions" | "edge" | "help";

const actions: Record<string, Action> = {
  k: "play",
  m: "mute",
  f: "full-screen",
  i: "picture-in-picture",
  c: "captions",
  l: "edge",
  "?": "help",
};

/** Keys belong to whoever types; a shortcut of the browser or the system is none of ours. */
export function actionOf(event: KeyboardEvent): Action | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) {
    return undefined;
  }
  return actions[event.key.toLowerCase()];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
