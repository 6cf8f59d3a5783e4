-- What people answer, so that it can be read later, and the days that figures are read from.

-- STOP, START or HELP where the carrier tells us how it took a text.
ALTER TABLE inbound_text ADD COLUMN carrier_says text;
CREATE INDEX inbound_text_newest ON inbound_text (received_at DESC, message_sid DESC);
CREATE INDEX inbound_text_waiting ON inbound_text (received_at) WHERE processed_at IS NULL;

-- The codes of the last hundred texts of a person or phone are found by these.
CREATE INDEX reply_code_newest_of_person ON reply_code (person_id, last_used DESC);
CREATE INDEX reply_code_newest_of_address ON reply_code (address, last_used DESC);
