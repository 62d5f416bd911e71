// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import io.netty.channel.Channel;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.stream.ChunkedInput;

/**
 * Takes the answer of a {@link FrontRoute}: exactly one call of one {@code send} method, on the event loop of
 * {@link #channel}. Responses tell their length; whether the connection stays open is seen to. What is sent is taken over,
 * also if the client has gone meanwhile.
 */
public interface FrontReply {

    /** The connection, or the stream in HTTP/2. */
    Channel channel();

    /** Whether the kernel can send a file by itself: nothing on the way changes its bytes. */
    boolean takesFiles();

    void send(FullHttpResponse response);

    /** Only where {@link #takesFiles}. */
    void send(HttpResponse head, FileRegion body);

    /** Reads the body as the client takes it; the last piece is a {@code LastHttpContent}. */
    void send(HttpResponse head, ChunkedInput<HttpContent> body);
}
