// SPDX-License-Identifier: AGPL-3.0-or-later
/** Times come in UTC; here they become the viewer's, with the zone in the tooltip. `data-form` leaves out the date (`clock`) or the time (`day`). */
export function localise(time: HTMLTimeElement): void {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.getTime())) {
    return;
  }
  const language = document.documentElement.lang;
  time.textContent = said(moment, time.dataset.form, language);
  time.title = moment.toLocaleString(language, { dateStyle: "full", timeStyle: "long" });
}

function said(moment: Date, form: string | undefined, language: string): string {
  switch (form) {
    case "clock":
      return moment.toLocaleTimeString(language, { timeStyle: "short" });
    case "day":
      return moment.toLocaleDateString(language, { dateStyle: "medium" });
    default:
      return moment.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  }
}

document.querySelectorAll("time").forEach(localise);
