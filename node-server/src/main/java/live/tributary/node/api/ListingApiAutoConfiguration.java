// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.kernel.ConditionalOnFeature;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.ListingAutoConfiguration;
import live.tributary.node.listing.Listings;
import live.tributary.node.roster.Roster;

/** Wires the part of the API about directories. */
@AutoConfiguration(after = ListingAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnFeature("studio")
@ConditionalOnBean(Listings.class)
public final class ListingApiAutoConfiguration {

    @Bean
    ListingApiController listingApiController(
            Listings listings, Directories directories, Roster roster, InstantSource clock) {
        return new ListingApiController(listings, directories, roster, clock);
    }
}
