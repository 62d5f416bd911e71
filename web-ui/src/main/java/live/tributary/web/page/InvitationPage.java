// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** A one-use invitation into a team. The form posts to the same address. */
public record InvitationPage(Frame frame, TeamBadge team, AccountForm form) implements Page {}
