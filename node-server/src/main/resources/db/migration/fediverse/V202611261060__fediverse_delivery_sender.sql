-- Which servers may know the key of a sender.
CREATE INDEX delivery_sender ON fediverse.delivery (sender, host, id DESC) WHERE state IN ('QUEUED', 'ARRIVED');
