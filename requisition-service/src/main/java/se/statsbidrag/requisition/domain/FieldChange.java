package se.statsbidrag.requisition.domain;

import org.jspecify.annotations.Nullable;

/**
 * One place in which a definition differs from another.
 *
 * @param path such as {@code pots[block-1].amount}; elements that have an id, a code or a number are named by it, others
 *     by their place from 0
 * @param before what stood there: text, whole number, truth, list or map; null for nothing
 * @param after what stands there; null for nothing
 */
public record FieldChange(
        String path, @Nullable Object before, @Nullable Object after) {}
