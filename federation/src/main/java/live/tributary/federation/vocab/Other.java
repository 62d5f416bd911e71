// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/**
 * An activity that this version does not know, or knows too little about.
 *
 * @param type as it calls itself; empty if it does not
 */
public record Other(Envelope envelope, String type) implements Activity {}
