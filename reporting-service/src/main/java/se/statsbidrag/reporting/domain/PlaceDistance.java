package se.statsbidrag.reporting.domain;

import se.statsbidrag.rules.money.Fraction;

/** How far a region is from the line between those with a place in a ranking and those without, in whole operations. */
public final class PlaceDistance {
    private PlaceDistance() {}

    /**
     * The fewest more operations on its inhabitants by which a region would come ahead of another, as things stand; at least
     * 1 for one that is not ahead.
     *
     * @param population its inhabitants
     */
    public static long toPass(long count, long population, Fraction perInhabitant) {
        return Math.subtractExact(level(population, perInhabitant), count) + 1;
    }

    /**
     * How many fewer operations a region could have and still be ahead of another; 0 for one that is ahead by a hair, or
     * level with it.
     *
     * @param population its inhabitants
     */
    public static long toSpare(long count, long population, Fraction perInhabitant) {
        return Math.max(0, count - level(population, perInhabitant) - 1);
    }

    /** The most operations with which a region of that many inhabitants is not ahead. */
    private static long level(long population, Fraction perInhabitant) {
        return perInhabitant.times(Fraction.of(population)).floor().longValueExact();
    }
}
