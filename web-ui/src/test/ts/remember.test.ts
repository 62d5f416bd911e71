// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, expect, it } from "vitest";

import { Remember } from "../../main/ts/remember";

beforeEach(() => localStorage.clear());

function island(typed = ""): { form: HTMLFormElement; field: HTMLInputElement } {
  const element = new Remember();
  element.innerHTML = `<form><input type="hidden" name="_csrf" value="t"><input name="account" value="${typed}"></form>`;
  document.body.append(element);
  return {
    form: element.querySelector("form") as HTMLFormElement,
    field: element.querySelector("[name=account]") as HTMLInputElement,
  };
}

it("is empty for somebody who never followed", () => {
  expect(island().field.value).toBe("");
});

it("fills in next time what was sent", () => {
  const { form, field } = island();
  field.value = " @ana@pond.example ";
  form.dispatchEvent(new Event("submit"));
  expect(island().field.value).toBe("@ana@pond.example");
});

it("leaves alone what came back with an error", () => {
  localStorage.setItem("fediverse-account", "@ana@pond.example");
  expect(island("@anna@pond.example").field.value).toBe("@anna@pond.example");
});
