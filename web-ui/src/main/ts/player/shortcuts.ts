// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Action, actionOf } from "./keys";

/** The keys of the player, and the button of the page that lists them. */
export class Shortcuts {
  constructor(private readonly act: (action: Action) => void) {}

  connect(): void {
    document.addEventListener("keydown", this.onKey);
    const button = document.querySelector<HTMLButtonElement>("[data-action=keys]");
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => this.act("help"));
    }
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const action = actionOf(event);
    if (action) {
      event.preventDefault();
      this.act(action);
    }
  };
}
