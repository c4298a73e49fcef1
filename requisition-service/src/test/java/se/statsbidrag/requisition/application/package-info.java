/** Definition files at start: read, refused, proposed, put in force. */
@NullMarked
package se.statsbidrag.requisition.application;

import org.jspecify.annotations.NullMarked;
