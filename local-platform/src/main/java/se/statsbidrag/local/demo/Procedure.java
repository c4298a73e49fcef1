package se.statsbidrag.local.demo;

import java.util.Locale;

/** The three procedures, named as in the REST contract. */
enum Procedure {
    HIP_REPLACEMENT,
    PROLAPSE,
    CATARACT;

    /** As settings name it: {@code hip-replacement}. */
    String setting() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the columns of regions.csv name it: {@code hip_replacement}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
