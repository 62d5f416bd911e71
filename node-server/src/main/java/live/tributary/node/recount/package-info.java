// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a directory publishes of its draws, and how a stranger draws them again: snapshots as canonical JSON (RFC 8785) under
 * a signature, receipts, the reasons of each card, and the recount itself. {@code docs/fairness.md} describes the documents.
 *
 * <p>Only documents: no database and no network. No tables, no events.
 */
@NullMarked
@ApplicationModule(
        displayName = "recount",
        allowedDependencies = {"fairturn"})
package live.tributary.node.recount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
