// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Loaded before the first paint, and therefore nearly empty: the theme this browser chose must not flash. It asks the browser's
 * memory by itself, as a file more would be waited for.
 */
function stored(): string | null {
  try {
    return localStorage.getItem("theme");
  } catch {
    // A frame of another site may have no memory.
    return null;
  }
}

const theme = stored();
if (theme === "light" || theme === "dark") {
  document.documentElement.dataset.theme = theme;
}
