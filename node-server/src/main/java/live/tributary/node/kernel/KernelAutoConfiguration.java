// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.InstantSource;

import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** The clock and the data directory that every module is handed, and the one line about what is switched off. */
@AutoConfiguration
@EnableConfigurationProperties(KernelProperties.class)
public final class KernelAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    DataDirectory dataDirectory(KernelProperties properties) {
        return properties.directoryFor(System.getProperty("user.name"));
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> featureReport(ConfigurableListableBeanFactory beans) {
        return _ -> {
            var off = Features.of(beans).off();
            if (!off.isEmpty()) {
                LoggerFactory.getLogger(Features.class).info("switched off: {}", off);
            }
        };
    }
}
