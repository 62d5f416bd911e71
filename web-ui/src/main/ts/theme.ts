// SPDX-License-Identifier: AGPL-3.0-or-later
/** Loaded before the first paint, and therefore nearly empty: the theme this browser chose must not flash. */
const stored = localStorage.getItem("theme");
if (stored === "light" || stored === "dark") {
  document.documentElement.dataset.theme = stored;
}
