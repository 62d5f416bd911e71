// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it, vi } from "vitest";

import { FileField } from "../../main/ts/file-field";

it("puts the text of a file into the field", async () => {
  const element = new FileField();
  element.innerHTML = `<textarea></textarea><label hidden>File<input type="file"></label>`;
  document.body.append(element);
  expect(element.querySelector("label")?.hidden).toBe(false);

  const chosen = element.querySelector("input") as HTMLInputElement;
  const file = new File(["pond.example,suspend\n"], "rules.csv");
  Object.defineProperty(chosen, "files", { value: [file] });
  chosen.dispatchEvent(new Event("change"));
  await vi.waitFor(() => expect(element.querySelector("textarea")?.value).toBe("pond.example,suspend\n"));
});
