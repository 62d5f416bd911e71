// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is written in a post: what is left is harmless, also when it is read a second time. */
final class HtmlFuzzTest {

    private final HtmlSanitizer sanitizer = new HtmlSanitizer();

    @FuzzTest(maxDuration = "60s")
    void leavesOnlyWhatIsHarmless(FuzzedDataProvider post) {
        HarmlessHtml.assertHarmless(sanitizer.sanitize(post.consumeRemainingAsString()));
    }
}
