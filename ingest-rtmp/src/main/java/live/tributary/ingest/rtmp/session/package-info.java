// SPDX-License-Identifier: AGPL-3.0-or-later
/** One publisher's connection: its pipeline, its state machine, its deadlines. The only package that knows a peer. */
@NullMarked
package live.tributary.ingest.rtmp.session;

import org.jspecify.annotations.NullMarked;
