// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * A member of a ring, as pages show it.
 *
 * @param href where it is watched while it is live, else its own page
 * @param live whether it is on air, as was heard lately
 * @param here whether it is the team whose page this is
 */
public record RingStop(String name, String href, boolean live, boolean here) {}
