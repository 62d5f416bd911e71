// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a directory, as they were published at one time.
 *
 * @param version rises by one
 * @param rules the first is number 1
 */
public record ListingRules(int version, Instant writtenAt, List<String> rules) {

    /** So many a person reads. */
    public static final int MOST = 30;

    /** Of one rule, in characters. */
    public static final int LONGEST = 500;

    public ListingRules {
        rules = List.copyOf(rules);
    }

    /** The words of a rule. */
    public Optional<String> rule(int number) {
        return number >= 1 && number <= rules.size() ? Optional.of(rules.get(number - 1)) : Optional.empty();
    }
}
