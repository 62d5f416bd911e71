// SPDX-License-Identifier: AGPL-3.0-or-later
/** The database that a node brings along where nobody gave it one ({@code spring.datasource.url}): an ordinary
 *  PostgreSQL as a child of the node, durable, on loopback, with a password of its own. No tables, no events. */
@NullMarked
@ApplicationModule(displayName = "database", allowedDependencies = "kernel")
package live.tributary.node.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
