// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

/** How a host stands with this node now. */
public record Standing(Severity severity, boolean rejectMedia, boolean rejectReports) {

    static final Standing GOOD = new Standing(Severity.NOTHING, false, false);
    static final Standing UNKNOWN_TO_THE_ALLOW_LIST = new Standing(Severity.SUSPEND, true, true);

    static Standing of(DomainPolicy policy) {
        return new Standing(policy.severity(), policy.rejectMedia(), policy.rejectReports());
    }

    public boolean suspended() {
        return severity == Severity.SUSPEND;
    }

    /** Also true of a suspended host. */
    public boolean limited() {
        return severity != Severity.NOTHING;
    }
}
