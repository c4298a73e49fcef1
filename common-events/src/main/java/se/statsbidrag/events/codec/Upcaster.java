package se.statsbidrag.events.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings an event's JSON from one schema to the next, so that what was recorded long ago is read as if it were new. */
@FunctionalInterface
public interface Upcaster {

    /** The event in the next schema; it may change and return what it was given. */
    ObjectNode upcast(ObjectNode older);
}
