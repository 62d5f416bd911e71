// SPDX-License-Identifier: AGPL-3.0-or-later
/** The sentences an island may say, from its `data-words`; the server chose the language. */
export class Words {
  private constructor(private readonly patterns: Record<string, string>) {}

  static of(element: HTMLElement, attribute = "words"): Words {
    return new Words(JSON.parse(element.dataset[attribute] ?? "{}") as Record<string, string>);
  }

  /** A sentence with its {arguments} filled in. A missing one shows its key, so that it is noticed. */
  say(key: string, values: Record<string, string> = {}): string {
    const pattern = this.patterns[key] ?? key;
    return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }
}
