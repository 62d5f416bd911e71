// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it, vi } from "vitest";

import { Sieve } from "../../main/ts/directory/sieve";
import { hiddenNotes, hideNotes, isHidden } from "../../main/ts/hidden-notes";

function island(chosen: number): { inputs: HTMLInputElement[]; submitted: ReturnType<typeof vi.fn> } {
  const element = new Sieve();
  const interest = (index: number): string => `<input type="checkbox" name="tag" ${index < chosen ? "checked" : ""}>`;
  element.innerHTML = `<form>${Array.from({ length: 7 }, (_, index) => interest(index)).join("")}
    <input type="checkbox" name="hide" value="flashing"><select name="lang"><option></option></select></form>`;
  document.body.replaceChildren(element);
  const form = element.querySelector("form") as HTMLFormElement;
  const submitted = vi.fn();
  form.requestSubmit = submitted;
  return { inputs: [...element.querySelectorAll("input")], submitted };
}

it("shows the new draw at once, but lets people choose several notes first", () => {
  const { inputs, submitted } = island(0);
  inputs[7]?.dispatchEvent(new Event("change", { bubbles: true }));
  expect(submitted).not.toHaveBeenCalled();
  inputs[0]?.dispatchEvent(new Event("change", { bubbles: true }));
  document.querySelector("select")?.dispatchEvent(new Event("change", { bubbles: true }));
  expect(submitted).toHaveBeenCalledTimes(2);
});

it("offers no sixth interest", () => {
  expect(island(4).inputs.filter((input) => input.disabled)).toHaveLength(0);
  const { inputs } = island(5);
  expect(inputs.map((input) => input.disabled)).toEqual([false, false, false, false, false, true, true, false]);
});

it("keeps what is hidden in this browser, for whoever is carried on from here", () => {
  const { inputs } = island(0);
  const note = inputs[7] as HTMLInputElement;
  note.checked = true;
  note.form?.dispatchEvent(new Event("submit"));
  expect(hiddenNotes()).toEqual(["flashing"]);
  expect(isHidden(["violence", "flashing"])).toBe(true);
  expect(isHidden(["violence"])).toBe(false);
  note.checked = false;
  note.form?.dispatchEvent(new Event("submit"));
  expect(isHidden(["flashing"])).toBe(false);
});

it("does not forget what is hidden when somebody comes by a plain link and taps an interest", () => {
  hideNotes(["flashing"]);
  const { inputs } = island(0);
  const note = inputs[7] as HTMLInputElement;
  expect(note.checked).toBe(true);
  note.form?.dispatchEvent(new Event("submit"));
  expect(hiddenNotes()).toEqual(["flashing"]);
  hideNotes([]);
});
