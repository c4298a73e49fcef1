package se.statsbidrag.events;

import java.time.LocalDate;

/**
 * A cost of an activity as it stands in the recipient's accounts (R-T9).
 *
 * @param activity its id in the recipient's plan
 * @param provider who had the cost, an organisation
 * @param amount whole kronor; below 0 takes back what was booked before
 * @param day Swedish local date
 * @param voucher the recipient's own number of it
 * @param objectCode what it is booked on; empty when nothing is said
 * @param investment what was invested in all, whole kronor; 0 where the cost is none of an investment
 * @param depreciationYears over how many years that is written off; 0 where the cost is none of an investment
 */
public record ActivityCost(
        String activity,
        String provider,
        long amount,
        LocalDate day,
        String voucher,
        String objectCode,
        long investment,
        int depreciationYears) {}
