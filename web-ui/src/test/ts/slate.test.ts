// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Slate } from "../../main/ts/slate";
import { wordsOf } from "./words-of";

const words = wordsOf({
  "live-headline": "{name} is live",
  "lost-headline": "{name} lost the connection",
  "unreachable-headline": "No answer",
  "off-headline": "{name} is off air",
  trying: "Trying again, {time} so far",
});

function page(state: string): { frame: HTMLElement; slate: Slate; text: (selector: string) => string } {
  document.body.innerHTML = `<main><section class="player" data-state="${state}"><span class="wait-text"></span>
    <h2 data-slot="headline"></h2></section></main>`;
  const root = document.body.firstElementChild as HTMLElement;
  return {
    frame: root.querySelector<HTMLElement>(".player")!,
    slate: new Slate(root, words, "Ines"),
    text: (selector) => root.querySelector(selector)?.textContent ?? "",
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what stands over the picture", () => {
  it("waits ten seconds for a lost publisher before it covers the last picture", () => {
    const { frame, slate, text } = page("live");
    slate.show("lost");
    expect(frame.dataset.state).toBe("live");
    expect(frame.dataset.waiting).toBe("");
    vi.advanceTimersByTime(4_000);
    expect(text(".wait-text")).toBe("Trying again, 0:04 so far");
    vi.advanceTimersByTime(6_000);
    expect(frame.dataset.state).toBe("lost");
    expect(frame.dataset.waiting).toBeUndefined();
    expect(text("h2")).toBe("Ines lost the connection");
    vi.advanceTimersByTime(38_000);
    expect(text(".wait-text")).toBe("Trying again, 0:48 so far");
    slate.clear();
  });

  it("goes when the picture is back, and counts anew the next time", () => {
    const { frame, slate, text } = page("live");
    slate.show("lost");
    vi.advanceTimersByTime(20_000);
    slate.show("live");
    expect(frame.dataset.state).toBe("live");
    slate.show("lost");
    expect(frame.dataset.state).toBe("live");
    expect(text(".wait-text")).toBe("Trying again, 0:00 so far");
    slate.clear();
  });

  it("covers at once where nothing was to be seen", () => {
    const { frame, slate } = page("off");
    slate.show("lost");
    expect(frame.dataset.state).toBe("lost");
    slate.clear();
  });

  it("says nothing of a node that does not answer while the picture plays on", () => {
    const { frame, slate, text } = page("live");
    slate.show("unreachable");
    vi.advanceTimersByTime(60_000);
    expect(frame.dataset.state).toBe("live");
    expect(text("h2")).toBe("");
    frame.dataset.stalled = "";
    slate.show("unreachable");
    vi.advanceTimersByTime(10_000);
    expect(frame.dataset.state).toBe("lost");
    expect(text("h2")).toBe("No answer");
    slate.clear();
  });

  it("says at once that somebody went off air", () => {
    const { frame, slate } = page("live");
    slate.show("off");
    expect(frame.dataset.state).toBe("off");
  });
});
