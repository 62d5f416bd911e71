// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.util.List;
import java.util.stream.Stream;

/** What holds for a broadcast of a team: it may say less of what the team is, and adds to what some do not want to see. */
final class Narrowing {

    /** Of a team that does not say what is spoken (BCP 47: undetermined). */
    private static final String UNDETERMINED = "und";

    private Narrowing() {}

    static LiveGroup of(ListedGroup group, Watch watch, BroadcastFacts facts, Watch.Verdict.GoesOn seen) {
        var languages = narrowed(group.languages(), facts.languages());
        return new LiveGroup(
                group,
                watch.sight().id(),
                facts.title(),
                facts.page(),
                facts.by().isEmpty() ? List.of() : List.of(facts.by()),
                facts.since(),
                languages.isEmpty() ? List.of(UNDETERMINED) : languages,
                narrowed(group.tags(), facts.tags()),
                Stream.concat(group.labels().stream(), facts.labels().stream())
                        .distinct()
                        .toList(),
                seen.blocks());
    }

    /** Nobody gets more places by saying more with every broadcast. */
    private static List<String> narrowed(List<String> own, List<String> told) {
        if (own.isEmpty()) {
            return told;
        }
        var common = own.stream().filter(told::contains).toList();
        return common.isEmpty() ? own : common;
    }
}
