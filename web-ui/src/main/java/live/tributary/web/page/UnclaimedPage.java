// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** A node nobody has claimed yet says where its claim link is. */
public record UnclaimedPage(Frame frame) implements Page {}
