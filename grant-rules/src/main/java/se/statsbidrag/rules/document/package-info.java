/**
 * The rules of a programme as a document for people, in Swedish: everything that its definition says, each thing with its
 * source, and an example computed by the rules. Same definition, same text.
 */
@NullMarked
package se.statsbidrag.rules.document;

import org.jspecify.annotations.NullMarked;
