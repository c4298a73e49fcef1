/** The grants' rules: definitions to read, their versions and differences, and the tables that they rest on. */
@NullMarked
package se.statsbidrag.requisition.web.rules;

import org.jspecify.annotations.NullMarked;
