-- How each event's actor had shown who it is: assurance level and method; empty for the system and for older events.
ALTER TABLE log_event ADD COLUMN authentication text NOT NULL DEFAULT '';
