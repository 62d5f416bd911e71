// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** All that a node says, one example of each, for whoever reads it. */
public final class EmittedDocuments {

    private EmittedDocuments() {}

    /** A name for the report, and the document. */
    public static Stream<Arguments> all() {
        var actors = Examples.actors().map(ActorWriter::write);
        var activities = Examples.activities().map(ActivityWriter::write);
        var objects = Stream.of(
                VideoWriter.write(Examples.onAir()),
                VideoWriter.write(Examples.renamed()),
                VideoWriter.write(Examples.ended()),
                VideoWriter.write(Examples.replay()),
                NoteWriter.write(Examples.note("attempt 12", Examples.START)),
                TombstoneWriter.write(new Tombstone(Examples.onAir().id(), "Video", Examples.START)),
                CollectionWriter.counted(Examples.at("/ap/g/7f3a/followers"), 42),
                CollectionWriter.complete(
                        Examples.at("/ap/g/7f3a/live"), List.of(Examples.onAir().id())),
                RingRollWriter.write(Examples.roll()),
                EventWriter.write(Examples.event()),
                EventWriter.collection(Examples.at("/ap/g/7f3a/events"), List.of(Examples.event())),
                CollectionWriter.paged(Examples.at("/ap/g/7f3a/outbox"), 1, Examples.at("/ap/g/7f3a/outbox/1")),
                CollectionWriter.lastPage(
                        Examples.at("/ap/g/7f3a/outbox/1"),
                        Examples.at("/ap/g/7f3a/outbox"),
                        List.of(ActivityWriter.write(Examples.announce()))));
        return Stream.of(actors, activities, objects)
                .flatMap(documents -> documents)
                .map(document ->
                        arguments(document.path("type").stringValue("") + " " + document.path("id"), document));
    }
}
