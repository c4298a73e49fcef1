package se.statsbidrag.events.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which role may do what, as the agency's table of permissions says. */
public final class Permissions {
    private static final String TABLE = "/representative-permissions.csv";
    private static final String HEADER = "action,ombud,representant,uppgiftssamordnare";
    private static final List<MandateRole> COLUMNS =
            List.of(MandateRole.REPRESENTATIVE, MandateRole.DEPUTY, MandateRole.DATA_COORDINATOR);

    private final Map<Permission, Set<MandateRole>> allowed = new EnumMap<>(Permission.class);

    private Permissions() {}

    /** The table that comes with the software. */
    public static Permissions ofTheAgency() {
        try (InputStream in = Permissions.class.getResourceAsStream(TABLE)) {
            return of(new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of permissions cannot be read", e);
        }
    }

    /**
     * Reads the table.
     *
     * @param csv a header and one line per action, {@code Ja} or {@code Nej} for each role
     * @throws IllegalArgumentException when a line is not in that form, names no known action, or an action is missing
     */
    public static Permissions of(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("the table of permissions does not begin with " + HEADER);
        }
        Permissions permissions = new Permissions();
        lines.stream().skip(1).forEach(permissions::read);
        if (permissions.allowed.size() != Permission.values().length) {
            throw new IllegalArgumentException("the table of permissions lacks an action");
        }
        return permissions;
    }

    private void read(String line) {
        List<String> cells = List.of(line.split(",", -1));
        Permission permission = Permission.named(cells.getFirst())
                .filter(known -> cells.size() == COLUMNS.size() + 1 && !allowed.containsKey(known))
                .orElseThrow(() -> new IllegalArgumentException("not a line of the table of permissions: " + line));
        Set<MandateRole> roles = EnumSet.noneOf(MandateRole.class);
        for (int column = 0; column < COLUMNS.size(); column++) {
            switch (cells.get(column + 1)) {
                case "Ja" -> roles.add(COLUMNS.get(column));
                case "Nej" -> {}
                default -> throw new IllegalArgumentException("neither Ja nor Nej: " + line);
            }
        }
        allowed.put(permission, roles);
    }

    public boolean allows(MandateRole role, Permission permission) {
        return allowed.getOrDefault(permission, Set.of()).contains(role);
    }

    /** Whether the power is one in force that allows it. */
    public boolean allows(Power power, Permission permission) {
        return power instanceof Power.Held held && allows(held.role(), permission);
    }
}
