-- What is said of a broadcast besides its title: of the one on air, and on the channel of the next one.
ALTER TABLE broadcast.channel
    ADD COLUMN description text    NOT NULL DEFAULT '',
    -- BCP 47; empty where nothing is said.
    ADD COLUMN language    text    NOT NULL DEFAULT '',
    -- PeerTube's number; 0 where nothing is said.
    ADD COLUMN category    integer NOT NULL DEFAULT 0,
    -- Words with a space between them.
    ADD COLUMN tags        text    NOT NULL DEFAULT '',
    -- What viewers should know before they look; empty where there is nothing to warn of.
    ADD COLUMN warning     text    NOT NULL DEFAULT '';

ALTER TABLE broadcast.broadcast
    ADD COLUMN description text    NOT NULL DEFAULT '',
    ADD COLUMN language    text    NOT NULL DEFAULT '',
    ADD COLUMN category    integer NOT NULL DEFAULT 0,
    ADD COLUMN tags        text    NOT NULL DEFAULT '',
    ADD COLUMN warning     text    NOT NULL DEFAULT '';
