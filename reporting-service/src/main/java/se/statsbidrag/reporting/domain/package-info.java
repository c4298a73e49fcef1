/** Deliveries and reporter scopes as pure decisions over events: no clock, no framework, no I/O. */
@NullMarked
package se.statsbidrag.reporting.domain;

import org.jspecify.annotations.NullMarked;
