// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** A text with a title or a link: what Lemmy calls a post. */
public record Page(ObjectFacts facts) implements RemoteObject {}
