// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.time.Duration;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.jsonld.PlainReading.Plain;

/**
 * Makes sure that a document means what a reader of plain JSON takes it to mean. Nearly all do, and are given back as
 * they are; the others are put into our words on a few threads of its own, with a deadline.
 *
 * <p>Used by any number of threads, which may wait for some seconds; not by an event loop.
 */
public final class PlainJson implements AutoCloseable {

    /** How long a document may take that needs expansion. */
    public static final Duration DEADLINE = Duration.ofMillis(500);

    /** How long it may wait until that begins: half of what a full queue takes at worst. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int THREADS = 2;
    private static final int QUEUE = 64;
    private static final int REMEMBERED_CONTEXTS = 512;

    private final ContextGate gate = new ContextGate(new VerdictCache(REMEMBERED_CONTEXTS));
    private final Expansion expansion;
    private final BoundedPool pool;

    /** Begins its threads. */
    public PlainJson() {
        this(DEADLINE);
        // The first expansion loads two hundred classes: the first stranger should not have to wait for them.
        pool.begin(() -> expansion.read(JsonNodeFactory.instance.objectNode()));
    }

    PlainJson(Duration deadline) {
        this.expansion = new Expansion(new ClosedLoader(new BundledContexts()), deadline);
        this.pool = new BoundedPool(THREADS, QUEUE, deadline, PATIENCE);
    }

    /** Whether reading it takes much more work than the others do. */
    public boolean needsExpansion(ObjectNode document) {
        return gate.judge(document) == Verdict.NEEDS_EXPANSION;
    }

    /** Reads a tree that {@link live.tributary.federation.json.StrictJson} let through. */
    public PlainReading read(ObjectNode document) {
        return switch (gate.judge(document)) {
            case SAFE -> new Plain(document);
            case NEEDS_EXPANSION -> pool.call(() -> expansion.read(document));
        };
    }

    /** Ends its threads. */
    @Override
    public void close() {
        pool.close();
    }
}
