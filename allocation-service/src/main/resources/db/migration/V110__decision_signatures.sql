-- Who prepared and who decided, by name: an issued decision keeps them, as the law demands (2017:900, 31 §), also when a
-- person is erased elsewhere. Kept when the decision is issued; no log holds names.
CREATE TABLE decision_signature (
    programme text NOT NULL,
    decision integer NOT NULL,
    prepared_by text NOT NULL,
    decided_by text NOT NULL,
    PRIMARY KEY (programme, decision)
);
