// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.nio.file.Path;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.codec.CodedPicture;
import live.tributary.transcoder.codec.CodedPicture.Entry;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.GroupsOfPictures;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

final class GroupWatchTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "-c:v libx264 -preset ultrafast -bf 2 -g 10 -x264-params open-gop=1:scenecut=0, OPEN",
        "-c:v libx264 -preset ultrafast -bf 2 -g 10 -x264-params open-gop=0:scenecut=0, CLOSED",
        "-c:v libx265 -preset veryfast -bf 3 -g 10 -x265-params open-gop=1:scenecut=0:log-level=error, OPEN",
        "-c:v libx265 -preset ultrafast -bf 2 -g 10 -x265-params open-gop=0:scenecut=0:log-level=error, CLOSED",
        "-c:v libx265 -preset ultrafast -bf 0 -g 10 -x265-params open-gop=1:scenecut=0:log-level=error, CLOSED"
    })
    void tellsByThePicturesOfRealEncoders(String options, GroupsOfPictures groups) throws Exception {
        var watch = new GroupWatch();
        assertThat(watch.groups()).isEqualTo(GroupsOfPictures.UNKNOWN);
        var known = new ArrayList<VideoConfig>();
        for (var input :
                Clip.make(folder, "25", "-t 2 -an -pix_fmt yuv420p " + options).inputs()) {
            if (input instanceof TrackConfiguration configuration) {
                known.add((VideoConfig) CodecConfig.parse(configuration, StreamHints.NONE));
            } else if (input instanceof AccessUnit unit) {
                watch.saw(CodedPicture.of(known.getLast(), unit.data(), unit.keyFrame()));
            }
        }
        assertThat(watch.groups()).isEqualTo(groups);
    }

    @Test
    void believesEightClosedGroupsInARow() throws Exception {
        var clip = Clip.make(folder, "25", "-t 0.2 -an -pix_fmt yuv420p -c:v libx264 -preset ultrafast");
        var configuration = clip.inputs().stream()
                .filter(TrackConfiguration.class::isInstance)
                .map(TrackConfiguration.class::cast)
                .findFirst()
                .orElseThrow();
        var config = (VideoConfig) CodecConfig.parse(configuration, StreamHints.NONE);
        var recovery = new CodedPicture(new byte[1], Entry.RECOVERY, config, true, false);
        var idr = new CodedPicture(new byte[1], Entry.SYNC, config, false, false);
        var between = new CodedPicture(new byte[1], Entry.NONE, config, false, false);
        var watch = new GroupWatch();
        watch.saw(recovery);
        for (int i = 0; i < 7; i++) {
            watch.saw(idr);
            watch.saw(between);
        }
        assertThat(watch.groups()).isEqualTo(GroupsOfPictures.OPEN);
        watch.saw(idr);
        assertThat(watch.groups()).isEqualTo(GroupsOfPictures.CLOSED);
    }
}
