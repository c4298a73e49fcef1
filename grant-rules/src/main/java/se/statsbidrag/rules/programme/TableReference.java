package se.statsbidrag.rules.programme;

import se.statsbidrag.rules.value.TableId;

/**
 * The imported table of reference data that a table of a definition is, whole: the frozen basis.
 *
 * @param table its name among the reference data
 * @param version which of its versions
 */
public record TableReference(TableId table, int version) {}
