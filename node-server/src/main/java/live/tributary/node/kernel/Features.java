// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Which features of this node are on. Filled while the node starts, read from any thread. */
public final class Features {

    private static final String BEAN = "tributaryFeatures";

    private final SortedMap<String, String> reasonsToBeOff = new ConcurrentSkipListMap<>();

    Features() {}

    /** The one of this node; conditions run before any bean exists, so that the first one registers it. */
    static Features of(ConfigurableListableBeanFactory beans) {
        if (!beans.containsSingleton(BEAN)) {
            beans.registerSingleton(BEAN, new Features());
        }
        return beans.getBean(BEAN, Features.class);
    }

    void remember(String feature, String reasonToBeOff) {
        reasonsToBeOff.put(feature, reasonToBeOff);
    }

    /** Names of the features that are on. */
    public SortedSet<String> on() {
        return reasonsToBeOff.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the features that are off, with the reason. */
    public SortedMap<String, String> off() {
        var off = new ConcurrentSkipListMap<>(reasonsToBeOff);
        off.values().removeIf(String::isEmpty);
        return off;
    }
}
