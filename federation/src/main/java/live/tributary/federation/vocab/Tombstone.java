// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** What is left of something deleted. */
public record Tombstone(ObjectFacts facts) implements RemoteObject {}
