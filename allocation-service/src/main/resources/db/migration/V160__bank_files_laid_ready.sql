-- A file is laid ready beside the folder first, and then given its name there. Once it is laid ready it is not made again:
-- what lies ready is still to be sent, and what no longer does has been.
ALTER TABLE bank_file ADD COLUMN ready_at timestamptz;
UPDATE bank_file SET ready_at = written_at;
