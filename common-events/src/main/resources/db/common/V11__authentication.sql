-- As in log_event.
ALTER TABLE inbox_event ADD COLUMN authentication text NOT NULL DEFAULT '';
