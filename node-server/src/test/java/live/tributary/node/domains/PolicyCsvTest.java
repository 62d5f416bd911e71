// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PolicyCsvTest {

    private static DomainPolicy policy(String domain, Severity severity, String comment) {
        return new DomainPolicy(new DomainName(domain), severity, false, false, comment, false);
    }

    @Test
    void readsWhatMastodonWrites() {
        var reading = PolicyCsv.read("""
                #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
                bad.example,suspend,True,FALSE,"spam, and ""worse""\nover two lines",false
                loud.example,silence,false,true,,true
                pictures.example,noop,true,false,,false
                """);
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.policies())
                .containsExactly(
                        new DomainPolicy(
                                new DomainName("bad.example"),
                                Severity.SUSPEND,
                                true,
                                false,
                                "spam, and \"worse\"\nover two lines",
                                false),
                        new DomainPolicy(new DomainName("loud.example"), Severity.LIMIT, false, true, "", true),
                        new DomainPolicy(new DomainName("pictures.example"), Severity.NOTHING, true, false, "", false));
    }

    @Test
    void readsColumnsInAnyOrder() {
        var reading = PolicyCsv.read("Severity,extra,Domain\r\nsilence,x,a.example\r\n");
        assertThat(reading.policies()).containsExactly(policy("a.example", Severity.LIMIT, ""));
    }

    @Test
    void aListOfNamesAloneSuspendsEach() {
        var reading = PolicyCsv.read("\uFEFFa.example\nB.example\n\n");
        assertThat(reading.policies())
                .containsExactly(policy("a.example", Severity.SUSPEND, ""), policy("b.example", Severity.SUSPEND, ""));
    }

    @Test
    void leavesOutWhatItCannotReadAndSaysWhichLine() {
        var reading = PolicyCsv.read("domain,severity\nex*mple.org,suspend\nnot a domain,suspend\na.example,banish\n");
        assertThat(reading.policies()).isEmpty();
        assertThat(reading.warnings())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Line 2", "hides"),
                        second -> assertThat(second).contains("Line 3", "domain"),
                        third -> assertThat(third).contains("Line 4", "banish"));
    }

    @Test
    void readsAListUpToItsLimits() {
        var names = new StringBuilder();
        for (int line = 0; line <= PolicyCsv.MAX_ROWS; line++) {
            names.append('h').append(line).append(".example\n");
        }
        var reading = PolicyCsv.read(names.toString());
        assertThat(reading.policies()).hasSize(PolicyCsv.MAX_ROWS);
        assertThat(reading.warnings()).hasSize(1);
        assertThat(PolicyCsv.read("a".repeat(PolicyCsv.MAX_CHARACTERS + 1)).policies())
                .isEmpty();
    }

    @Test
    void noCellBeginsAFormula() {
        var csv = PolicyCsv.write(List.of(policy("a.example", Severity.SUSPEND, "=HYPERLINK(\"x\")")));
        assertThat(csv).contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Property(tries = 300)
    void readsWhatItWrites(@ForAll("lists") List<DomainPolicy> policies) {
        var reading = PolicyCsv.read(PolicyCsv.write(policies));
        assertThat(reading.policies()).containsExactlyElementsOf(policies);
        assertThat(reading.warnings()).isEmpty();
    }

    @Provide
    Arbitrary<List<DomainPolicy>> lists() {
        var names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(labels -> labels.stream().collect(Collectors.joining(".")));
        var comments = Arbitraries.strings()
                .withChars("ab =+-@'\",\n;é")
                .ofMaxLength(20)
                .map(String::strip)
                // A mark that guards against formulas is taken off again.
                .filter(comment -> !comment.matches("(?s)'[=+@-].*"));
        var flags = Arbitraries.of(true, false);
        return Combinators.combine(names, Arbitraries.of(Severity.values()), flags, flags, comments, flags)
                .as((name, severity, media, reports, comment, obfuscate) ->
                        new DomainPolicy(new DomainName(name), severity, media, reports, comment, obfuscate))
                .list()
                .ofMaxSize(12)
                .uniqueElements(DomainPolicy::domain);
    }

    @FuzzTest
    void neverThrowsForWhatAListHolds(byte[] bytes) {
        var reading = PolicyCsv.read(new String(bytes, StandardCharsets.UTF_8));
        assertThat(reading.policies()).doesNotContainNull();
    }
}
