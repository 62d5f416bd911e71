// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.SigningKey;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.federation.vocab.outgoing.ActorKeys;
import live.tributary.federation.vocab.outgoing.ProofKey;
import live.tributary.node.fediverse.KeyRenewalStore.Retiring;
import live.tributary.node.gate.Problem;

/**
 * The keys of our actors: made when first needed, kept encrypted, held in memory while the node runs. Safe for any
 * thread that may block.
 */
public final class KeyRings {

    private static final Logger log = LoggerFactory.getLogger(KeyRings.class);

    private final ActorKeyStore store;
    private final KeyRenewalStore renewals;
    private final KeyVault vault;
    private final Addresses addresses;
    private final InstantSource clock;
    /** One entry an actor of this node: members and teams. */
    private final ConcurrentHashMap<ActorId, KeyRing> opened = new ConcurrentHashMap<>();

    private final boolean lost;

    /** @param directory with the file of the vault */
    static KeyRings in(
            Path directory, ActorKeyStore store, KeyRenewalStore renewals, Addresses addresses, InstantSource clock) {
        var vault = KeyVault.in(directory, store.somebody().isPresent());
        return new KeyRings(store, renewals, vault, addresses, clock);
    }

    private KeyRings(
            ActorKeyStore store, KeyRenewalStore renewals, KeyVault vault, Addresses addresses, InstantSource clock) {
        this.store = store;
        this.renewals = renewals;
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

    /** What this activity is signed with where that is not the key in use: it tells of a newer one. */
    Optional<SigningKey> replaced(LocalActor actor, UUID activity) {
        return Optional.ofNullable(of(actor.id()).lastWords().get(activity))
                .map(key -> key.as(addresses.under(actor).mainKey()));
    }

    /** What documents in the actor's name are signed with. */
    SigningKey proving(LocalActor actor) {
        var ring = of(actor.id());
        return ring.ed25519().as(addresses.under(actor).proofKey(ring.proofNumber()));
    }

    /**
     * Both halves of what proves documents in the node's own name, for documents that are no activities.
     *
     * @throws IllegalStateException before the node's first start is complete
     */
    public KeyPair provingPair(LocalActor.Application node) {
        var key = find(node.id())
                .orElseThrow(() -> new IllegalStateException("the node has no keys yet"))
                .ed25519();
        return new KeyPair(key.publicKey().key(), key.privateKey());
    }

    /** The public halves, for the actor's document. */
    ActorKeys published(LocalActor actor) {
        var ring = of(actor.id());
        var under = addresses.under(actor);
        var inUse = new ProofKey(
                under.proofKey(ring.proofNumber()), ring.ed25519().publicKey().toMultibase());
        var former = ring.formerProofs().stream()
                .map(old -> new ProofKey(under.proofKey(old.number()), old.key().toMultibase()));
        return new ActorKeys(
                ring.rsa().publicKey().toPem(),
                Stream.concat(Stream.of(inUse), former).toList());
    }

    /** They have changed: whoever asks next gets what is stored. */
    void forget(ActorId actor) {
        opened.remove(actor);
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
                    .saying("This node cannot sign for the Fediverse at the moment.")
                    .because(KeyVault.FILE + " is lost");
        }
        // What a transaction has made may never have been: it is remembered by whoever asks after it.
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? Optional.ofNullable(opened.get(actor)).or(() -> stored(actor))
                // Read while nobody can forget them: otherwise old ones could come back after they were forgotten.
                : Optional.ofNullable(
                        opened.computeIfAbsent(actor, _ -> stored(actor).orElse(null)));
    }

    private Optional<KeyRing> stored(ActorId actor) {
        return store.find(actor).map(row -> open(actor, row));
    }

    /** Of two makers at once, the first to store wins: what was published must not change. */
    private KeyRing make(ActorId actor) {
        store.add(actor, newPairs(actor), clock.instant());
        return find(actor).orElseThrow();
    }

    /** New pairs that nobody uses yet, sealed for the actor. */
    ActorKeyStore.Row newPairs(ActorId actor) {
        var rsa = ActorKey.generate(KeyType.RSA);
        var ed25519 = ActorKey.generate(KeyType.ED25519);
        return new ActorKeyStore.Row(
                rsa.publicKey().toPem(),
                vault.seal(rsa.privateBytes(), purpose(actor, KeyType.RSA)),
                ed25519.publicKey().toPem(),
                vault.seal(ed25519.privateBytes(), purpose(actor, KeyType.ED25519)),
                1);
    }

    private KeyRing open(ActorId actor, ActorKeyStore.Row row) {
        var formerProofs = renewals.formerProofs(actor).stream()
                .map(old -> new KeyRing.FormerProof(old.number(), publicKey(old.ed25519Public())))
                .toList();
        var lastWords = renewals.retiring(actor).stream()
                .collect(Collectors.toMap(
                        Retiring::toldBy,
                        old -> restore(old.rsaPublic(), old.rsaSealed(), purpose(actor, KeyType.RSA))));
        return new KeyRing(
                restore(row.rsaPublic(), row.rsaSealed(), purpose(actor, KeyType.RSA)),
                restore(row.ed25519Public(), row.ed25519Sealed(), purpose(actor, KeyType.ED25519)),
                row.proofNumber(),
                formerProofs,
                lastWords);
    }

    private ActorKey restore(String pem, byte[] sealed, String purpose) {
        return ActorKey.restore(publicKey(pem), vault.open(sealed, purpose));
    }

    private static VerifyingKey publicKey(String pem) {
        return VerifyingKey.fromPem(pem).orElseThrow();
    }

    private static String purpose(ActorId actor, KeyType type) {
        return "%s key of %s".formatted(type, actor);
    }
}
