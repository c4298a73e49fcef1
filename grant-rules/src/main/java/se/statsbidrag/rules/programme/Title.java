package se.statsbidrag.rules.programme;

/**
 * What a programme is called.
 *
 * @param swedish the name that people see
 * @param english the same in English
 */
public record Title(String swedish, String english) {}
