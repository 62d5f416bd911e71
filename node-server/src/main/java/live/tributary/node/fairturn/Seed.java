// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

/** What all lots of one draw are made of.
 *  @param bits unsigned */
public record Seed(long bits) {}
