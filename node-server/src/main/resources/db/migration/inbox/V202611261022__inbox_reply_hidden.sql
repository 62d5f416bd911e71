CREATE INDEX reply_hidden ON inbox.reply (team, received_at) WHERE state = 'HIDDEN';
