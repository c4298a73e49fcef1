package se.statsbidrag.allocation.domain.ledger;

import java.time.LocalDate;
import java.util.List;

/** Why an act on a claim is refused. Amounts are whole kronor. */
public sealed interface ClaimRefusal {
    /** The programme has no such recipient. */
    record NoSuchRecipient(String recipient) implements ClaimRefusal {}

    /** The programme's definition has no such ground. */
    record NoSuchGround(String ground, List<String> grounds) implements ClaimRefusal {}

    /** It is not above 0, or where that may be, below 0. */
    record NoAmount(String field, long amount) implements ClaimRefusal {}

    /** More than was paid to the recipient and is not claimed already. */
    record AbovePaid(long amount, long left) implements ClaimRefusal {}

    /** More than was decided above what the plan gives now. */
    record AboveOverpaid(long amount, long overpaid) implements ClaimRefusal {}

    /** The act does not fit what has become of the claim. */
    record NotNow(ClaimState state) implements ClaimRefusal {}

    /** The recipient needs more time to answer. */
    record TooSoon(LocalDate answerBy, LocalDate earliest) implements ClaimRefusal {}

    /** The recipient may still answer. */
    record AnswerAwaited(LocalDate answerBy) implements ClaimRefusal {}

    /** What is claimed and what is waived are not the proposed amount. */
    record SumDiffers(long sum, long amount) implements ClaimRefusal {}

    /** The programme's definition knows no waiver. */
    record NoWaiver(long waived) implements ClaimRefusal {}

    /** The last day to pay is not after the invoice's. */
    record DueTooSoon(LocalDate due, LocalDate earliest) implements ClaimRefusal {}

    /** More than is left of the claim. */
    record AboveLeft(long amount, long left) implements ClaimRefusal {}

    /** The day has not come. */
    record DayAhead(LocalDate day) implements ClaimRefusal {}

    /** The reference counted already, with other contents. */
    record ReferenceUsed(String reference) implements ClaimRefusal {}
}
