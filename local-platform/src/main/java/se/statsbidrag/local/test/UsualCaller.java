package se.statsbidrag.local.test;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who usually makes a call, for tests of which access is not the subject. */
public final class UsualCaller {
    private static final Pattern DELIVERY = Pattern.compile("/reporting/v1/deliveries/([^/?]+)/.*");
    private static final Pattern REQUISITION = Pattern.compile(".*/requisitions/([^/?]+)");

    private UsualCaller() {}

    /**
     * The demonstration's client that makes this call: a reporter's feed delivers, a recipient's representative
     * requisitions, a sister service reads a log, the second officer approves what the first proposed, and an officer does
     * the rest.
     *
     * @param path as it stands in the address, from the first slash
     */
    public static String of(String method, String path) {
        if (path.startsWith("/internal/")) {
            return "allocation-service";
        }
        boolean changes = !method.equals("GET");
        Matcher delivery = DELIVERY.matcher(path);
        if (changes && delivery.matches()) {
            return "feed-" + delivery.group(1);
        }
        if (changes && path.equals("/reporting/v1/deliveries")) {
            return "feed-patientregistret";
        }
        Matcher requisition = REQUISITION.matcher(path);
        if (List.of("PUT", "DELETE").contains(method) && requisition.matches()) {
            return "representative-" + requisition.group(1);
        }
        boolean secondOfTwo = path.startsWith("/reporting/v1/reporters/") && path.endsWith("/approval");
        return secondOfTwo ? "officer-2" : "officer-1";
    }
}
