// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.List;

import live.tributary.node.fairturn.Exposure;

/** Where visitors end up, and how happy they are there: not by lot, but by how likely each card of their page is. */
final class Landings {

    private double visits;
    private double onSmall;
    private double exposure;
    private double exposureOfSmall;
    private final double[] happiness = new double[2];
    private final double[] sessions = new double[2];

    void add(Visitor visitor, List<SimGroup> page) {
        double all = 0;
        double small = 0;
        double happy = 0;
        for (int i = 0; i < page.size(); i++) {
            var group = page.get(i);
            double seen = Exposure.at(i + 1);
            double likely = seen * visitor.liking(group);
            all += likely;
            small += group.isSmall() ? likely : 0;
            happy += likely * visitor.happiness(group);
            exposure += seen;
            exposureOfSmall += group.isSmall() ? seen : 0;
        }
        if (all > 0) {
            visits++;
            onSmall += small / all;
            int kind = visitor.hasInterest() ? 1 : 0;
            happiness[kind] += happy / all;
            sessions[kind]++;
        }
    }

    /** The share of visits that land on a stream of fewer than ten viewers. */
    double smallShare() {
        return onSmall / visits;
    }

    double smallExposure() {
        return exposureOfSmall / exposure;
    }

    double happiness(boolean withInterest) {
        int kind = withInterest ? 1 : 0;
        return happiness[kind] / sessions[kind];
    }
}
