// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps what it hears. May be read from any thread. */
public final class Recording implements MediaListener {
    private final List<MediaTag> tags = new CopyOnWriteArrayList<>();
    private final List<PublicationEnd> ends = new CopyOnWriteArrayList<>();

    @Override
    public void onTag(MediaTag tag) {
        tags.add(tag);
    }

    @Override
    public void onEnd(PublicationEnd end) {
        ends.add(end);
    }

    public List<MediaTag> tags() {
        return tags;
    }

    /** Those of one kind, in order. */
    public <T extends MediaTag> List<T> tags(Class<T> kind) {
        return tags.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Every end that was told: a good server tells one. */
    public List<PublicationEnd> ends() {
        return ends;
    }

    public Optional<PublicationEnd.Kind> endKind() {
        return ends.stream().map(PublicationEnd::kind).findFirst();
    }
}
