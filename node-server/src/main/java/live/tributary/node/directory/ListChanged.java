// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

/** Somebody is listed, or no more, or says other things of themselves. Published inside the transaction. */
record ListChanged() {}
