// SPDX-License-Identifier: AGPL-3.0-or-later
import { vi } from "vitest";

/** Lets `AbortSignal.timeout` go by the clock of the tests, as `setTimeout` does. */
export function abortAsTheClockSays(): void {
  vi.spyOn(AbortSignal, "timeout").mockImplementation((millis) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), millis);
    return controller.signal;
  });
}
