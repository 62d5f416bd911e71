// SPDX-License-Identifier: AGPL-3.0-or-later
/** FLV and Enhanced RTMP tag bodies to {@link live.tributary.ingest.rtmp.MediaTag}s. Looks at headers, never at pictures. */
@NullMarked
package live.tributary.ingest.rtmp.tag;

import org.jspecify.annotations.NullMarked;
