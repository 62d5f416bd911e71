// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Many connections to one port of this machine, each opened anew when it fell. Virtual threads; bounded by its size and by
 * its end.
 */
public final class Crowd implements AutoCloseable {

    private static final Duration AFTER_REFUSAL = Duration.ofMillis(200);
    private static final int CONNECT_MILLIS = 5_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> standing = ConcurrentHashMap.newKeySet();
    private final LongAdder opened = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final InetSocketAddress address;
    private final int receiveBytes;
    private volatile boolean wanted = true;

    /** What a member does with its connection until that falls. */
    interface Member {
        void use(Socket socket) throws IOException;
    }

    private Crowd(int port, int receiveBytes) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.receiveBytes = receiveBytes;
    }

    /** Gathers; returns before all are there.
     *  @param receiveBytes how much the kernel takes for a member that does not read */
    static Crowd gather(int size, int port, int receiveBytes, Member member) {
        var crowd = new Crowd(port, receiveBytes);
        for (int i = 0; i < size; i++) {
            crowd.threads.execute(() -> crowd.live(member));
        }
        return crowd;
    }

    private void live(Member member) {
        while (wanted) {
            try (var socket = new Socket()) {
                socket.setReceiveBufferSize(receiveBytes);
                socket.connect(address, CONNECT_MILLIS);
                opened.increment();
                standing.add(socket);
                try {
                    member.use(socket);
                } finally {
                    standing.remove(socket);
                }
            } catch (IOException fallen) {
                refused.increment();
                LockSupport.parkNanos(AFTER_REFUSAL.toNanos());
            }
        }
    }

    /** Connections that stand now. */
    public int size() {
        return standing.size();
    }

    /** How many were opened so far. */
    public long opened() {
        return opened.sum();
    }

    /** How many were refused or broke. */
    public long fallen() {
        return refused.sum();
    }

    @Override
    public void close() throws IOException {
        wanted = false;
        for (var socket : standing) {
            socket.close();
        }
        threads.close();
    }
}
