// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import live.tributary.node.team.Hue;

/**
 * The drawing that stands for an actor elsewhere, in the colours that pages give its team: there is no picture to hand in
 * yet. No letters, since a server may have no font. Its address says all that is drawn, so that a new colour is a new
 * address: others fetch a picture once.
 *
 * @param size of each side in pixels
 */
record ActorPicture(Motif motif, Hue hue, int size) {

    static final String PATH = "/ap/pictures/";
    static final String MEDIA_TYPE = "image/jpeg";

    /** In ascending order: Lemmy takes the last. */
    static final List<Integer> SIZES = List.of(96, 400);

    private static final Pattern NAME = Pattern.compile("(node|team|person)-([0-9]{1,3})-([0-9]{2,3})\\.jpg");
    private static final int DRAWN_SIZE = 400;

    /** What is drawn. */
    enum Motif {
        NODE,
        TEAM,
        PERSON
    }

    static Stream<ActorPicture> of(Motif motif, Hue hue) {
        return SIZES.stream().map(size -> new ActorPicture(motif, hue, size));
    }

    /** Empty where there is no such picture. */
    static Optional<ActorPicture> named(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var motif = Motif.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        var size = Integer.parseInt(parts.group(3));
        return Hue.parse(parts.group(2))
                .map(hue -> new ActorPicture(motif, hue, size))
                .filter(picture ->
                        SIZES.contains(picture.size) && picture.name().equals(name));
    }

    String path() {
        return PATH + name();
    }

    private String name() {
        return "%s-%d-%d.jpg".formatted(motif.name().toLowerCase(Locale.ROOT), hue.degrees(), size);
    }

    byte[] paint() {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.scale((double) size / DRAWN_SIZE, (double) size / DRAWN_SIZE);
            switch (motif) {
                case NODE, TEAM -> streams(graphics);
                case PERSON -> person(graphics);
            }
        } finally {
            graphics.dispose();
        }
        return StillPicture.jpeg(image);
    }

    /** Three that join, on the ground of a team's mark. */
    private void streams(Graphics2D graphics) {
        var light = Oklch.color(0.56, 0.13, hue.degrees());
        var dark = Oklch.color(0.42, 0.12, hue.degrees() + 18);
        graphics.setPaint(new GradientPaint(0, 0, light, DRAWN_SIZE, DRAWN_SIZE, dark));
        graphics.fillRect(0, 0, DRAWN_SIZE, DRAWN_SIZE);
        graphics.setColor(Color.WHITE);
        for (int stream = -1; stream <= 1; stream++) {
            var x = new int[] {200 + stream * 90 - 12, 200 + stream * 90 + 12, 212, 188};
            graphics.fillPolygon(x, new int[] {100, 100, 240, 240}, x.length);
        }
        graphics.fillRect(188, 240, 24, 64);
    }

    /** Head and shoulders, on the ground of a face. */
    private void person(Graphics2D graphics) {
        graphics.setColor(Oklch.color(0.82, 0.07, hue.degrees()));
        graphics.fillRect(0, 0, DRAWN_SIZE, DRAWN_SIZE);
        graphics.setColor(Oklch.color(0.42, 0.12, hue.degrees()));
        graphics.fillOval(132, 88, 136, 136);
        graphics.fillOval(72, 256, 256, 256);
    }
}
