package se.statsbidrag.events.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Cells in the log as arrays, {@code ["23","24","PUBLIC","CATARACT",41]}: a month has up to 2,646 of them, and an event
 * stays small.
 */
final class CompactCells extends SimpleModule {
    private static final long serialVersionUID = 1L;

    CompactCells() {
        super("statsbidrag-compact-cells");
        addSerializer(OperationCell.class, new Writer());
        addDeserializer(OperationCell.class, new Reader());
    }

    private static final class Writer extends StdSerializer<OperationCell> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(OperationCell.class);
        }

        @Override
        public void serialize(OperationCell cell, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            out.writeString(cell.homeRegion().value());
            out.writeString(cell.performedIn().value());
            out.writeString(cell.provider().name());
            out.writeString(cell.procedure().value());
            out.writeNumber(cell.count());
            out.writeEndArray();
        }
    }

    private static final class Reader extends StdDeserializer<OperationCell> {
        private static final long serialVersionUID = 1L;
        private static final int TEXTS = 4;

        Reader() {
            super(OperationCell.class);
        }

        @Override
        public OperationCell deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            expect(parser.hasToken(JsonToken.START_ARRAY), parser, context);
            List<String> texts = new ArrayList<>(TEXTS);
            while (texts.size() < TEXTS) {
                expect(parser.nextToken() == JsonToken.VALUE_STRING, parser, context);
                texts.add(parser.getText());
            }
            expect(parser.nextToken() == JsonToken.VALUE_NUMBER_INT, parser, context);
            int count = parser.getIntValue();
            expect(parser.nextToken() == JsonToken.END_ARRAY, parser, context);
            try {
                return new OperationCell(
                        new RecipientCode(texts.get(0)),
                        new RecipientCode(texts.get(1)),
                        Provider.valueOf(texts.get(2)),
                        new Procedure(texts.get(3)),
                        count);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(texts.toString(), OperationCell.class, e.getMessage());
            }
        }

        private static void expect(boolean holds, JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!holds) {
                context.reportWrongTokenException(
                        OperationCell.class,
                        JsonToken.START_ARRAY,
                        "a cell is [homeRegion, performedIn, provider, procedure, count], found %s",
                        parser.currentToken());
            }
        }
    }
}
