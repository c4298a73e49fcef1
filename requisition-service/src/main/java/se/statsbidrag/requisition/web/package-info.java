/** The pages: e-service for recipients, officer's desk, rules and audit. */
@NullMarked
package se.statsbidrag.requisition.web;

import org.jspecify.annotations.NullMarked;
