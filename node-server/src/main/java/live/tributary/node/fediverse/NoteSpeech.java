// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;

import live.tributary.federation.delivery.DeliveryClass;

/** Tells the followers of a member of the post beside a broadcast, if there is one. In the caller's transaction. */
final class NoteSpeech {

    /** Mastodon keeps the picture that it finds first: by then there is a real one. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final SayingStore sayings;
    private final Speech speech;
    private final Duration titlePause;

    NoteSpeech(SayingStore sayings, Speech speech, Duration titlePause) {
        this.sayings = sayings;
        this.speech = speech;
        this.titlePause = titlePause;
    }

    void begin(AnnouncedVideo video) {
        if (video.noted()) {
            say(video, Verb.CREATE_NOTE, DeliveryClass.LIVE, PAUSE);
        }
    }

    /** What is waiting to be said will say the newest. */
    void change(AnnouncedVideo video) {
        var waits = sayings.isDue(Verb.CREATE_NOTE, video.id()) || sayings.isDue(Verb.UPDATE_NOTE, video.id());
        if (video.noted() && !waits) {
            say(video, Verb.UPDATE_NOTE, DeliveryClass.LIVE, titlePause);
        }
    }

    /** It stays as it is, and whoever has not heard of it does not hear any more that somebody is live. */
    void end(AnnouncedVideo video) {
        sayings.unsay(Verb.CREATE_NOTE, video.id());
        sayings.unsay(Verb.UPDATE_NOTE, video.id());
    }

    void takeBack(AnnouncedVideo video) {
        if (video.noted()) {
            say(video, Verb.DELETE_NOTE, DeliveryClass.NORMAL, Duration.ZERO);
        }
    }

    private void say(AnnouncedVideo video, Verb verb, DeliveryClass urgency, Duration pause) {
        var followers = Hearers.followersOf(video.author());
        speech.say(video.author(), verb, new Subject.OfVideo(video.id()), followers, urgency, pause);
    }
}
