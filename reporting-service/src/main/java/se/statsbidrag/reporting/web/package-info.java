/** The pages: server-rendered, in Swedish, updated by server-sent events. */
@NullMarked
package se.statsbidrag.reporting.web;

import org.jspecify.annotations.NullMarked;
