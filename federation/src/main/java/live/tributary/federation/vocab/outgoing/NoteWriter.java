// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

/** A post as its address serves it. */
public final class NoteWriter {

    private NoteWriter() {}

    /** The whole document. */
    public static ObjectNode write(Note note) {
        return Wire.document(Contexts.note(), body(note));
    }

    /** The Note without a context, to stand inside an activity. */
    static ObjectNode body(Note note) {
        var body = Wire.typed("Note")
                .put("id", note.id().toString())
                .put("attributedTo", note.author().toString())
                .put("url", note.page().toString())
                .put("published", Wire.seconds(note.published()));
        if (note.updated().isAfter(note.published())) {
            body.put("updated", Wire.seconds(note.updated()));
        }
        Wire.audience(body, note.audience());
        words(body, note.words());
        body.putArray("attachment").add(picture(note));
        return body;
    }

    private static void words(ObjectNode body, NoteWords words) {
        body.put("content", words.html());
        if (!words.language().equals(Language.UNSAID)) {
            body.putObject("contentMap").put(words.language().tag(), words.html());
        }
        VideoTextWriter.warning(body, words.warning());
        // With #, as everybody writes it in a post.
        var tags = body.putArray("tag");
        words.hashtags()
                .forEach(hashtag -> tags.add(Wire.typed("Hashtag")
                        .put("name", "#" + hashtag.name())
                        .put("href", hashtag.href().toString())));
    }

    private static ObjectNode picture(Note note) {
        var picture = note.picture();
        return Wire.typed("Document")
                .put("mediaType", picture.mediaType())
                .put("url", picture.url().toString())
                .put("name", note.words().pictureText())
                .put("width", picture.width())
                .put("height", picture.height());
    }
}
