-- Whose the host probably is: whoever owns a domain has any number of hosts. Of older ones it is the host itself.
ALTER TABLE inbox.report ADD COLUMN domain text;
UPDATE inbox.report SET domain = host;
ALTER TABLE inbox.report ALTER COLUMN domain SET NOT NULL;
DROP INDEX inbox.report_host;
CREATE INDEX report_domain ON inbox.report (domain) WHERE closed_at IS NULL;
