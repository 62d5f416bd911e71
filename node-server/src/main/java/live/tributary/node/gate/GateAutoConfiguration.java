// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import live.tributary.node.accounts.Sessions;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.OpenFiles;

/** Wires what every request passes. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(GateProperties.class)
public final class GateAutoConfiguration {

    @Bean
    LoginCookies loginCookies(GateProperties properties, Sessions sessions) {
        return new LoginCookies(properties.plainHttpLogin(), sessions.idleTime());
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders();
    }

    @Bean
    SizeFilter sizeFilter() {
        return new SizeFilter();
    }

    @Bean
    RateFilter rateFilter(GateProperties properties) {
        return new RateFilter(properties, System::nanoTime);
    }

    @Bean
    VisitorFilter visitorFilter(Sessions sessions, LoginCookies cookies, Scheduler blocking) {
        return new VisitorFilter(sessions, cookies, blocking);
    }

    @Bean
    ClaimFilter claimFilter(Node node, Scheduler blocking) {
        return new ClaimFilter(node::claimed, blocking);
    }

    @Bean
    ForgeryFilter forgeryFilter(Node node) {
        return new ForgeryFilter(Transport.origin(node.link("/")));
    }

    /** Where filters ask what may block: the virtual threads that run the controllers. */
    @Bean(destroyMethod = "dispose")
    Scheduler blocking(AsyncTaskExecutor applicationTaskExecutor) {
        return Schedulers.fromExecutor(applicationTaskExecutor);
    }

    @Bean
    NettyServerCustomizer httpLimits(GateProperties properties) {
        return new HttpLimits(new TrustedProxies(properties.trustedProxies()), properties.requestHeadTime());
    }

    @Bean
    FrontAnswers frontAnswers(List<FrontRoute> routes) {
        return new FrontAnswers(routes);
    }

    @Bean
    NettyServerCustomizer frontDoor(GateProperties properties, FrontAnswers front) {
        return new FrontDoor(properties.requestHeadTime(), front, OpenFiles.ofProcess());
    }

    @Bean
    PlainHttpWarning plainHttpWarning(ServerProperties server) {
        return new PlainHttpWarning(server);
    }

    @Bean
    WebFluxConfigurer gateConfigurer() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new VisitorArgument());
            }

            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.defaultCodecs().maxInMemorySize(SizeFilter.MAX_INBOX_BYTES);
            }
        };
    }
}
