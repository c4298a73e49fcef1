package se.statsbidrag.requisition.api;

import io.quarkus.panache.common.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.deadline.ProgrammeRegister;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.requisition.domain.RequisitionState;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Which part of the list a caller asks for; every fault at once.
 *
 * @param page from 1
 * @param limit lines on a page, 1 to {@value #MOST}
 * @param state only those in this state; null for all
 * @param late only the late ones, or only those in time; null for all
 */
record Paging(
        int page,
        int limit,
        Sort sort,
        @Nullable RequisitionState state,
        @Nullable Boolean late) {
    static final int MOST = 500;

    private static final Set<String> SORTABLE =
            Set.of("recipient", "state", "late", "amount", "receivedAt", "recordedAt");

    /** @throws se.statsbidrag.events.quarkus.ProblemException 422 naming each parameter that is wrong */
    static Paging of(
            @Nullable String page,
            @Nullable String limit,
            @Nullable String sort,
            @Nullable String state,
            @Nullable String late) {
        List<Fault> faults = new ArrayList<>();
        Paging paging = new Paging(
                QueryParameters.page(page, faults),
                QueryParameters.limit(limit, MOST, faults),
                sort(sort == null ? "recipient" : sort, faults),
                QueryParameters.oneOf("state", state, RequisitionState.values(), faults),
                truth(late, faults).orElse(null));
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return paging;
    }

    /** The programme that a list is to be of; null for all. */
    static @Nullable ProgrammeId programme(@Nullable String name, ProgrammeRegister register, List<Fault> faults) {
        if (name == null) {
            return null;
        }
        ProgrammeId known = register.programmes().stream()
                .map(ProgrammeInForce::id)
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElse(null);
        if (known == null) {
            faults.add(Fault.of(
                    "programme",
                    name,
                    "No such programme is in force",
                    "Send one of "
                            + register.programmes().stream()
                                    .map(programme -> programme.id().value())
                                    .collect(Collectors.joining(", "))));
        }
        return known;
    }

    private static Sort sort(String text, List<Fault> faults) {
        boolean descending = text.startsWith("-");
        String field = descending ? text.substring(1) : text;
        if (!SORTABLE.contains(field)) {
            faults.add(Fault.of(
                    "sort",
                    text,
                    "The list is not sorted by that",
                    "Send one of "
                            + String.join(", ", SORTABLE.stream().sorted().toList())
                            + ", with - before it for descending"));
            return Sort.by("recipient");
        }
        Sort sort = Sort.by(field, descending ? Sort.Direction.Descending : Sort.Direction.Ascending);
        return field.equals("recipient") ? sort : sort.and("recipient");
    }

    private static Optional<Boolean> truth(@Nullable String text, List<Fault> faults) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                if (text != null) {
                    faults.add(Fault.of("late", text, "It is neither true nor false", "Send true or false"));
                }
                yield Optional.empty();
            }
        };
    }
}
