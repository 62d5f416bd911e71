// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.List;

/**
 * What makes H.264 of the pictures of a rung. All are told to make no picture that needs a later one, to hold none back,
 * and to set key frames only where they are told.
 */
public enum VideoCoder {

    /** The processor. {@code scenecut=0} and a far key frame interval, or x264 would set key frames of its own. */
    X264(
            "",
            "format=yuv420p",
            "-c:v libx264 -preset veryfast -tune zerolatency -profile:v high -threads 1"
                    + " -x264-params scenecut=0:keyint=600"),

    /** Nvidia. Never tried: no such card was at hand. */
    NVENC(
            "",
            "format=yuv420p",
            "-c:v h264_nvenc -preset p4 -tune ull -zerolatency 1 -delay 0 -profile:v high -bf 0"
                    + " -no-scenecut 1 -forced-idr 1 -g 600"),

    /** Intel and AMD by VA-API. Never tried. */
    VAAPI(
            "-vaapi_device /dev/dri/renderD128",
            "format=nv12,hwupload",
            "-c:v h264_vaapi -async_depth 1 -profile:v high -bf 0 -idr_interval 0 -g 600"),

    /** Intel Quick Sync. Never tried. */
    QSV("", "format=nv12", "-c:v h264_qsv -preset veryfast -async_depth 1 -profile:v high -bf 0 -forced_idr 1 -g 600");

    private final String globalArguments;
    private final String filter;
    private final String arguments;

    VideoCoder(String globalArguments, String filter, String arguments) {
        this.globalArguments = globalArguments;
        this.filter = filter;
        this.arguments = arguments;
    }

    /** Before the input. */
    List<String> globalArguments() {
        return globalArguments.isEmpty() ? List.of() : List.of(globalArguments.split(" "));
    }

    /** The last filters before the encoder. Eight bits always: no browser is sure to play more in H.264. */
    String filter() {
        return filter;
    }

    List<String> arguments() {
        return List.of(arguments.split(" "));
    }
}
