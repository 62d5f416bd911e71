// SPDX-License-Identifier: AGPL-3.0-or-later
/** Times come in UTC; here they become the viewer's, with the zone in the tooltip. `data-form="clock"` leaves the date out. */
export function localise(time: HTMLTimeElement): void {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.getTime())) {
    return;
  }
  const language = document.documentElement.lang;
  time.textContent =
    time.dataset.form === "clock"
      ? moment.toLocaleTimeString(language, { timeStyle: "short" })
      : moment.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  time.title = moment.toLocaleString(language, { dateStyle: "full", timeStyle: "long" });
}

document.querySelectorAll("time").forEach(localise);
