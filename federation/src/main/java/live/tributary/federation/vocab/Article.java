// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** A long text (FEP-b2b8). */
public record Article(ObjectFacts facts) implements RemoteObject {}
