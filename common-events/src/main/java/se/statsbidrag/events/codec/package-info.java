/** Events as text and back: stable type names, schema numbers, and upcasters for what was written long ago. */
@NullMarked
package se.statsbidrag.events.codec;

import org.jspecify.annotations.NullMarked;
