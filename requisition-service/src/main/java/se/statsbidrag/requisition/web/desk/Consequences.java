package se.statsbidrag.requisition.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.read.ConditionsView;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What an officer's act means in kronor, as far as the definition alone tells: shares and caps. What it means for others
 * follows from the whole plan, which another service computes.
 */
final class Consequences {
    private final Words words;
    private final ProgrammeDefinition definition;
    private final RecipientCode recipient;
    private final ConditionsView conditions;
    private final long shares;

    Consequences(Words words, ProgrammeDefinition definition, RecipientCode recipient, ConditionsView conditions) {
        this.words = words;
        this.definition = definition;
        this.recipient = recipient;
        this.conditions = conditions;
        this.shares = Shares.of(definition).total(recipient);
    }

    /** What the recipient has of each pot, and the most that it can earn where a pot is earned. */
    static List<CasePage.Share> pots(ProgrammeDefinition definition, RecipientCode recipient) {
        Shares shares = Shares.of(definition);
        List<CasePage.Share> pots = new ArrayList<>();
        for (PotDefinition pot : definition.pots()) {
            if (shares.of(pot.id(), recipient) > 0) {
                pots.add(new CasePage.Share(pot.title(), shares.of(pot.id(), recipient), false));
            } else if (pot.key() instanceof AllocationKey.UnitPriceWithCap capped) {
                Long cap = definition.table(capped.caps()).values().get(recipient);
                if (cap != null) {
                    pots.add(new CasePage.Share(pot.title(), cap, true));
                }
            }
        }
        return pots;
    }

    /** What a requisition is about: what it asks for, or all that the programme gives. */
    long amount(@Nullable Long asked) {
        return asked == null ? shares : asked;
    }

    List<String> ofApproval(@Nullable Long asked) {
        List<String> texts = new ArrayList<>();
        if (definition.amountSetBy() == AmountSetBy.PROGRAMME) {
            texts.add(words.say(
                    "Mottagaren får sin andel, " + words.kronor(shares) + ", och tar del i det som tjänas in.",
                    "The recipient gets its share, " + words.kronor(shares) + ", and takes part in what is earned."));
            cap(texts);
        } else {
            texts.add(words.say(
                    "Mottagaren beviljas " + words.kronor(amount(asked)) + " av högst " + words.kronor(shares) + ".",
                    "The recipient is granted " + words.kronor(amount(asked)) + " of at most " + words.kronor(shares)
                            + "."));
            if (amount(asked) < shares) {
                texts.add(words.say(
                        words.kronor(shares - amount(asked)) + " lämnas kvar i potterna.",
                        words.kronor(shares - amount(asked)) + " remains in the pots."));
            }
        }
        if (conditions.paymentBlocked()) {
            texts.add(words.say(
                    "Inget betalas ut förrän de villkor som hindrar utbetalning är uppfyllda.",
                    "Nothing is paid until the conditions that block payment are met."));
        }
        return texts;
    }

    private void cap(List<String> texts) {
        pots(definition, recipient).stream()
                .filter(CasePage.Share::most)
                .forEach(pot -> texts.add(words.say(
                        pot.title() + ": högst " + words.kronor(pot.amount()) + ".",
                        pot.title() + ": at most " + words.kronor(pot.amount()) + ".")));
    }

    List<String> ofReturn(@Nullable Long asked) {
        return List.of(
                words.say(
                        words.kronor(amount(asked))
                                + " hålls av för mottagaren tills rekvisitionen är kompletterad och avgjord."
                                + " Potterna stängs inte före dess.",
                        words.kronor(amount(asked)) + " is reserved until the requisition is completed and decided."
                                + " The pots do not close before that."),
                words.say(
                        "En komplettering i tid behåller ankomsttiden och får efter sista dagen inte höja beloppet.",
                        "A completion in time keeps the time of arrival; after the deadline it may not raise the amount."));
    }

    List<String> ofRejection(@Nullable Long asked) {
        return List.of(
                words.say(
                        "Mottagaren får 0 kr i stället för " + words.kronor(amount(asked)) + ".",
                        "The recipient gets SEK 0 instead of " + words.kronor(amount(asked)) + "."),
                words.say(
                        "Mottagarens hela andel, " + words.kronor(shares)
                                + ", lämnas kvar i potterna. Före sista dagen kan mottagaren rekvirera på nytt.",
                        "The recipient’s whole share, " + words.kronor(shares)
                                + ", remains in the pots. Before the deadline the recipient may requisition anew."));
    }

    /** @param present what is in force beside it; null for nothing */
    List<String> ofAdmission(@Nullable Long asked, boolean besideOne, @Nullable Long present) {
        long now = besideOne ? amount(present) : 0;
        return List.of(
                words.say(
                        "Den gäller som om den kommit i tid: " + words.kronor(amount(asked)) + " i stället för "
                                + words.kronor(now) + ". Sedan väntar den på beslut som andra.",
                        "It counts as one in time: " + words.kronor(amount(asked)) + " instead of " + words.kronor(now)
                                + ". Then it waits for a decision as any."),
                words.say(
                        "Det tas ur det som annars lämnas kvar. Vad det betyder för varje annan mottagare räknas i"
                                + " planen.",
                        "It is taken from what would otherwise remain. What it means for each other recipient is"
                                + " computed in the plan."),
                words.say(
                        "Det krävs två handläggare: den första föreslår, den andra släpper in.",
                        "It takes two officers: the first proposes, the second lets it in."));
    }

    List<String> ofDecline(@Nullable Long asked) {
        return List.of(words.say(
                words.kronor(amount(asked)) + " räknas inte. Den blir kvar i historiken, och ett förslag att släppa in"
                        + " den faller. En handläggare räcker.",
                words.kronor(amount(asked)) + " does not count. It stays in the history, and a proposal to let it in"
                        + " falls. One officer is enough."));
    }

    List<String> ofRelease(@Nullable Long asked) {
        return List.of(words.say(
                "Den behåller sin ankomsttid och väntar sedan på beslut: " + words.kronor(amount(asked)) + ".",
                "It keeps its time of arrival and then waits for a decision: " + words.kronor(amount(asked)) + "."));
    }

    List<String> ofDismissal(@Nullable Long asked) {
        return List.of(words.say(
                words.kronor(amount(asked)) + " räknas inte. Den läggs åt sidan för gott och blir kvar i historiken.",
                words.kronor(amount(asked)) + " does not count. It is put aside for good and stays in the history."));
    }
}
