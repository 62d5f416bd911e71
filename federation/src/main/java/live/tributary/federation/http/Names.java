// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks up the addresses of a host. */
public interface Names extends AutoCloseable {

    /**
     * Called from event loops: must not block.
     *
     * @return every address of the host, at least one, or a failure
     */
    CompletionStage<List<InetAddress>> lookUp(String host);

    @Override
    void close();
}
