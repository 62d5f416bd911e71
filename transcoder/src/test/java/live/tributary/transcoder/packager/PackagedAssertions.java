// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.ArrayList;
import java.util.List;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.Finding;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.ReadFragment;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.View;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be true of packaged media, whatever was sent. */
final class PackagedAssertions {

    private PackagedAssertions() {}

    static long discontinuities(Recorder recorder) {
        return recorder.playlist(Recorder.SOURCE).segments().stream()
                .filter(MediaPlaylist.Segment::discontinuity)
                .count();
    }

    static long lastEnd(Recorder recorder, PlaylistName name) {
        return recorder.fragments(name).getLast().getLast().end();
    }

    /** A decoder starts anew there, so nothing but a key frame will do. */
    static void assertDiscontinuitiesBeginWithKeyFrames(Recorder recorder) {
        var segments = recorder.playlist(Recorder.SOURCE).segments();
        var fragments = recorder.fragments(Recorder.SOURCE);
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).discontinuity()) {
                assertThat(beginsWithKeyFrame(fragments.get(i)))
                        .as("segment %d", segments.get(i).msn())
                        .isTrue();
            }
        }
    }

    static boolean beginsWithKeyFrame(List<ReadFragment> segment) {
        return segment.getFirst().samples().getFirst().sync();
    }

    static void assertContiguous(Recorder recorder, PlaylistName name, long tolerance) {
        long end = -1;
        for (var fragment :
                recorder.fragments(name).stream().flatMap(List::stream).toList()) {
            if (end >= 0) {
                assertThat(fragment.baseTime()).isBetween(end - tolerance, end + tolerance);
            }
            end = fragment.end();
            assertThat(fragment.samples().stream()
                            .mapToInt(ReadFragment.ReadSample::size)
                            .sum())
                    .isEqualTo(fragment.dataBytes());
        }
    }

    static void assertNeverBackwards(Recorder recorder, PlaylistName name) {
        long end = -1;
        for (var fragment :
                recorder.fragments(name).stream().flatMap(List::stream).toList()) {
            assertThat(fragment.baseTime()).isGreaterThanOrEqualTo(end);
            end = fragment.end();
        }
    }

    static void assertRulesHold(Recorder recorder, Allowance... allowed) {
        var rules = new PlaylistRules(allowed);
        var findings = new ArrayList<Finding>(rules.check(recorder.text(Recorder.SOURCE)));
        findings.addAll(rules.check(recorder.text(Recorder.JOINED)));
        if (recorder.has(Recorder.AUDIO)) {
            findings.addAll(rules.check(recorder.text(Recorder.AUDIO)));
        }
        assertThat(findings).as(recorder.master(View.CANONICAL)).isEmpty();
    }
}
