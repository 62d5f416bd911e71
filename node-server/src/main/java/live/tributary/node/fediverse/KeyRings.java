// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.SigningKey;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.node.gate.Problem;

/**
 * The keys of our actors: made when first needed, kept encrypted, held in memory while the node runs. Safe for any
 * thread that may block.
 */
public final class KeyRings {

    private static final Logger log = LoggerFactory.getLogger(KeyRings.class);

    private final ActorKeyStore store;
    private final KeyVault vault;
    private final Addresses addresses;
    private final InstantSource clock;
    /** One entry an actor of this node: members and teams. */
    private final ConcurrentHashMap<ActorId, KeyRing> opened = new ConcurrentHashMap<>();

    private final boolean lost;

    /** @param directory with the file of the vault */
    static KeyRings in(Path directory, ActorKeyStore store, Addresses addresses, InstantSource clock) {
        var vault = KeyVault.in(directory, store.somebody().isPresent());
        return new KeyRings(store, vault, addresses, clock);
    }

    private KeyRings(ActorKeyStore store, KeyVault vault, Addresses addresses, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.addresses = addresses;
        this.clock = clock;
        this.lost = !opens();
    }

    /** Whether the keys that were published cannot be opened. Nothing can be said then, and nothing must get lost. */
    boolean areLost() {
        return lost;
    }

    /**
     * What requests in the node's own name are signed with.
     *
     * @throws IllegalStateException before the node's first start is complete
     */
    public SigningKey signing(LocalActor.Application node) {
        var ring = find(node.id()).orElseThrow(() -> new IllegalStateException("the node has no keys yet"));
        return ring.rsa().as(addresses.under(node).mainKey());
    }

    /** What requests in the actor's name are signed with. */
    SigningKey signing(LocalActor actor) {
        return of(actor.id()).rsa().as(addresses.under(actor).mainKey());
    }

    /** What documents in the actor's name are signed with. */
    SigningKey proving(LocalActor actor) {
        return of(actor.id()).ed25519().as(addresses.under(actor).proofKey());
    }

    /** Both pairs; made where the actor has none yet, which takes some tenths of a second. */
    KeyRing of(ActorId actor) {
        return find(actor).orElseGet(() -> make(actor));
    }

    private boolean opens() {
        try {
            store.somebody()
                    .ifPresentOrElse(
                            actor -> store.find(actor).ifPresent(row -> open(actor, row)),
                            () -> vault.seal(new byte[0], "a try"));
            return true;
        } catch (IllegalStateException trouble) {
            log.error(
                    "The node keeps silent on the fediverse: {}. Stop it, restore {} from the back-up that belongs to the"
                            + " database, and start it again. What is to be said waits until then.",
                    trouble.getMessage(),
                    KeyVault.FILE);
            return false;
        }
    }

    private Optional<KeyRing> find(ActorId actor) {
        if (lost) {
            throw Problem.of(Problem.Kind.NODE_BUSY)
                    .saying("This node cannot speak on the fediverse at the moment.")
                    .because(KeyVault.FILE + " is lost");
        }
        return Optional.ofNullable(opened.get(actor)).or(() -> store.find(actor).map(row -> open(actor, row)));
    }

    /** Of two makers at once, the first to store wins: what was published must not change. */
    private KeyRing make(ActorId actor) {
        var rsa = ActorKey.generate(KeyType.RSA);
        var ed25519 = ActorKey.generate(KeyType.ED25519);
        store.add(
                actor,
                new ActorKeyStore.Row(
                        rsa.publicKey().toPem(),
                        vault.seal(rsa.privateBytes(), purpose(actor, KeyType.RSA)),
                        ed25519.publicKey().toPem(),
                        vault.seal(ed25519.privateBytes(), purpose(actor, KeyType.ED25519))),
                clock.instant());
        return find(actor).orElseThrow();
    }

    private KeyRing open(ActorId actor, ActorKeyStore.Row row) {
        var ring = new KeyRing(
                restore(row.rsaPublic(), row.rsaSealed(), purpose(actor, KeyType.RSA)),
                restore(row.ed25519Public(), row.ed25519Sealed(), purpose(actor, KeyType.ED25519)));
        opened.put(actor, ring);
        return ring;
    }

    private ActorKey restore(String pem, byte[] sealed, String purpose) {
        return ActorKey.restore(VerifyingKey.fromPem(pem).orElseThrow(), vault.open(sealed, purpose));
    }

    private static String purpose(ActorId actor, KeyType type) {
        return "%s key of %s".formatted(type, actor);
    }
}
