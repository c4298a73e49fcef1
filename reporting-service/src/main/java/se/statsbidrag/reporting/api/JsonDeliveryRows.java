package se.statsbidrag.reporting.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.DeliveryRows;
import se.statsbidrag.reporting.domain.CellRow;
import se.statsbidrag.reporting.domain.Intake;

/**
 * Deliveries as {@code application/json}, read token by token: types are exact, nothing is coerced. One delivery is an
 * object with {@code cells}; many are an array of rows, each naming its reporter and month, or of such objects that do.
 *
 * @param body the document
 * @param address the one delivery that it is; null for many
 */
record JsonDeliveryRows(Body body, @Nullable DeliveryAddress address) implements DeliveryRows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final List<String> CELL = List.of("homeRegion", "performedIn", "provider", "procedure", "count");
    private static final List<String> SENDER = List.of("reporter", "month");
    private static final List<String> MANY =
            Stream.concat(SENDER.stream(), CELL.stream()).toList();

    @Override
    public void readInto(Intake intake) {
        try (InputStream bytes = body.open();
                JsonParser parser = JSON.createParser(bytes)) {
            Reading reading = new Reading(parser, intake);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw Problems.unreadable(new Fault(null, null, null, "The body is empty", "Send a JSON document"));
            }
            if (address != null) {
                intake.open(null, address.reporter(), address.month());
                reading.delivery(first, address);
            } else {
                reading.many(first);
            }
            if (parser.nextToken() != null) {
                throw Problems.unreadable(
                        new Fault(null, null, null, "There is more after the document's end", "Send one document"));
            }
        } catch (JsonProcessingException e) {
            throw Problems.unreadable(new Fault(
                    null,
                    null,
                    null,
                    "The body is not well-formed JSON at line %d, column %d: %s"
                            .formatted(
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr(),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    "Send one well-formed JSON document in UTF-8"));
        } catch (IOException e) {
            throw Problems.unreadable(
                    new Fault(null, null, null, "The body is not JSON in UTF-8", "Send UTF-8 encoded JSON"));
        }
    }

    private static final class Reading {
        private final JsonParser parser;
        private final Intake intake;
        private final RowLimit limit = new RowLimit();

        Reading(JsonParser parser, Intake intake) {
            this.parser = parser;
            this.intake = intake;
        }

        /** The body of a single delivery: {@code {"cells": […]}}. */
        void delivery(JsonToken token, DeliveryAddress address) throws IOException {
            if (token != JsonToken.START_OBJECT) {
                refuseWhole("an object with the array 'cells'");
                return;
            }
            boolean cells = false;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!field.equals("cells")) {
                    unknown(null, field, List.of("cells"));
                } else {
                    cells = true;
                    cells(value, row -> intake.take(address.reporter(), address.month(), row));
                }
            }
            if (!cells) {
                missing(null, "cells");
            }
        }

        void many(JsonToken token) throws IOException {
            if (token != JsonToken.START_ARRAY) {
                refuseWhole("an array of rows");
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                element();
            }
        }

        /** A row, or a delivery with its cells; which of them shows only at its end, as fields come in any order. */
        private void element() throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                wrongType(limit.next(), "", "an object");
                return;
            }
            int row = 0;
            List<CellRow> cells = null;
            Map<String, @Nullable String> fields = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("cells")) {
                    cells = new ArrayList<>();
                    cells(value, cells::add);
                } else if (SENDER.contains(field) || CELL.contains(field)) {
                    row = row == 0 ? limit.next() : row;
                    fields.put(field, field(row, field, value));
                } else {
                    row = row == 0 ? limit.next() : row;
                    unknown(row, field, MANY);
                }
            }
            row = row == 0 ? limit.next() : row;
            String reporter = required(row, "reporter", fields);
            String month = required(row, "month", fields);
            if (cells == null) {
                intake.take(reporter, month, cellRow(row, fields));
                return;
            }
            for (String field : CELL) {
                if (fields.containsKey(field)) {
                    intake.faults().add(row, field, "", "stands beside 'cells'", "leave out one of them");
                }
            }
            if (reporter != null && month != null) {
                intake.open(row, reporter, month);
            }
            cells.forEach(cell -> intake.take(reporter, month, cell));
        }

        private void cells(JsonToken token, Consumer<CellRow> sink) throws IOException {
            if (token != JsonToken.START_ARRAY) {
                wrongType(null, "cells", "an array");
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int row = limit.next();
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    wrongType(row, "", "an object");
                    continue;
                }
                Map<String, @Nullable String> fields = new HashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String field = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (CELL.contains(field)) {
                        fields.put(field, field(row, field, value));
                    } else {
                        unknown(row, field, CELL);
                    }
                }
                sink.accept(cellRow(row, fields));
            }
        }

        private CellRow cellRow(int row, Map<String, @Nullable String> fields) {
            return new CellRow(
                    row,
                    required(row, "homeRegion", fields),
                    required(row, "performedIn", fields),
                    required(row, "provider", fields),
                    required(row, "procedure", fields),
                    required(row, "count", fields));
        }

        private @Nullable String required(int row, String field, Map<String, @Nullable String> fields) {
            if (!fields.containsKey(field)) {
                missing(row, field);
            }
            return fields.get(field);
        }

        private @Nullable String field(int row, String field, JsonToken value) throws IOException {
            boolean number = field.equals("count");
            if (value == (number ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING)) {
                return parser.getText();
            }
            wrongType(row, field, number ? "an integer number" : "a string");
            return null;
        }

        private void wrongType(@Nullable Integer row, String field, String type) throws IOException {
            intake.faults().add(row, field, shown(), "not " + type, "send " + type);
            parser.skipChildren();
        }

        private void unknown(@Nullable Integer row, String field, List<String> known) throws IOException {
            intake.faults()
                    .add(
                            row,
                            field,
                            shown(),
                            "there is no such field",
                            "leave it out; known: " + String.join(", ", known));
            parser.skipChildren();
        }

        private void missing(@Nullable Integer row, String field) {
            intake.faults().add(row, field, "", "the field is missing", "give it a value");
        }

        private void refuseWhole(String type) throws IOException {
            wrongType(null, "", type);
        }

        private String shown() throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> "{…}";
                case START_ARRAY -> "[…]";
                case VALUE_STRING -> '"' + parser.getText() + '"';
                default -> parser.getText();
            };
        }
    }
}
