// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a rendition as it stands in addresses: 1 to 16 lower-case letters and digits. */
public record RenditionName(String value) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]{1,16}");

    private static final Pattern FURTHER = Pattern.compile("t[0-9]+");

    /** The publisher's own picture, never encoded again. */
    public static final RenditionName SOURCE = new RenditionName("source");

    /** The publisher's own sound. */
    public static final RenditionName AUDIO = new RenditionName("audio");

    /** The publisher's sound once more, in AAC, for browsers that cannot play it as it was sent. */
    public static final RenditionName AAC = new RenditionName("aac");

    public RenditionName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a rendition name: " + value);
        }
    }

    /** A further picture of the publisher's, by its shorter side. An encoder makes none of such a name. */
    public static RenditionName furtherPicture(int side) {
        return new RenditionName("t" + side);
    }

    /** Whether it is as the publisher sends it: it comes and goes with its connections, and not with an encoder. */
    boolean isPublishers() {
        return equals(SOURCE) || equals(AUDIO) || FURTHER.matcher(value).matches();
    }

    /** Reads a name from an address; empty when it does not follow the grammar. */
    public static Optional<RenditionName> parse(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new RenditionName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
