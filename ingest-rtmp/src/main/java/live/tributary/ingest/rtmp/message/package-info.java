// SPDX-License-Identifier: AGPL-3.0-or-later
/** What whole messages mean: one record for each kind, and the two ways between record and body. */
@NullMarked
package live.tributary.ingest.rtmp.message;

import org.jspecify.annotations.NullMarked;
