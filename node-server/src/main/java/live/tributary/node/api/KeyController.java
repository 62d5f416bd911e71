// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.broadcast.KeyLabel;
import live.tributary.node.broadcast.KeyUse;
import live.tributary.node.broadcast.StreamKeyFacts;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.StreamKeyId;
import live.tributary.node.studio.RtmpPort;

/** The stream keys of a channel. */
@RestController
final class KeyController {

    private final Directed directed;
    private final StreamKeys keys;
    private final RtmpPort port;

    KeyController(Directed directed, StreamKeys keys, RtmpPort port) {
        this.directed = directed;
        this.keys = keys;
        this.port = port;
    }

    /** {@code KeyList} of the contract. */
    record KeyList(List<Key> keys) {}

    /** {@code Key} of the contract. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(
            String id,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static Key of(StreamKeyFacts facts) {
            var lastUsed = facts.use() instanceof KeyUse.Last(var at) ? at : null;
            return new Key(facts.id().toString(), facts.label().value(), facts.createdAt(), lastUsed);
        }
    }

    /** {@code NewKey} of the contract. */
    record NewKey(@Nullable String label) {}

    /** {@code MadeKey} of the contract. */
    record MadeKey(String id, String label, String key, String server) {
        @Override
        public String toString() {
            return "MadeKey[%s]".formatted(id);
        }
    }

    @GetMapping("/api/v1/studio/channels/{channel}/keys")
    KeyList list(@PathVariable String channel, Visitor visitor) {
        var id = directed.require(visitor, channel);
        return new KeyList(keys.of(visitor.actor(), id).stream().map(Key::of).toList());
    }

    @PostMapping("/api/v1/studio/channels/{channel}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    MadeKey make(@PathVariable String channel, @RequestBody NewKey wish, Visitor visitor) {
        var id = directed.require(visitor, channel);
        var label = Optional.ofNullable(wish.label())
                .flatMap(KeyLabel::parse)
                .orElseThrow(
                        () -> Problem.of(Problem.Kind.INVALID).saying("A label is one line of 1 to 40 characters."));
        var issued = keys.issue(visitor.actor(), id, label);
        var origin = URI.create(visitor.transport().origin());
        return new MadeKey(
                issued.facts().id().toString(), label.value(), issued.key().value(), port.address(origin));
    }

    @DeleteMapping("/api/v1/studio/channels/{channel}/keys/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String channel, @PathVariable String key, Visitor visitor) {
        var id = directed.require(visitor, channel);
        var revoked = StreamKeyId.parse(key)
                .filter(wanted -> keys.of(visitor.actor(), id).stream()
                        .anyMatch(facts -> facts.id().equals(wanted)))
                .filter(wanted -> keys.revoke(visitor.actor(), wanted));
        if (revoked.isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }
}
