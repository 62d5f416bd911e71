// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** First run: whoever holds the link from the log becomes the owner. The form posts to the same address. */
public record ClaimPage(Frame frame, AccountForm form) implements Page {}
