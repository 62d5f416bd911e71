// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

final class ConditionalOnFeatureTest {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnFeature("sun")
    static class Sun {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnFeature(value = "moon", needs = "sun")
    static class Moon {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnFeature(
            value = "tide",
            needs = {"moon", "sun"})
    static class Tide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnFeature(value = "comet", onByDefault = false)
    static class Comet {}

    private final ApplicationContextRunner node =
            new ApplicationContextRunner().withUserConfiguration(Sun.class, Moon.class, Tide.class, Comet.class);

    @Test
    void everythingIsOnThatIsNotOffByDefault() {
        node.run(context -> {
            assertThat(context).hasSingleBean(Tide.class).doesNotHaveBean(Comet.class);
            assertThat(context.getBean(Features.class).on()).containsExactly("moon", "sun", "tide");
            assertThat(context.getBean(Features.class).off()).containsOnlyKeys("comet");
        });
    }

    @Test
    void switchingOneOffSwitchesOffAllThatNeedIt() {
        node.withPropertyValues("tributary.features.sun=false").run(context -> {
            assertThat(context)
                    .doesNotHaveBean(Sun.class)
                    .doesNotHaveBean(Moon.class)
                    .doesNotHaveBean(Tide.class);
            assertThat(context.getBean(Features.class).off())
                    .containsEntry("sun", "tributary.features.sun is off")
                    .containsEntry("moon", "it needs sun, which is off")
                    .containsEntry("tide", "it needs sun, which is off");
        });
    }

    @Test
    void leavesAloneWhatDoesNotNeedIt() {
        node.withPropertyValues("tributary.features.tide=false", "tributary.features.comet=true")
                .run(context -> assertThat(context)
                        .hasSingleBean(Moon.class)
                        .hasSingleBean(Comet.class)
                        .doesNotHaveBean(Tide.class));
    }
}
