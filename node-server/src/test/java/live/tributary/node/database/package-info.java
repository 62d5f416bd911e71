// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the database that a node brings along, and the server that all other tests use. */
@NullMarked
package live.tributary.node.database;

import org.jspecify.annotations.NullMarked;
