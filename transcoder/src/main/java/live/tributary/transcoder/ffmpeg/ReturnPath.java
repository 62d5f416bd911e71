// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.ffmpeg.EncoderPause.Cause;
import live.tributary.transcoder.flv.FlvException;
import live.tributary.transcoder.flv.FlvReader;
import live.tributary.transcoder.flv.FlvTag;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * The way back of one rendition: what the child sends, with the broadcast's time put on again. Not trusted: it must be
 * FLV of the right kind, of times that were sent, and not much more of it than was asked for.
 */
final class ReturnPath {

    private static final Logger log = LoggerFactory.getLogger(ReturnPath.class);

    /** AAC begins a unit or two before its first sound and ends as much behind its last. */
    private static final long TOLERANCE_MILLIS = 500;

    private final RenditionName name;
    private final RunPlan plan;
    private final Flow flow;
    private final ReturnAllowance allowance;
    private final EncoderListener listener;
    private final Consumer<EncoderPause> onFault;
    private final Pace pace = new Pace();
    private volatile long firstMillis = Long.MAX_VALUE;
    private volatile long newestMillis = Long.MIN_VALUE;
    private volatile long returnedNanos;

    /** @param bitsPerSecond the rate that its encoder was told to hold */
    ReturnPath(
            RenditionName name,
            int bitsPerSecond,
            RunPlan plan,
            Flow flow,
            EncoderListener listener,
            Consumer<EncoderPause> onFault) {
        this.name = name;
        this.plan = plan;
        this.flow = flow;
        this.allowance = new ReturnAllowance(bitsPerSecond, plan.startMillis());
        this.listener = listener;
        this.onFault = onFault;
    }

    /**
     * Reads until the child ends. Blocks.
     *
     * @param before done when the run before this one gives nothing more to the listener
     */
    void readFrom(ReturnSocket socket, CompletableFuture<Void> before) {
        try (var in = socket.accept()) {
            before.join();
            var reader = new FlvReader(in);
            for (var tag = reader.next(); tag.isPresent(); tag = reader.next()) {
                deliver(tag.get());
            }
        } catch (FlvException notOurs) {
            onFault.accept(new EncoderPause(Cause.GARBAGE, "%s: %s".formatted(name, notOurs.getMessage())));
        } catch (IOException _) {
            // The child is gone, or never came; whoever watches it knows more.
        } catch (RuntimeException fault) {
            log.error("what came back of {} was not taken", name, fault);
            onFault.accept(new EncoderPause(Cause.GARBAGE, "%s was not taken: %s".formatted(name, fault)));
        }
    }

    private void deliver(FlvTag tag) throws FlvException {
        if (isSound(tag) != name.equals(RenditionName.AAC)) {
            throw new FlvException("pictures where sound belongs, or the other way round");
        }
        allowance.take(bytes(tag), sentMillis());
        switch (tag) {
            case FlvTag.Configuration configuration ->
                listener.onConfiguration(
                        name, new TrackConfiguration(0, configuration.codec(), configuration.record()));
            case FlvTag.Picture(long millis, var _, int offset, boolean key, byte[] data) -> {
                long shown = checked(plan.baseMillis() + millis + offset);
                pace.returned(shown, flow, System.nanoTime());
                listener.onPicture(name, new EncodedPicture(shown, key, data));
            }
            case FlvTag.Sound(long millis, var _, byte[] data) ->
                listener.onSound(name, new EncodedSound(checked(plan.baseMillis() + millis), data));
        }
    }

    private static boolean isSound(FlvTag tag) {
        return switch (tag) {
            case FlvTag.Configuration configuration -> configuration.codec() instanceof AudioCodec;
            case FlvTag.Picture _ -> false;
            case FlvTag.Sound _ -> true;
        };
    }

    private static int bytes(FlvTag tag) {
        return switch (tag) {
            case FlvTag.Configuration configuration -> configuration.record().length;
            case FlvTag.Picture picture -> picture.data().length;
            case FlvTag.Sound sound -> sound.data().length;
        };
    }

    /** The child may answer before the write that it answers has returned here: what was offered counts. */
    private long sentMillis() {
        return Math.max(flow.offeredMillis(), flow.writtenMillis());
    }

    private long checked(long millis) throws FlvException {
        long latest = sentMillis();
        if (millis < plan.startMillis() - Feed.LEAD_MILLIS || millis - TOLERANCE_MILLIS > latest) {
            throw new FlvException("a time %d ms behind all that was sent".formatted(millis - latest));
        }
        firstMillis = Math.min(firstMillis, millis);
        newestMillis = Math.max(newestMillis, millis);
        returnedNanos = System.nanoTime();
        return millis;
    }

    RenditionName name() {
        return name;
    }

    boolean begun() {
        return newestMillis != Long.MIN_VALUE;
    }

    /** The newest that came back; {@code Long.MIN_VALUE} before the first. */
    long newestMillis() {
        return newestMillis;
    }

    /** Media time that came back. */
    Duration returned() {
        return begun() ? Duration.ofMillis(newestMillis - firstMillis) : Duration.ZERO;
    }

    Duration lag() {
        long from = begun() ? newestMillis : plan.startMillis();
        long to = flow.offeredMillis();
        return to > from ? Duration.ofMillis(to - from) : Duration.ZERO;
    }

    double speed() {
        return pace.speed();
    }

    /** How long it is fed by now without giving anything back. */
    Duration silence(long nowNanos) {
        long flowing = flow.flowingNanos(nowNanos);
        return Duration.ofNanos(begun() ? Math.min(flowing, nowNanos - returnedNanos) : flowing);
    }
}
