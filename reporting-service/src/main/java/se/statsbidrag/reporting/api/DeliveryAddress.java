package se.statsbidrag.reporting.api;

/**
 * The delivery that a request's address names, as text.
 *
 * @param reporter the reporter's name, unchecked
 * @param month as in 2025-03, unchecked
 */
record DeliveryAddress(String reporter, String month) {}
