// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

import live.tributary.federation.http.Budget;
import live.tributary.federation.vocab.WebAddress;
import live.tributary.federation.webfinger.Handle;
import live.tributary.federation.webfinger.LookUp;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;
import live.tributary.web.page.FieldError;

/**
 * Finds out who is meant by what somebody typed. Only an address that is somebody's own counts: the page of an account often has
 * another, and would keep nobody out. May ask another server, and blocks meanwhile.
 */
final class StrangersNames {

    private final People people;
    private final WebFingerClient webFinger;
    private final DomainPolicies policies;

    StrangersNames(People people, WebFingerClient webFinger, DomainPolicies policies) {
        this.people = people;
        this.webFinger = webFinger;
        this.policies = policies;
    }

    /** Who it is. */
    sealed interface Meant {

        record Known(Stranger stranger) implements Meant {}

        record Nobody(FieldError why) implements Meant {}
    }

    /** A handle, the address of an account or of its page, or the name of a server. */
    Meant read(String typed) {
        return server(typed)
                .<Meant>map(name -> new Meant.Known(new Stranger.Server(name)))
                .or(() -> RemoteAccount.parse(typed)
                        .filter(account -> !account.serverOnly())
                        .map(account -> account(account.handle())))
                .or(() -> WebAddress.parse(typed.strip()).map(this::address))
                .orElseGet(() -> new Meant.Nobody(FieldError.STRANGER_INVALID));
    }

    /** In the letters of any language, with what surrounds it in the address of its first page. */
    private static Optional<DomainName> server(String typed) {
        var name = typed.strip().replaceFirst("^(?i)https?://", "").replaceFirst("(:\\d+)?/?$", "");
        return name.contains(".") || name.equals("localhost") ? DomainName.parse(name) : Optional.empty();
    }

    private Meant account(Handle handle) {
        return people.named(handle)
                .map(StrangersNames::known)
                .orElseGet(() -> asked(handle.host(), () -> asked(handle)));
    }

    private Meant address(URI address) {
        return people.at(address)
                .map(StrangersNames::known)
                .orElseGet(() -> asked(address.getHost(), () -> people.ask(Actor.SYSTEM, address)));
    }

    private Meant asked(String authority, Supplier<Optional<URI>> question) {
        if (policies.standing(authority.replaceFirst(":\\d+$", "")).suspended()) {
            return new Meant.Nobody(FieldError.SERVER_BLOCKED);
        }
        return question.get().map(StrangersNames::known).orElseGet(() -> new Meant.Nobody(FieldError.STRANGER_UNKNOWN));
    }

    private Optional<URI> asked(Handle handle) {
        return webFinger.find(handle, Budget.ofOneActivity()) instanceof LookUp.Found(var _, var actor, var _)
                ? Optional.of(actor)
                : Optional.empty();
    }

    private static Meant known(URI id) {
        return new Meant.Known(new Stranger.Somebody(id));
    }
}
