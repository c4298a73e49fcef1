package se.statsbidrag.requisition.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.application.ReferenceData;
import se.statsbidrag.requisition.application.ReferenceTableFile;
import se.statsbidrag.requisition.domain.ReferenceTableForm;
import se.statsbidrag.requisition.domain.ReferenceTableRules;
import se.statsbidrag.requisition.domain.ReferenceTableVersions;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Incoming;
import se.statsbidrag.requisition.domain.RowFault;
import se.statsbidrag.rules.value.TableStatus;

/** Reads what an import brings: the parameters and the file, all their faults at once. */
final class ReferenceTableParameters {
    private ReferenceTableParameters() {}

    /** @throws se.statsbidrag.events.quarkus.ProblemException 400 or 422 */
    static Incoming incoming(
            ReferenceTableForm form,
            @Nullable String source,
            @Nullable String date,
            @Nullable String status,
            byte[] file) {
        List<RowFault> faults = new ArrayList<>(ReferenceTableVersions.faultsOfSource(source == null ? "" : source));
        LocalDate day = date(date, faults);
        TableStatus known = status(status, faults);
        ReferenceTableRules.Reading reading;
        try {
            reading = ReferenceTableRules.read(form, ReferenceData.forms().official(), ReferenceTableFile.read(file));
        } catch (ReferenceTableFile.Unreadable e) {
            throw Problems.unreadable(new Fault(null, null, null, e.fault(), e.remedy()));
        }
        faults.addAll(reading.faults());
        if (!faults.isEmpty()) {
            throw Problems.invalid(
                    faults.stream().map(ReferenceTableParameters::fault).toList());
        }
        return new Incoming(
                Objects.requireNonNull(source),
                Objects.requireNonNull(day),
                Objects.requireNonNull(known),
                reading.values());
    }

    private static Fault fault(RowFault fault) {
        return new Fault(
                fault.row() == null ? null : fault.row().longValue(),
                fault.field().isEmpty() ? null : fault.field(),
                fault.value(),
                fault.fault(),
                fault.remedy());
    }

    private static @Nullable LocalDate date(@Nullable String text, List<RowFault> faults) {
        LocalDate day = Optional.ofNullable(text).flatMap(Days::parse).orElse(null);
        if (day == null) {
            faults.add(missingOr(
                    "date", text, "is not a date", "send the day that the figures are of, such as 2024-11-01"));
        }
        return day;
    }

    private static @Nullable TableStatus status(@Nullable String text, List<RowFault> faults) {
        TableStatus known = Stream.of(TableStatus.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
        if (known == null) {
            faults.add(missingOr("status", text, "is no status", "send OFFICIAL or SYNTHETIC"));
        }
        return known;
    }

    private static RowFault missingOr(String field, @Nullable String text, String fault, String remedy) {
        return new RowFault(null, field, text == null ? "" : text, text == null ? "is missing" : fault, remedy);
    }
}
