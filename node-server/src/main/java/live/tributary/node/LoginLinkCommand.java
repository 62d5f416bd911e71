// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import live.tributary.node.accounts.Account;
import live.tributary.node.accounts.Accounts;
import live.tributary.node.accounts.AccountsAutoConfiguration;
import live.tributary.node.accounts.LoginLinks;
import live.tributary.node.database.DatabaseAutoConfiguration;
import live.tributary.node.database.DatabaseException;
import live.tributary.node.instance.InstanceAutoConfiguration;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.KernelAutoConfiguration;

/** Prints a link that signs the owner in once: for an owner who lost the password and can reach the machine.
 *  <p>A program beside the node, with the same settings: it writes one row into the database of the node that runs. */
final class LoginLinkCommand {

    static final String NAME = "login-link";

    private LoginLinkCommand() {}

    /** Writes the link, or one sentence that says why not.
     *  @return the exit code: 0 where a link was printed */
    static int run(String[] settings, PrintStream out, PrintStream complaints) {
        try (var context = start(settings)) {
            var owner = context.getBean(Accounts.class).owner();
            if (owner.isEmpty()) {
                complaints.println("This node has no owner yet: open the claim link that its log shows.");
                return 1;
            }
            print(context, owner.get(), out);
            return 0;
        } catch (RuntimeException failure) {
            complaints.println(sentence(failure));
            return 1;
        }
    }

    private static void print(ConfigurableApplicationContext context, Account owner, PrintStream out) {
        var link = context.getBean(LoginLinks.class).issue(Actor.SYSTEM, owner.id());
        out.printf("Signs in %s, once, until %s:%n%s%n", owner.handle(), link.expiresAt(), link.address());
    }

    private static ConfigurableApplicationContext start(String[] settings) {
        var quiet = new ArrayList<>(List.of(settings));
        quiet.addAll(List.of(
                "--tributary.database.start=false",
                "--spring.main.log-startup-info=false",
                "--spring.datasource.hikari.maximum-pool-size=1",
                "--logging.level.root=off"));
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(quiet.toArray(String[]::new));
    }

    private static String sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                return database.sentence();
            }
        }
        return "Cannot make a login link: " + failure.getMessage();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        KernelAutoConfiguration.class,
        DatabaseAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        InstanceAutoConfiguration.class,
        AccountsAutoConfiguration.class
    })
    static class Parts {}
}
