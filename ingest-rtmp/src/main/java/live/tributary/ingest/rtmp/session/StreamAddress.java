// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.ingest.rtmp.StreamKeyText;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a publisher wants to go, from what {@code connect} and {@code publish} say. People put the key wherever their
 * software has a field for it: as the stream name, behind a question mark, or as one long address.
 *
 * @param app the application, without key: safe to log
 */
record StreamAddress(String app, StreamKeyText key) {
    private static final String KEY_PREFIX = "sk_";

    /**
     * Cuts out the key: one that looks like a key wins, in the order of the candidates below; else the first that is not
     * empty, so that a wrong key can be told from none.
     */
    static StreamAddress parse(String app, String name) {
        Text appText = Text.of(app);
        Text nameText = Text.of(name);
        List<String> appPath = appText.path();
        List<String> candidates = Stream.of(
                        nameText.keyParameter(),
                        appText.keyParameter(),
                        last(nameText.path()),
                        last(appPath.subList(Math.min(1, appPath.size()), appPath.size())),
                        last(appPath).filter(StreamAddress::looksLikeKey))
                .flatMap(Optional::stream)
                .toList();
        String key = candidates.stream()
                .filter(StreamAddress::looksLikeKey)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElse("");
        String appName = appPath.isEmpty() || looksLikeKey(appPath.getFirst()) ? "" : appPath.getFirst();
        return new StreamAddress(appName, new StreamKeyText(key));
    }

    private static boolean looksLikeKey(String text) {
        return text.startsWith(KEY_PREFIX);
    }

    private static Optional<String> last(List<String> path) {
        return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
    }

    /** A path and a query, as in a URL. */
    private record Text(List<String> path, List<String> parameters) {
        private static final String KEY_PARAMETER = "key=";

        static Text of(String text) {
            int question = text.indexOf('?');
            String path = question < 0 ? text : text.substring(0, question);
            String query = question < 0 ? "" : text.substring(question + 1);
            return new Text(split(path, "/"), split(query, "&"));
        }

        private static List<String> split(String text, String separator) {
            return Arrays.stream(text.split(separator))
                    .filter(part -> !part.isEmpty())
                    .map(Text::decode)
                    .toList();
        }

        Optional<String> keyParameter() {
            return parameters.stream()
                    .filter(parameter -> parameter.startsWith(KEY_PARAMETER))
                    .map(parameter -> parameter.substring(KEY_PARAMETER.length()))
                    .findFirst();
        }

        /** Percent signs once; a plus is a plus. What is no valid escape is left as it came. */
        private static String decode(String text) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
            } catch (IllegalArgumentException notEscaped) {
                return text;
            }
        }
    }
}
