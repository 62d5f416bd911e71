// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;

/**
 * The only way from a host to addresses that are connected to. A name is looked up once, all that it leads to is checked,
 * and what was checked is connected to: a name that leads elsewhere a moment later (DNS rebinding) changes nothing.
 */
final class CheckedAddresses extends AddressResolverGroup<InetSocketAddress> {

    private final Names names;
    private final AddressGuard guard;

    CheckedAddresses(Names names, AddressGuard guard) {
        this.names = names;
        this.guard = guard;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor);
    }

    private final class Resolver extends AbstractAddressResolver<InetSocketAddress> {

        Resolver(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /** A number in the place of a name has to pass the guard, too; "resolved" would mean "connect to it unseen". */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) {
            checked(asked).whenComplete((addresses, failure) -> {
                if (failure == null) {
                    promise.trySuccess(addresses.getFirst());
                } else {
                    promise.tryFailure(failure);
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress asked, Promise<List<InetSocketAddress>> promise) {
            checked(asked).whenComplete((addresses, failure) -> {
                if (failure == null) {
                    promise.trySuccess(addresses);
                } else {
                    promise.tryFailure(failure);
                }
            });
        }
    }

    /** Not chained stages: those would wrap each failure, and the kind of failure is what the caller tells. */
    private CompletionStage<List<InetSocketAddress>> checked(InetSocketAddress asked) {
        var answer = new CompletableFuture<List<InetSocketAddress>>();
        lookUp(asked).whenComplete((addresses, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(new NotResolvableException(asked.getHostString(), failure));
            } else if (addresses.isEmpty() || !addresses.stream().allMatch(guard::allows)) {
                answer.completeExceptionally(new ForbiddenAddressException(asked.getHostString()));
            } else {
                answer.complete(addresses.stream()
                        .map(address -> new InetSocketAddress(address, asked.getPort()))
                        .toList());
            }
        });
        return answer;
    }

    private CompletionStage<List<InetAddress>> lookUp(InetSocketAddress asked) {
        return asked.isUnresolved()
                ? names.lookUp(asked.getHostString())
                : CompletableFuture.completedStage(List.of(asked.getAddress()));
    }
}
