// SPDX-License-Identifier: AGPL-3.0-or-later
import type Hls from "hls.js";
import type { ErrorData } from "hls.js";

/** The lists that were opened, by name. */
export const opened: string[] = [];

/** What ends the playing of a list, a moment after it was opened; others say that they can be played. */
export const verdicts = new Map<string, Pick<ErrorData, "type" | "details">>();

/** Stands for a browser: a build of hls.js that loads nothing, and fails where the test says that a browser cannot play. */
export function pickyReader(real: typeof Hls): typeof Hls {
  const { Events, ErrorTypes, ErrorDetails } = real;
  class PickyReader {
    static readonly Events = Events;
    static readonly ErrorTypes = ErrorTypes;
    static readonly ErrorDetails = ErrorDetails;
    static readonly DefaultConfig = {};
    static isSupported = (): boolean => true;
    readonly levels = [];
    private readonly listeners = new Map<string, (event: string, data: unknown) => void>();

    on(event: string, listener: (event: string, data: unknown) => void): void {
      this.listeners.set(event, listener);
    }

    loadSource(address: string): void {
      const name = address.replace(/.*\/|\.m3u8$/g, "");
      opened.push(name);
      setTimeout(() => this.judge(name), 10);
    }

    attachMedia(): void {
      // Nothing is loaded.
    }

    destroy(): void {
      this.listeners.clear();
    }

    private judge(name: string): void {
      const verdict = verdicts.get(name);
      const event = verdict ? Events.ERROR : Events.MANIFEST_PARSED;
      this.listeners.get(event)?.(event, verdict ? { ...verdict, fatal: true } : { levels: [] });
    }
  }
  return PickyReader as unknown as typeof Hls;
}
