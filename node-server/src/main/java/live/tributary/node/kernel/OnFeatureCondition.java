// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides {@link ConditionalOnFeature} and remembers what it decided, and why, in {@link Features}. */
final class OnFeatureCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var feature = metadata.getAnnotations().get(ConditionalOnFeature.class).synthesize();
        var reason = whyOff(context, feature);
        Features.of(Objects.requireNonNull(context.getBeanFactory())).remember(feature.value(), reason.orElse(""));
        return reason.map(ConditionOutcome::noMatch)
                .orElseGet(() -> ConditionOutcome.match("feature " + feature.value() + " is on"));
    }

    private static Optional<String> whyOff(ConditionContext context, ConditionalOnFeature feature) {
        if (!isOn(context, feature.value(), feature.onByDefault())) {
            return Optional.of("tributary.features.%s is off".formatted(feature.value()));
        }
        return Arrays.stream(feature.needs())
                .filter(need -> !isOn(context, need, true))
                .findFirst()
                .map(need -> "it needs %s, which is off".formatted(need));
    }

    private static boolean isOn(ConditionContext context, String feature, boolean byDefault) {
        return context.getEnvironment().getProperty("tributary.features." + feature, Boolean.class, byDefault);
    }
}
