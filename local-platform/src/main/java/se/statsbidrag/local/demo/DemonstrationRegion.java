package se.statsbidrag.local.demo;

import java.util.List;
import java.util.Map;

/**
 * What makes one region's year differ from another's.
 *
 * @param code two digits
 * @param population inhabitants on 1 November 2024
 * @param frequency operations per inhabitant, in percent of the country's
 * @param privately how many percent of those performed at home private providers perform
 * @param treatedAtHome how many percent are operated on in the home region
 * @param neighbours where the others are operated on, most of them in the first
 */
record DemonstrationRegion(
        String code,
        long population,
        Map<Procedure, Integer> frequency,
        Map<Procedure, Integer> privately,
        int treatedAtHome,
        List<String> neighbours) {

    DemonstrationRegion {
        frequency = Map.copyOf(frequency);
        privately = Map.copyOf(privately);
        neighbours = List.copyOf(neighbours);
    }
}
