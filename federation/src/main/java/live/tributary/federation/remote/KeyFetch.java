// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

/** What a key's server says. */
sealed interface KeyFetch {

    /** The key, and its owner says that it is theirs. */
    record Key(RemoteKey key) implements KeyFetch {}

    /** There is no such key, or nobody who owns it. */
    record None(String why) implements KeyFetch {}

    /** The server could not be asked. */
    record NoAnswer(String why) implements KeyFetch {}
}
