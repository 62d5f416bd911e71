// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from "vitest";

import { actionOf } from "../../main/ts/player/keys";

function press(key: string, options: KeyboardEventInit = {}, target: HTMLElement = document.body): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options });
  target.dispatchEvent(event);
  return event;
}

describe("the player's keys", () => {
  it.each([
    ["k", "play"],
    ["m", "mute"],
    ["f", "full-screen"],
    ["i", "picture-in-picture"],
    ["c", "captions"],
    ["l", "edge"],
    ["L", "edge"],
    ["?", "help"],
  ])("%s means %s", (key, action) => {
    expect(actionOf(press(key))).toBe(action);
  });

  it("leaves other keys alone", () => {
    expect(actionOf(press("x"))).toBeUndefined();
    expect(actionOf(press("Enter"))).toBeUndefined();
  });

  it("leaves the browser's shortcuts alone", () => {
    expect(actionOf(press("f", { ctrlKey: true }))).toBeUndefined();
    expect(actionOf(press("l", { metaKey: true }))).toBeUndefined();
    expect(actionOf(press("m", { altKey: true }))).toBeUndefined();
  });

  it.each(["input", "textarea", "select"])("is silent while somebody types in %s", (tag) => {
    const field = document.body.appendChild(document.createElement(tag));
    expect(actionOf(press("m", {}, field))).toBeUndefined();
  });
});
