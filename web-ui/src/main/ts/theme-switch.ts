// SPDX-License-Identifier: AGPL-3.0-or-later
import { forget, keep } from "./storage";
import { Words } from "./words";

const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
}

/** `tb-theme`: system, light, dark; kept in this browser only. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => this.choose(nextTheme(this.current()), button));
      this.label(button);
    }
  }

  private current(): Theme {
    return (document.documentElement.dataset.theme as Theme | undefined) ?? "system";
  }

  private choose(theme: Theme, button: HTMLButtonElement): void {
    if (theme === "system") {
      forget("theme");
      delete document.documentElement.dataset.theme;
    } else {
      keep("theme", theme);
      document.documentElement.dataset.theme = theme;
    }
    this.label(button);
  }

  private label(button: HTMLButtonElement): void {
    const label = Words.of(this).say(this.current());
    button.setAttribute("aria-label", label);
    button.title = label;
  }
}

customElements.define("tb-theme", ThemeSwitch);
