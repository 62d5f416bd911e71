// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** A short text: most of what Mastodon sends, and the replies of Lemmy. */
public record Note(ObjectFacts facts) implements RemoteObject {}
