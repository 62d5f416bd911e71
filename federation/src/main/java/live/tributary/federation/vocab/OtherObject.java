// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/**
 * A thing of a kind that this version does not know.
 *
 * @param type as it calls itself; empty if it does not
 */
public record OtherObject(ObjectFacts facts, String type) implements RemoteObject {}
