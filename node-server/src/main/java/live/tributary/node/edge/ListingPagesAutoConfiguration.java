// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.fediverse.Addresses;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.DirectoryWatch;
import live.tributary.node.listing.ListingAutoConfiguration;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.Vouching;
import live.tributary.node.roster.Roster;
import live.tributary.web.page.Frame;

/** Wires the page of the studio about directories. */
@AutoConfiguration(after = {ListingAutoConfiguration.class, StudioPagesAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnBean({Listings.class, Studio.class})
public final class ListingPagesAutoConfiguration {

    @Bean
    Frame.Part listingPart() {
        return Frame.Part.LISTING;
    }

    @Bean
    ListingPages listingPages(
            Listings listings,
            Directories directories,
            DirectoryWatch watch,
            Vouching vouching,
            Roster roster,
            Airs airs,
            Addresses addresses,
            InstantSource clock) {
        return new ListingPages(listings, directories, watch, vouching, roster, airs, addresses, clock);
    }

    @Bean
    ListingController listingController(
            Listings listings, Directories directories, ListingPages pages, Studio studio, InstantSource clock) {
        return new ListingController(listings, directories, pages, studio, clock);
    }

    @Bean
    VouchController vouchController(Listings listings, Vouching vouching, ListingPages pages, Studio studio) {
        return new VouchController(listings, vouching, pages, studio);
    }
}
