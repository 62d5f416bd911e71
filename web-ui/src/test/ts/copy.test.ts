// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, expect, it, vi } from "vitest";

import { Copy } from "../../main/ts/copy";

function island(): HTMLElement {
  const element = new Copy();
  element.dataset.words = JSON.stringify({ copied: "Copied.", selected: "Selected." });
  element.innerHTML = `<input value="sk_1" readonly><button hidden></button><span role="status"></span>`;
  document.body.append(element);
  return element;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

async function copied(clipboard: unknown): Promise<string> {
  vi.stubGlobal("navigator", { clipboard });
  const element = island();
  const button = element.querySelector("button") as HTMLButtonElement;
  expect(button.hidden).toBe(false);
  button.click();
  await vi.waitFor(() => expect(element.querySelector("[role=status]")?.textContent).not.toBe(""));
  return element.querySelector("[role=status]")?.textContent ?? "";
}

it("copies where the browser allows it", async () => {
  const writeText = vi.fn(() => Promise.resolve());
  expect(await copied({ writeText })).toBe("Copied.");
  expect(writeText).toHaveBeenCalledWith("sk_1");
});

it("selects the text on plain HTTP, where there is no clipboard", async () => {
  expect(await copied(undefined)).toBe("Selected.");
});

it("selects the text when the browser refuses", async () => {
  expect(await copied({ writeText: () => Promise.reject(new Error("denied")) })).toBe("Selected.");
});
