// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

/** What the river sounds like: water, a soft chord that breathes, and now and then a bell. Made by FFmpeg itself. */
final class Soundscape {

    /** Brown noise without its lows and highs, which swells slowly. */
    private static final String WATER =
            "anoisesrc=color=brown:amplitude=0.5:sample_rate=48000,highpass=f=180,lowpass=f=900,tremolo=f=0.13:d=0.5,volume=0.5";

    /** D, A and E: no third, so neither merry nor sad. */
    private static final String CHORD = "aevalsrc='"
            + "0.035*sin(2*PI*146.83*t)*(0.6+0.4*sin(0.31*t))"
            + "+0.028*sin(2*PI*220.00*t)*(0.6+0.4*sin(0.23*t+2))"
            + "+0.020*sin(2*PI*329.63*t)*(0.5+0.5*sin(0.17*t+4))':s=24000";

    /** Five notes of one scale, each on a beat of its own, so that the tune never comes again. */
    private static final String BELLS = "aevalsrc='" + bell(587.33, 7.3, 0.0) + "+" + bell(659.26, 11.9, 3.1) + "+"
            + bell(880.00, 13.7, 6.2) + "+" + bell(987.77, 17.1, 9.4) + "+" + bell(1174.66, 23.9, 12.8)
            + "':s=24000,aecho=0.8:0.6:330|510:0.3|0.2";

    static final String LAVFI = WATER + "[water];" + CHORD + ",aresample=48000[chord];" + BELLS
            + ",aresample=48000[bells];[water][chord][bells]amix=inputs=3:normalize=0,volume=2.2,aformat=channel_layouts=stereo";

    private Soundscape() {}

    /** A struck note: quick to come, slow to go. */
    private static String bell(double hertz, double everySeconds, double offsetSeconds) {
        String since = "mod(t+%s,%s)".formatted(offsetSeconds, everySeconds);
        return "0.06*sin(2*PI*%s*t)*exp(-1.6*%s)*(1-exp(-60*%s))".formatted(hertz, since, since);
    }
}
