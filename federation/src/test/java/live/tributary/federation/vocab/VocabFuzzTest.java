// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.federation.json.JsonBytes;
import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.vocab.ActivityReading.NotUnderstood;
import live.tributary.federation.vocab.ActivityReading.Understood;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever passes the strict reader: it is understood or it is not, and nothing else happens. */
final class VocabFuzzTest {

    private final StrictJson json = new StrictJson(JsonLimits.INBOX);

    @FuzzTest(maxDuration = "60s")
    void readsAnyDocumentAsAnActivityAnActorAndAnObject(byte[] strangersBytes) {
        if (json.read(strangersBytes) instanceof JsonReading.Parsed(var document)) {
            var before = JsonBytes.of(document);
            switch (ActivityReader.read(document)) {
                case Understood(Reject reject) -> assertThat(reject.reason()).hasSizeLessThanOrEqualTo(1_000);
                case Understood(Invite invite) -> assertThat(invite.target()).isNotNull();
                case Understood(Offer offer) -> readFurther(offer);
                case Understood(Travel travel) -> readFurther(travel);
                case Understood(var activity) -> readFurther(activity.envelope());
                case NotUnderstood(var why) -> assertThat(why).isNotEmpty();
            }
            ActorReader.read(document).ifPresent(VocabFuzzTest::readFurther);
            RingRollReader.read(document).ifPresent(VocabFuzzTest::readFurther);
            ObjectReader.read(document).ifPresent(VocabFuzzTest::readFurther);
            RemoteCollection.read(document).ifPresent(collection -> {
                assertThat(collection.objects(3)).hasSizeLessThanOrEqualTo(3);
                assertThat(collection.events(3)).hasSizeLessThanOrEqualTo(3);
            });
            assertThat(JsonBytes.of(HiddenRecipients.removedFrom(document))).hasSizeLessThanOrEqualTo(before.length);
            assertThat(JsonBytes.of(document)).isEqualTo(before);
        }
    }

    private static void readFurther(RemoteActor actor) {
        assertThat(actor.deliveryInbox()).isNotNull();
        assertThat(actor.raids()).isNotNull();
        var listing = actor.listing();
        assertThat(listing.tags()).hasSizeLessThanOrEqualTo(Listing.MOST_TAGS).allMatch(VocabFuzzTest::isTag);
        assertThat(listing.languages()).hasSizeLessThanOrEqualTo(Listing.MOST_LANGUAGES);
        assertThat(listing.labels()).hasSizeLessThanOrEqualTo(Listing.MOST_LABELS);
        assertThat(listing.seats()).hasSizeLessThanOrEqualTo(Listing.MOST_SEATS);
        assertThat(listing.promise().codePointCount(0, listing.promise().length()))
                .isLessThanOrEqualTo(Listing.LONGEST_PROMISE);
        assertThat(listing.listedAt()).allMatch(directory -> listing.admits(directory) || !actor.admits(directory));
    }

    private static void readFurther(RingRoll roll) {
        assertThat(roll.stops()).hasSizeLessThanOrEqualTo(RingRoll.MOST_STOPS);
        assertThat(roll.stewards()).hasSizeLessThanOrEqualTo(RingRoll.MOST_STEWARDS);
        assertThat(roll.charter().codePointCount(0, roll.charter().length()))
                .isLessThanOrEqualTo(RingRoll.LONGEST_CHARTER);
    }

    private static boolean isTag(String word) {
        return ListingTag.parse(word).filter(word::equals).isPresent();
    }

    private static void readFurther(RemoteObject object) {
        object.facts().published();
        if (object instanceof RemoteVideo video) {
            video.since();
            assertThat(video.tags()).hasSizeLessThanOrEqualTo(Listing.MOST_TAGS);
            assertThat(video.labels()).hasSizeLessThanOrEqualTo(Listing.MOST_LABELS);
            video.language();
            assertThat(video.isOnAir() && !video.liveBroadcast() && video.live().isEmpty())
                    .isFalse();
        }
    }

    private static void readFurther(Offer offer) {
        readFurther(offer.envelope());
        TravelOffer.read(offer).ifPresent(travel -> {
            assertThat(travel.size()).isBetween(1, TravelOffer.MOST_IN_A_RAFT);
            assertThat(travel.raft().number()).isBetween(1, Travel.Raft.MOST);
        });
    }

    private static void readFurther(Travel travel) {
        travel.raft().ifPresent(raft -> assertThat(raft.number()).isBetween(1, Travel.Raft.MOST));
        travel.arrived().ifPresent(arrived -> assertThat(arrived).isBetween(0, TravelOffer.MOST_IN_A_RAFT));
    }

    private static void readFurther(Envelope envelope) {
        envelope.published();
        envelope.live();
        envelope.owncast();
        envelope.arrivals();
        envelope.isPublic();
    }
}
