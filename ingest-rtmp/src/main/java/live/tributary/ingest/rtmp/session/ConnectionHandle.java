// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import io.netty.channel.Channel;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.Publication;
import live.tributary.ingest.rtmp.PublicationFigures;

/** What the application holds of a connection. The pipeline carries its wish to the event loop. */
record ConnectionHandle(Channel channel, ConnectionMeters meters) implements Publication {

    @Override
    public void close(CloseReason why) {
        channel.pipeline().fireUserEventTriggered(new CloseRequested(why));
    }

    @Override
    public PublicationFigures figures() {
        return meters.figures();
    }
}
