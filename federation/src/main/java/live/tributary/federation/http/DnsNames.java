// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.util.concurrent.Future;
import reactor.netty.resources.LoopResources;

/**
 * The name servers and the hosts file of this machine.
 *
 * <p>Not the JDK's look-up, which holds a thread for as long as a name server is silent: whoever owns a few domains with
 * dead name servers could stop all look-ups by having us fetch from them. Domains of the local network are not added to
 * names.
 */
final class DnsNames implements Names {

    private static final Duration QUERY = Duration.ofSeconds(3);

    /** A stranger's zone may point from name to name; an honest one does so twice or three times. */
    private static final int QUERIES_PER_NAME = 8;

    private static final Duration KEPT_AT_MOST = Duration.ofMinutes(5);

    private static final Duration FAILURE_KEPT = Duration.ofSeconds(10);

    private final LoopResources loops;
    private final DnsNameResolver resolver;

    DnsNames() {
        this(DnsServerAddressStreamProviders.platformDefault());
    }

    DnsNames(DnsServerAddressStreamProvider servers) {
        loops = LoopResources.create("federation-names", 1, true);
        EventLoopGroup group = loops.onClient(false);
        resolver = new DnsNameResolverBuilder(group.next())
                .datagramChannelType(NioDatagramChannel.class)
                .nameServerProvider(servers)
                .searchDomains(List.of())
                .queryTimeoutMillis(QUERY.toMillis())
                .maxQueriesPerResolve(QUERIES_PER_NAME)
                .ttl(0, (int) KEPT_AT_MOST.toSeconds())
                .negativeTtl((int) FAILURE_KEPT.toSeconds())
                .build();
    }

    @Override
    public CompletionStage<List<InetAddress>> lookUp(String host) {
        var answer = new CompletableFuture<List<InetAddress>>();
        resolver.resolveAll(host).addListener((Future<List<InetAddress>> found) -> {
            if (found.isSuccess()) {
                answer.complete(List.copyOf(found.getNow()));
            } else {
                answer.completeExceptionally(found.cause());
            }
        });
        return answer;
    }

    @Override
    public void close() {
        resolver.close();
        loops.dispose();
    }
}
