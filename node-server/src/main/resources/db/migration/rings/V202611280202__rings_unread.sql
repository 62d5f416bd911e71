-- What was never read says nothing of when it changed: the first list of members is newer than nothing.
UPDATE rings.ring SET updated_at = 'epoch' WHERE NOT hosted AND signed = '';
-- A host whose clock ran ahead is heard again now, and not when its date has come.
UPDATE rings.ring SET updated_at = now() WHERE NOT hosted AND updated_at > now();
