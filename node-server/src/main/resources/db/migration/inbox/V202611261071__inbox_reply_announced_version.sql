-- Which version was passed on: the same one is not passed on again when it is hidden and shown again.
ALTER TABLE inbox.reply ADD COLUMN announced_version bytea;
