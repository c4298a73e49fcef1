package se.statsbidrag.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;
import se.statsbidrag.rules.value.TableId;

/** The codes and names of the rules as plain JSON strings, in events and over REST alike; nothing is coerced. */
public final class ValueModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public ValueModule() {
        super("statsbidrag-values");
        text(ConditionId.class, ConditionId::new);
        text(DeadlineId.class, DeadlineId::new);
        text(OrganisationNumber.class, OrganisationNumber::new);
        text(PotId.class, PotId::new);
        text(Procedure.class, Procedure::new);
        text(ProgrammeId.class, ProgrammeId::new);
        text(RecipientCode.class, RecipientCode::new);
        text(ReporterId.class, ReporterId::new);
        text(TableId.class, TableId::new);
    }

    private <T> void text(Class<T> type, Function<String, T> parse) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new TextDeserializer<>(type, parse));
        addKeyDeserializer(type, new TextKeyDeserializer(type, parse));
    }

    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        TextDeserializer(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return handledType().cast(context.handleUnexpectedToken(handledType(), parser));
            }
            try {
                return parse.apply(parser.getText());
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(parser.getText(), handledType(), e.getMessage());
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }
    }

    private static final class TextKeyDeserializer extends KeyDeserializer {
        private final Class<?> type;
        private final Function<String, ?> parse;

        TextKeyDeserializer(Class<?> type, Function<String, ?> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return parse.apply(key);
            } catch (IllegalArgumentException e) {
                throw context.weirdKeyException(type, key, e.getMessage());
            }
        }
    }
}
