-- Files of approved payment batches on their way to the bank's folder. Kept when read models are rebuilt: a file that went
-- out once is not sent again.
CREATE TABLE bank_file (
    message text PRIMARY KEY,
    programme text NOT NULL,
    batch integer NOT NULL,
    written_at timestamptz
);
