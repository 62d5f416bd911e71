// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** Second step of the set-up: name, handle, mark and colour of the team. */
public record SetupTeamPage(Frame frame, TeamForm form) implements Page {}
