-- Decisions of claims are numbered for themselves and keep their names in the same way: what a decision is about belongs to
-- its key.
ALTER TABLE decision_signature ADD COLUMN kind text NOT NULL DEFAULT 'PAYOUT';
ALTER TABLE decision_signature DROP CONSTRAINT decision_signature_pkey;
ALTER TABLE decision_signature ADD PRIMARY KEY (programme, kind, decision);
