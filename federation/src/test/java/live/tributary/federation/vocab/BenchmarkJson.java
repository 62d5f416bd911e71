// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.io.IOException;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.jsonld.PlainReading;
import live.tributary.fixtures.bench.CallCost;
import live.tributary.fixtures.bench.ResultFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What it costs to understand an activity as strangers' are understood, beside a parser that believes everything. */
@Tag("benchmark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BenchmarkJson {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 20_000);

    private final StrictJson strict = new StrictJson(JsonLimits.INBOX);
    private final PlainJson plain = new PlainJson();
    private final JsonMapper believer = JsonMapper.shared();
    private final ResultFile result = new ResultFile("json");

    @BeforeAll
    void begin() throws IOException {
        result.line("| activity | bytes | CPU-µs of a plain parse | of a strict one | understood | ratio |");
        result.line("|---|---|---|---|---|---|");
    }

    @AfterAll
    void end() {
        plain.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mastodon-like", "mastodon-create"})
    void understands(String name) throws IOException {
        var body = body(name);
        assertThat(understand(body)).isInstanceOf(ActivityReading.Understood.class);
        var parsed = CallCost.micros(ROUNDS, () -> believer.readTree(body));
        var strictly = CallCost.micros(ROUNDS, () -> strict.read(body));
        var understood = CallCost.micros(ROUNDS, () -> understand(body));
        result.line("| `%s` | %d | %s | %s | %s | %.1f |"
                .formatted(name, body.length, parsed, strictly, understood, understood.median() / parsed.median()));
    }

    private ActivityReading understand(byte[] body) {
        return strict.read(body) instanceof JsonReading.Parsed(var document)
                        && plain.read(document) instanceof PlainReading.Plain(var words)
                ? ActivityReader.read(words)
                : new ActivityReading.NotUnderstood("refused");
    }

    private static byte[] body(String name) throws IOException {
        try (var file = BenchmarkJson.class.getResourceAsStream(name + ".json")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
