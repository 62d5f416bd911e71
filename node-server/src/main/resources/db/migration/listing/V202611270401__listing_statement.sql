-- Where a directory that took the team off gives its reasons: for the team alone. Empty where it names no such place.
ALTER TABLE listing.directory ADD COLUMN statement text NOT NULL DEFAULT '' CHECK (octet_length(statement) <= 2000);
