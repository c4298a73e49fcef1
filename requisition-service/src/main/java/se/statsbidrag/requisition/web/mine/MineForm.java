package se.statsbidrag.requisition.web.mine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.web.mine.MineViews.CaseRow;
import se.statsbidrag.requisition.web.mine.MineViews.Content;
import se.statsbidrag.requisition.web.mine.MineViews.FaultLine;

/**
 * A step of the form, or all of it where nothing can be saved in between.
 *
 * @param step shown now: {@code amount}, {@code purposes}, {@code plan}, {@code review}, or {@code all}
 * @param version of the requisition that the reader saw
 * @param amount null where it is not shown, as the other parts
 * @param warnings what to know before submitting: late, held, not open
 * @param conflict whether somebody else has changed it meanwhile
 * @param other what stands now, when somebody else has changed it; null else
 * @param back address of the step before; null on the first
 */
public record MineForm(
        CaseRow row,
        String step,
        String heading,
        List<Step> steps,
        long version,
        @Nullable Amount amount,
        @Nullable Purposes purposes,
        @Nullable Plan plan,
        @Nullable Review review,
        List<FaultLine> faults,
        List<String> warnings,
        boolean conflict,
        @Nullable Content other,
        @Nullable String back,
        LocalDate dueDate) {

    /** What is wrong with a field; null for nothing. */
    public @Nullable String fault(String field) {
        return FaultLine.of(faults, field);
    }

    /** A step, with its number. */
    public record Step(int number, String name, String title, String address, boolean current, boolean done) {}

    /**
     * How much.
     *
     * @param total the sum of the shares, the most that may be asked for
     * @param highest less than the total when a completion may not raise what was asked for
     * @param typed as the reader wrote it
     */
    public record Amount(List<Share> shares, long total, long highest, String typed, boolean asksWish, boolean wish) {}

    /** A share of a pot. */
    public record Share(String pot, long amount) {}

    /** What for. */
    public record Purposes(List<Purpose> choices) {}

    public record Purpose(int number, String text, String source, boolean chosen) {}

    /**
     * Who carries out what.
     *
     * @param states whether this recipient states its measures here, and refers to no plan
     */
    public record Plan(boolean states, String source, String reference, String structure, List<Measure> measures) {}

    /** A measure's row. */
    public record Measure(int index, List<Purpose> purposes, String description, List<Party> parties, boolean open) {
        public String name() {
            return "plan.measures[" + index + "]";
        }

        public String descriptionField() {
            return name() + ".description";
        }

        public String purposeField() {
            return name() + ".purpose";
        }

        public String partiesField() {
            return name() + ".carriedOutBy";
        }

        /** A name that addresses can hold. */
        public String anchor() {
            return MineForm.anchor(name());
        }

        public int number() {
            return index + 1;
        }
    }

    /** Somebody who may carry out a measure. */
    public record Party(String code, String name, boolean chosen) {}

    /**
     * The summary.
     *
     * @param content null where the form stands on the same page
     * @param maySubmit whether the reader's role lets him
     * @param isReady whether nothing is missing
     */
    public record Review(
            @Nullable Content content,
            @Nullable String certification,
            String certificationSource,
            boolean certified,
            boolean maySubmit,
            boolean isReady) {}

    /** A field's name as an address within the page. */
    static String anchor(String field) {
        return field.replaceAll("[^A-Za-z0-9]+$", "").replaceAll("[^A-Za-z0-9]+", "-");
    }
}
