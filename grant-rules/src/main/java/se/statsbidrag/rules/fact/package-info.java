/**
 * What a plan rests on, folded from events: requisitions, deliveries of counts, reporters' scopes, deadlines and
 * resolved ties. Every fact cites its event.
 */
@NullMarked
package se.statsbidrag.rules.fact;

import org.jspecify.annotations.NullMarked;
