// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

/** The answer to an applicant before any row is written. */
public sealed interface Vetting {

    /** May be registered, if the handle is still free then. */
    record Fit(VettedApplicant applicant) implements Vetting {}

    record Unfit(RegistrationRefusal reason) implements Vetting {}
}
