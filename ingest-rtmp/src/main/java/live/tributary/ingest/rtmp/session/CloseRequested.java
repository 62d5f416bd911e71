// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import live.tributary.ingest.rtmp.CloseReason;

/** Fired into a pipeline when the application wants a connection closed. */
record CloseRequested(CloseReason why) {}
