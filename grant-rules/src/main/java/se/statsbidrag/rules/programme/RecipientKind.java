package se.statsbidrag.rules.programme;

import se.statsbidrag.rules.value.RecipientCode;

/** Which of the recipients a pot is for, told apart by the form of their official codes. */
public enum RecipientKind {
    /** Two digits. */
    REGIONS(2),
    /** Four digits. */
    MUNICIPALITIES(4);

    private final int digits;

    RecipientKind(int digits) {
        this.digits = digits;
    }

    /** The kind of a recipient. */
    static RecipientKind of(RecipientCode recipient) {
        return REGIONS.includes(recipient) ? REGIONS : MUNICIPALITIES;
    }

    public boolean includes(RecipientCode recipient) {
        return recipient.value().length() == digits;
    }
}
